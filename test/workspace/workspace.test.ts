import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, query, transaction } from '../../electron/db/run';
import { tableNames } from '../../electron/model/tables';
import { numbersOf, textsOf } from '../../electron/model/table';
import type { Disk } from '../../electron/workspace/disk';
import { realDisk } from '../../electron/workspace/disk';
import { freshDefinitions, readDefinitions, writeDefinitions } from '../../electron/workspace/definitions';
import { refreshViews, setRevision } from '../../electron/workspace/tables';
import type { Workspace } from '../../electron/workspace/workspace';
import { openWorkspace } from '../../electron/workspace/workspace';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  folder = join(home, 'deals.quarterdeck');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function withTenProducts(): Promise<void> {
  const workspace = await openWorkspace(folder, true);
  await workspace.database.write(async (connection) => {
    await change(
      connection,
      "create table store.products as select 'p' || i as product_id, 'x' as name, 1 as src_file, i as src_row from range(10) t(i)",
    );
    await refreshViews(connection);
    await setRevision(connection, 1);
  });
  const entry = { id: '1', imported_at: '2026-01-01T00:00:00Z', files: [] };
  await workspace.keep({ ...workspace.definitions, revision: 1, imports: [entry] });
  await workspace.close();
}

/** What each view of the model is now: made anew, it gets another number. */
async function viewsOf(workspace: Workspace): Promise<ReadonlyMap<string, number>> {
  const table = await workspace.database.read((connection) =>
    query(
      connection,
      "select view_name as name, cast(view_oid as double) as number from duckdb_views() where schema_name = 'main' and not internal",
    ),
  );
  const numbers = numbersOf(table, 'number');
  return new Map(textsOf(table, 'name').map((name, i) => [name ?? '', numbers[i] ?? NaN] as const));
}

async function products(workspace: Workspace): Promise<number> {
  const table = await workspace.database.read((connection) =>
    query(connection, 'select count(*) as rows, max(list_price) as dearest from products'),
  );
  return numbersOf(table, 'rows')[0] ?? -1;
}

async function reopened(): Promise<{ rows: number; rebuild: boolean; codes: string[] }> {
  const workspace = await openWorkspace(folder, false);
  const out = {
    rows: await products(workspace),
    rebuild: workspace.rebuild,
    codes: workspace.notices.map((notice) => notice.code),
  };
  await workspace.close();
  return out;
}

describe('a workspace folder', () => {
  it('is private to its owner and comes back as it was', async () => {
    await withTenProducts();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'workspace.json')).mode & 0o777).toBe(0o600);
    expect(await reopened()).toEqual({ rows: 10, rebuild: false, codes: [] });
  });

  it('is not made by merely opening it', async () => {
    await expect(openWorkspace(folder, false)).rejects.toMatchObject({ code: 'workspace_missing' });
    expect(existsSync(folder)).toBe(false);
  });

  it('refuses a folder that is something else, and leaves it alone', async () => {
    writeFileSync(join(home, 'letter.txt'), 'x');
    await expect(openWorkspace(home, true)).rejects.toMatchObject({ code: 'workspace_foreign' });
    expect(existsSync(join(home, 'workspace.json'))).toBe(false);
  });

  it('makes only those views anew under which something changed, a type alone as well, and none for what was taken back', async () => {
    const workspace = await openWorkspace(folder, true);
    const seen = await viewsOf(workspace);
    expect(seen.size).toBe(tableNames.length);
    const anew = async (...changes: readonly string[]) => {
      const before = await viewsOf(workspace);
      await workspace.database.write(async (connection) => {
        for (const text of changes) await change(connection, text);
        await refreshViews(connection);
      });
      const after = await viewsOf(workspace);
      return [...after].flatMap(([name, number]) => (before.get(name) === number ? [] : [name]));
    };
    expect(await anew()).toEqual([]);
    expect(
      await anew("create table store.products as select 'p' as product_id, 1 as list_price from range(10)"),
    ).toEqual(['products']);
    expect(await products(workspace)).toBe(10);
    expect(await anew('alter table store.products alter list_price type double')).toEqual(['products']);
    expect(await products(workspace)).toBe(10);
    const back = workspace.database.write((connection) =>
      transaction(connection, async () => {
        await change(connection, 'drop table store.products');
        await refreshViews(connection);
        throw new Error('taken back');
      }),
    );
    await expect(back).rejects.toThrow('taken back');
    expect(await products(workspace)).toBe(10);
    expect(await anew()).toEqual([]);
    expect(await anew('drop table store.products')).toEqual(['products']);
    expect(await products(workspace)).toBe(0);
    await workspace.close();
  });

  it('refuses a newer version without touching a byte', async () => {
    await withTenProducts();
    const path = join(folder, 'workspace.json');
    const text = readFileSync(path, 'utf8').replace('"minReader": 1', '"minReader": 9');
    writeFileSync(path, text);
    await expect(openWorkspace(folder, false)).rejects.toMatchObject({ code: 'workspace_newer' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is held by one process; a lock left by a dead one is taken over', async () => {
    const workspace = await openWorkspace(folder, true);
    await expect(openWorkspace(folder, false)).rejects.toMatchObject({ code: 'workspace_locked' });
    await workspace.close();
    writeFileSync(
      join(folder, 'lock.json'),
      JSON.stringify({ pid: 2 ** 30, host: (await import('node:os')).hostname() }),
    );
    await (await openWorkspace(folder, false)).close();
  });

  it('drops what a load had not finished and says so', async () => {
    await withTenProducts();
    writeFileSync(join(folder, 'incoming', 'half.csv'), 'a,b');
    expect((await reopened()).codes).toEqual(['unfinished_dropped']);
    expect(existsSync(join(folder, 'incoming', 'half.csv'))).toBe(false);
  });
});

