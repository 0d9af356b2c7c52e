import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incoming as shape } from '../../electron/contract';
import { bringIn, safeName } from '../../electron/shell/incoming';

let folder: string;
let workspace: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'incoming-'));
  workspace = join(folder, 'Sales.quarterdeck');
  mkdirSync(workspace);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function source(name: string, text = 'id,amount\n1,2\n'): string {
  const path = join(folder, 'exports', name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const inside = (stored: string) => join(workspace, 'incoming', stored);
const left = () => (existsSync(join(workspace, 'incoming')) ? readdirSync(join(workspace, 'incoming')) : []);

describe('files brought into a workspace', () => {
  it('bring the log of a database along, and never as a file of its own', async () => {
    const path = source('crm/deals.duckdb', 'rows');
    source('crm/deals.duckdb.wal', 'latest rows');
    for (const chosen of [path, join(path, '..')]) {
      const brought = await bringIn(workspace, [chosen]);
      expect(brought.map(({ name }) => name.split('/').at(-1))).toEqual(['deals.duckdb']);
      expect(readFileSync(`${inside(brought[0]?.stored ?? '')}.wal`, 'utf8')).toBe('latest rows');
    }
  });

  it('lie whole in folders with random names, under the names people know', async () => {
    const brought = await bringIn(workspace, [source('deals.csv'), source('other/deals.csv', 'x')]);
    expect(brought.map(({ name }) => name)).toEqual(['deals.csv', 'deals.csv']);
    expect(brought.map(({ stored }) => readFileSync(inside(stored), 'utf8'))).toEqual(['id,amount\n1,2\n', 'x']);
    expect(new Set(brought.map(({ stored }) => stored)).size).toBe(2);
    for (const file of brought) expect(shape.parse(file)).toEqual(file);
  });

  it('can be read by this person alone', async () => {
    const [file] = await bringIn(workspace, [source('deals.csv')]);
    expect(statSync(inside(file?.stored ?? '')).mode & 0o777).toBe(0o600);
    expect(statSync(join(inside(file?.stored ?? ''), '..')).mode & 0o777).toBe(0o700);
  });

  it('come from a folder with the path below it, in order, without hidden files and without following links', async () => {
    source('b.csv');
    source('north/a.csv');
    source('.DS_Store');
    source('.git/config');
    symlinkSync('/etc/hostname', join(folder, 'exports/link.csv'));
    symlinkSync(folder, join(folder, 'exports/north/loop'));
    const brought = await bringIn(workspace, [join(folder, 'exports')]);
    expect(brought.map(({ name }) => name)).toEqual(['b.csv', 'north/a.csv']);
  });

  it('keep hostile names for show and get harmless ones on disk', async () => {
    const name = "'); drop table x; --*[a].csv";
    const [file] = await bringIn(workspace, [source(name)]);
    expect(file?.name).toBe(name);
    expect(file?.stored).toMatch(/^[0-9a-f]{16}\/[\w.-]+\.csv$/);
  });

  it('a missing one is named, and none of the others stays', async () => {
    await expect(bringIn(workspace, [source('deals.csv'), join(folder, 'gone.csv')])).rejects.toMatchObject({
      code: 'file_missing',
      args: { file: 'gone.csv' },
    });
    expect(left()).toEqual([]);
  });

  it('a pipe given as a file is refused', async () => {
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    await expect(bringIn(workspace, [pipe])).rejects.toMatchObject({
      code: 'file_unreadable',
      args: { file: 'pipe.csv' },
    });
  });

  it('a workspace that is gone or is a file is named as the fault', async () => {
    writeFileSync(join(workspace, 'incoming'), '');
    await expect(bringIn(workspace, [source('deals.csv')])).rejects.toMatchObject({ code: 'folder_not_writable' });
  });

  it('more than a thousand are refused before the first is copied', async () => {
    for (let i = 0; i < 1_001; i++) source(`many/${i}.csv`, '');
    await expect(bringIn(workspace, [join(folder, 'exports/many')])).rejects.toMatchObject({ code: 'usage' });
    expect(left()).toEqual([]);
    rmSync(join(folder, 'exports/many/0.csv'));
    expect(await bringIn(workspace, [join(folder, 'exports/many')])).toHaveLength(1_000);
  });

  it('nothing brings nothing', async () => {
    expect(await bringIn(workspace, [])).toEqual([]);
  });
});

describe('a safe name', () => {
  it.each([
    ['deals.csv', 'deals.csv'],
    ['Q3 Übersicht.CSV', 'Q3__bersicht.CSV'],
    ['..', '__'],
    ['.csv', '_csv'],
    ['a\\b/../c.xlsx', 'c.xlsx'],
    ['x'.repeat(300) + '.csv', 'x'.repeat(80) + '.csv'],
    ['a.' + 'b'.repeat(100), 'a.' + 'b'.repeat(15)],
    ['\u0000', '_'],
  ])('of %j is %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });
});
