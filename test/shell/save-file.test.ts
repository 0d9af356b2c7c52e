import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveWhole } from '../../electron/shell/save-file';

const fault = { step: '', code: '' };

function fail(step: string): void {
  if (fault.step === step) throw Object.assign(new Error(fault.code), { code: fault.code });
}

// The real file system, with one step that fails.
const { open, rename } = fs;
async function openFailing(...args: Parameters<typeof open>): Promise<FileHandle> {
  fail('open');
  const file = await open(...args);
  const writeFile = file.writeFile.bind(file);
  const sync = file.sync.bind(file);
  file.writeFile = async (bytes) => {
    if (!(bytes instanceof Uint8Array)) throw new Error('bytes are written');
    await writeFile(bytes.subarray(0, 2));
    fail('write');
    await writeFile(bytes.subarray(2));
  };
  file.sync = async () => {
    await sync();
    fail('sync');
  };
  return file;
}

beforeAll(() => {
  vi.spyOn(fs, 'open').mockImplementation(openFailing);
  vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
    fail('rename');
    await rename(from, to);
  });
  syncBuiltinESMExports();
});

afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
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