describe('damage is noticed, never silent', () => {
  it.each([
    ['cut to half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['emptied', (file: string) => truncateSync(file, 0)],
    ['text', (file: string) => writeFileSync(file, 'not a database')],
    ['removed', (file: string) => rmSync(file)],
  ])('database %s', async (_name, damage) => {
    await withTenProducts();
    damage(join(folder, 'data.duckdb'));
    expect(await reopened()).toEqual({ rows: 0, rebuild: true, codes: ['database_rebuilt'] });
  });

  it('a log of another database beside ours', async () => {
    await withTenProducts();
    writeFileSync(join(folder, 'data.duckdb.wal'), Buffer.alloc(4_096, 7));
    const { rebuild, codes, rows } = await reopened();
    expect(rebuild ? codes : rows).toEqual(rebuild ? ['database_rebuilt'] : 10);
  });

  it('rows that are fewer than the last finished change left', async () => {
    await withTenProducts();
    const workspace = await openWorkspace(folder, false);
    await workspace.database.write((connection) =>
      change(connection, "delete from store.products where product_id = 'p3'"),
    );
    await workspace.close();
    expect((await reopened()).codes).toEqual(['database_rebuilt']);
  });

  it('a database ahead of its definitions, as after a kill between the two', async () => {
    await withTenProducts();
    const workspace = await openWorkspace(folder, false);
    await workspace.database.write((connection) => setRevision(connection, 2));
    await workspace.close();
    expect(await reopened()).toMatchObject({ rebuild: true, codes: ['database_rebuilt'] });
  });

  it.each(['', '{"format": 1, "na', '\0\0\0\0', '[]'])(
    'definitions that read %j: the backup is used, the damaged one kept',
    async (text) => {
      await withTenProducts();
      const workspace = await openWorkspace(folder, false);
      await workspace.keep({ ...workspace.definitions, stages: { Won: 'won' } });
      await workspace.close();
      writeFileSync(join(folder, 'workspace.json'), text);
      expect((await reopened()).codes).toContain('definitions_from_backup');
      expect(readFileSync(join(folder, 'damaged-workspace.json'), 'utf8')).toBe(text);
    },
  );

  it('keys that would reach a prototype change nothing', async () => {
    await withTenProducts();
    const path = join(folder, 'workspace.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        '"stages": {}',
        '"stages": {"__proto__": {"polluted": "yes"}, "constructor": "won"}',
      ),
    );
    const opened = await readDefinitions(folder, false).catch((error: unknown) => error);
    expect(Object.keys({}.constructor.prototype as object)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect(opened).toMatchObject({ code: 'workspace_damaged' });
  });
});

describe('saving the definitions', () => {
  it('leaves the old or the new ones, whichever step fails first', async () => {
    await withTenProducts();
    const before = (await readDefinitions(folder, false)).definitions;
    for (let nth = 1; nth <= 6; nth++) {
      let left = nth;
      const guard =
        <Given extends readonly unknown[]>(step: (...given: Given) => Promise<void>) =>
        async (...given: Given) => {
          if (--left === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
          await step(...given);
        };
      const { write, rename, syncFolder, remove } = realDisk;
      const failing: Disk = { write: guard(write), rename: guard(rename), syncFolder: guard(syncFolder), remove };
      const next = { ...before, stages: { Won: 'won' } };
      await expect(writeDefinitions(folder, next, failing)).rejects.toMatchObject({ code: 'disk_full' });
      const { definitions, damaged } = await readDefinitions(folder, false);
      expect(damaged).toBeNull();
      expect([before, next]).toContainEqual(definitions);
      expect(existsSync(join(folder, 'workspace.json.part'))).toBe(false);
      await writeDefinitions(folder, before);
    }
  });

  it('names a fresh workspace after its folder', () => {
    expect(freshDefinitions('/somewhere/Pejabat Prima.quarterdeck').name).toBe('Pejabat Prima');
  });
});
