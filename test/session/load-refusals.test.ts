import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbook } from '../import/read/apart/workbook';
import { planLoad, runLoad, runPlan } from '../../electron/session/load';
import type { ErrorCode } from '../../electron/model/errors';
import { stageFile } from '../../electron/session/open-workspace';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const good = 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n';
const untouched = async () => {
  expect(await deck.rows('select count(*) as n from opportunities')).toEqual([{ n: 0 }]);
  expect(readdirSync(join(deck.folder, 'sources'))).toEqual([]);
  expect(deck.workspace.definitions.imports).toEqual([]);
};

describe('a file that is no table is refused with its name, and among others set aside with the reason', () => {
  it.each<[string, string | Uint8Array, ErrorCode]>([
    ['empty', '', 'empty_file'],
    ['nothing but blank lines', '\n\n \n', 'only_blank'],
    ['not text', new Uint8Array([0, 1, 2, 3, 0, 0, 255, 254, 0, 9, 200, 0]), 'not_text'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'html'],
    ['columns nobody knows', 'alpha,beta\n1,2\n3,4\n', 'nothing_recognised'],
  ])('%s', async (_name, content, code) => {
    const args = expect.objectContaining({ file: 'bad.csv' }) as object;
    const bad = deck.file('bad.csv', content);
    await expect(deck.load([bad])).rejects.toMatchObject({ code, args });
    await expect(deck.load([bad, deck.file('worse.csv', 'gamma,delta\n1,2\n3,4\n')])).rejects.toMatchObject({ code });
    await untouched();
    const { files, warnings } = await deck.load([deck.file('good.csv', good), bad]);
    expect(files.map(({ table, set_aside: aside }) => [table, aside])).toEqual([
      ['opportunities', null],
      [null, { code, args }],
    ]);
    expect(files.every((file) => countsOf(file)['adds'])).toBe(true);
    expect(warnings.map((warning) => warning.code)).toContain('set_aside');
    await deck.loadText('again.csv', good);
    await deck.undo('1');
    expect(await deck.rows('select count(*) > 0 as there from opportunities')).toEqual([{ there: true }]);
  });

  it('and a sheet of a workbook likewise, until somebody maps it by hand', async () => {
    const path = deck.file(
      'crm.xlsx',
      workbook('xlsx', [
        {
          name: 'Notes',
          rows: [
            ['alpha', 'beta'],
            [1, 'x'],
            [2, 'y'],
            [3, 'z'],
          ],
        },
        {
          name: 'Deals',
          rows: good
            .trim()
            .split('\n')
            .map((line) => line.split(',')),
        },
      ]),
    );
    const plan = await deck.plan([path]);
    expect(plan.files.map(({ part, set_aside: aside }) => [part, aside?.code])).toEqual([
      ['Notes', 'nothing_recognised'],
      ['Deals', undefined],
    ]);
    expect(plan.questions.filter(({ kind }) => kind === 'table')).toEqual([
      { file: 'crm.xlsx#Notes', kind: 'table', subject: '', choices: [], suggested: null, mayBeLeft: true },
    ]);
    const { files } = await deck.load([path], {
      'crm.xlsx#Notes': { table: 'products', columns: { alpha: 'product_id', beta: 'name' } },
    });
    expect(files.map(({ table, new: added }) => [table, added])).toContainEqual(['products', 3]);
  });

  it('a plan shows an unknown file as a question instead', async () => {
    const plan = await deck.plan([deck.file('bad.csv', 'alpha,beta\n1,2\n3,4\n')]);
    expect(plan.questions).toMatchObject([{ file: 'bad.csv', kind: 'table' }]);
    expect(plan.files[0]).toMatchObject({
      table: null,
      read: 2,
      skipped: 2,
      firstLines: ['alpha,beta', '1,2', '3,4', ''],
    });
  });
});

describe('a file that cannot be brought in', () => {
  it('is missing, a folder, or has left in the meantime', async () => {
    await expect(stageFile(deck.workspace, join(deck.home, 'nowhere.csv'))).rejects.toMatchObject({
      code: 'file_missing',
    });
    mkdirSync(join(deck.home, 'folder.csv'));
    await expect(stageFile(deck.workspace, join(deck.home, 'folder.csv'))).rejects.toMatchObject({
      code: 'file_is_folder',
    });
    await expect(stageFile(deck.workspace, '/dev/null')).rejects.toMatchObject({ code: 'file_unreadable' });
    await expect(planLoad(deck.workspace, [{ stored: 'x/y.csv', name: 'y.csv' }], {})).rejects.toMatchObject({
      code: 'file_missing',
    });
  });
});

describe('a dry run', () => {
  it('tells what each file is as soon as it knows, then how far it has come, and the plan last', async () => {
    const deals = deck.file('deals.csv', 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n');
    const accounts = deck.file('accounts.csv', 'account_id,name\nA,Acme\n');
    const files = [await stageFile(deck.workspace, deals), await stageFile(deck.workspace, accounts)];
    const told: string[] = [];
    for await (const event of runPlan(deck.workspace, files, {})) {
      if (event.type === 'seen') told.push(`${event.file.file} is ${event.file.table ?? ''} of ${event.file.bytes}`);
      else if (event.type === 'planned') told.push(`planned ${event.plan.files.map(({ read }) => read).join(' ')}`);
      else if (event.done === event.total) told.push(`${event.file} ${event.step} whole`);
    }
    const marks = told.filter((line) => !line.endsWith('read whole'));
    expect(marks).toEqual([
      'deals.csv is opportunities of 44',
      'deals.csv load whole',
      'accounts.csv is accounts of 23',
      'accounts.csv load whole',
      'planned 1 1',
    ]);
  });
});

describe('a load that is stopped', () => {
  it('leaves nothing, and the next one works', async () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => `${i},2026-01-01,Won`).join('\n');
    const file = await stageFile(deck.workspace, deck.file('big.csv', `Deal ID,Created date,Stage\n${rows}\n`));
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 60);
    const run = async () => {
      for await (const event of runLoad(deck.workspace, [file], {}, () => Promise.resolve(), stop.signal)) void event;
    };
    await expect(run()).rejects.toMatchObject({ code: 'import_cancelled' });
    await untouched();
    expect(existsSync(join(deck.folder, 'incoming', file.stored))).toBe(true);
    expect((await deck.load([deck.file('good.csv', good)])).files[0]).toMatchObject({ new: 1 });
  });
});

describe('hostile names', () => {
  it('are data: of columns, files and values', async () => {
    const name = `x'"; drop table store.opportunities; --`;
    const report = await deck.loadText(
      `it's; "quoted" [1]*.csv`,
      `Deal ID,Created date,Stage,"${name.replaceAll('"', '""')}",__proto__,constructor\n1,2026-01-01,"'); drop schema store; --",a,b,c\n`,
    );
    expect(report).toMatchObject({ table: 'opportunities', new: 1 });
    expect(await deck.rows('select stage, src_file, x_proto, x_constructor from opportunities')).toEqual([
      { stage: "'); drop schema store; --", src_file: `it's; "quoted" [1]*.csv`, x_proto: 'b', x_constructor: 'c' },
    ]);
    await deck.reopen();
    expect(await deck.rows('select count(*) as n from opportunities')).toEqual([{ n: 1 }]);
  });
});
