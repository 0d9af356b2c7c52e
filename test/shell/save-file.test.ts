import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type * as FileSystem from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveWhole } from '../../electron/shell/save-file';

const fault = vi.hoisted(() => ({ step: '', code: '' }));

// The real file system, with one step that fails.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>();
  const fail = (step: string): void => {
    if (fault.step === step) throw Object.assign(new Error(fault.code), { code: fault.code });
  };
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      fail('open');
      const file = await real.open(...args);
      return {
        writeFile: async (bytes: Uint8Array) => {
          await file.writeFile(bytes.subarray(0, 2));
          fail('write');
          await file.writeFile(bytes.subarray(2));
        },
        sync: async () => {
          await file.sync();
          fail('sync');
        },
        close: () => file.close(),
      };
    },
    rename: async (from: string, to: string) => {
      fail('rename');
      await real.rename(from, to);
    },
  };
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'save-'));
  fault.step = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('deck');

describe('a file saved', () => {
  it('holds the bytes, belongs to this person alone and leaves nothing beside it', async () => {
    const path = join(folder, 'deck.pptx');
    await saveWhole(path, bytes);
    expect(readFileSync(path, 'utf8')).toBe('deck');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['deck.pptx']);
  });

  it('takes the place of an older one', async () => {
    const path = join(folder, 'deck.pptx');
    writeFileSync(path, 'a much longer text than the new one');
    await saveWhole(path, bytes);
    expect(readFileSync(path, 'utf8')).toBe('deck');
  });

  it('is not there at all when its folder is missing', async () => {
    await expect(saveWhole(join(folder, 'gone/deck.pptx'), bytes)).rejects.toMatchObject({
      code: 'folder_not_writable',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves a folder of its name as it was', async () => {
    mkdirSync(join(folder, 'deck.pptx'));
    await expect(saveWhole(join(folder, 'deck.pptx'), bytes)).rejects.toMatchObject({ code: 'folder_not_writable' });
    expect(readdirSync(folder)).toEqual(['deck.pptx']);
  });

  describe.each(['open', 'write', 'sync', 'rename'])('when the step %s fails', (step) => {
    it.each([
      ['ENOSPC', { code: 'disk_full' }],
      ['EDQUOT', { code: 'disk_full' }],
      ['EACCES', { code: 'folder_not_writable' }],
      ['EROFS', { code: 'folder_not_writable' }],
      ['EIO', { message: 'EIO' }],
    ])('with %s is as it was before, alone, and says so', async (code, said) => {
      const path = join(folder, 'deck.pptx');
      writeFileSync(path, 'older');
      fault.step = step;
      fault.code = code;
      await expect(saveWhole(path, bytes)).rejects.toMatchObject(said);
      expect(readFileSync(path, 'utf8')).toBe('older');
      expect(readdirSync(folder)).toEqual(['deck.pptx']);
    });
  });
});
