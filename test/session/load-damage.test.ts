import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planLoad, undoLoad } from '../../electron/session/load';
import { openFolder, stageFile } from '../../electron/session/open-workspace';
import { contents, load } from './contents';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  writeFileSync(join(home, 'd.csv'), 'Deal ID,Created date,Stage,Amount\n1,2026-01-01,Won,5\n2,2026-01-01,New,6\n');
  writeFileSync(join(home, 'one.csv'), 'Deal ID,Created date,Stage\n1,2026-01-01,New\n');
  writeFileSync(join(home, 'two.csv'), 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n2,2026-01-01,New\n');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('damage', () => {
  it('of the database: set aside, made again from the sources, told', async () => {
    const folder = join(home, 'damaged.quarterdeck');
    const workspace = await openFolder(folder, true);
    await load(workspace, [join(home, 'd.csv')]);
    const old = await contents(workspace);
    await workspace.close();
    writeFileSync(join(folder, 'data.duckdb'), 'not a database at all');
    const again = await openFolder(folder, false);
    expect(await contents(again)).toEqual(old);
    expect(again.notices).toMatchObject([
      { code: 'database_rebuilt', args: { reason: 'damaged', kept: 'damaged-data.duckdb' } },
    ]);
    expect(existsSync(join(folder, 'damaged-data.duckdb'))).toBe(true);
    await again.close();
    const calm = await openFolder(folder, false);
    expect(calm.notices).toEqual([]);
    await calm.close();
  });

  it('of database and sources: what is left opens, and what is missing is said', async () => {
    const folder = join(home, 'sourceless.quarterdeck');
    const workspace = await openFolder(folder, true);
    await load(workspace, [join(home, 'd.csv')]);
    await load(workspace, [join(home, 'one.csv')]);
    await workspace.close();
    rmSync(join(folder, 'data.duckdb'));
    rmSync(join(folder, 'sources', '1'), { recursive: true });
    const again = await openFolder(folder, false);
    expect((await contents(again)).deals).toBe(1);
    expect(again.notices).toMatchObject([
      { code: 'database_rebuilt' },
      { code: 'sources_missing', args: { importId: '1' } },
    ]);
    await again.close();
  });

  it('of the definitions right after an import: the import is found again beside its sources', async () => {
    const folder = join(home, 'forgetful.quarterdeck');
    const workspace = await openFolder(folder, true);
    await load(workspace, [join(home, 'd.csv')]);
    await load(workspace, [join(home, 'two.csv')]);
    const old = await contents(workspace);
    await workspace.close();
    writeFileSync(join(folder, 'workspace.json'), '{"format": 1, "min');
    const again = await openFolder(folder, false);
    expect(await contents(again)).toEqual(old);
    expect(again.definitions.imports.map(({ id }) => id)).toEqual(['1', '2']);
    expect(again.notices.map(({ code }) => code)).toContain('changes_recovered');
    await again.close();
    const calm = await openFolder(folder, false);
    expect(await contents(calm)).toEqual(old);
    expect(calm.notices).toEqual([]);
    await calm.close();
  });

  it('of the definitions right after an undo: the undone import stays undone', async () => {
    const folder = join(home, 'undone.quarterdeck');
    const workspace = await openFolder(folder, true);
    await load(workspace, [join(home, 'd.csv')]);
    const old = await contents(workspace);
    await load(workspace, [join(home, 'two.csv')]);
    await undoLoad(workspace, '2', () => Promise.resolve());
    await workspace.close();
    writeFileSync(join(folder, 'workspace.json'), '');
    const again = await openFolder(folder, false);
    expect(await contents(again)).toEqual(old);
    expect(again.definitions.imports.map(({ id }) => id)).toEqual(['1']);
    await again.close();
  });

  it('a plan leaves nothing behind', async () => {
    const folder = join(home, 'planned.quarterdeck');
    const workspace = await openFolder(folder, true);
    const file = await stageFile(workspace, join(home, 'd.csv'));
    const plan = await planLoad(workspace, [file], {});
    expect(plan.files[0]).toMatchObject({ read: 2, new: 2 });
    expect((await contents(workspace)).deals).toBe(0);
    expect(readdirSync(join(folder, 'sources'))).toEqual([]);
    await workspace.close();
  });
});
