import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettings } from '../../electron/shell/settings';

let folder: string;
const file = () => join(folder, 'shell.json');
const first = { bounds: null, maximized: false, theme: 'system', recent: [] };

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the shell's memory", () => {
  it('begins empty', () => {
    expect(openSettings(folder).read()).toEqual(first);
  });

  it('keeps a change for the next start, in a file of this person alone', () => {
    openSettings(folder).change({ theme: 'dark' });
    openSettings(folder).change({ recent: ['/a.quarterdeck'] });
    expect(openSettings(folder).read()).toEqual({ ...first, theme: 'dark', recent: ['/a.quarterdeck'] });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '\u0000\u0000', '[]', 'null', '{"__proto__": {"theme": "dark"}}'])(
    'is begun anew when its file holds %j',
    (text) => {
      writeFileSync(file(), text);
      const settings = openSettings(folder);
      expect(settings.read()).toEqual(first);
      settings.change({ maximized: true });
      expect(openSettings(folder).read().maximized).toBe(true);
    },
  );

  it('loses only the part that cannot be read', () => {
    writeFileSync(file(), JSON.stringify({ bounds: { x: 'left' }, theme: 'dark', recent: [1], maximized: 'yes' }));
    expect(openSettings(folder).read()).toEqual({ ...first, theme: 'dark' });
    openSettings(folder).change({ maximized: true });
    expect(readFileSync(file(), 'utf8')).toContain('"theme": "dark"');
  });
});
