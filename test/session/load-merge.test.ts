import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../electron/model/errors';
import { forgetSource } from '../../electron/session/load';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const deals =
  'select opportunity_id as id, stage, owner_id as owner, amount::double as amount, src_file as file, src_row as line from opportunities order by 1';

describe('a file that comes again', () => {
  it('brings new rows, newer versions and nothing else; columns it lacks keep their values', async () => {
    await deck.loadText(
      'jan.csv',
      'Deal ID,Created date,Stage,Owner,Amount\n1,2026-01-01,New,Anna,10\n2,2026-01-02,New,Bo,20\n3,2026-01-03,New,Cy,30\n',
    );
    const report = await deck.loadText(
      'feb.csv',
      'Deal ID,Created date,Stage,Owner\n1,2026-01-01,Won,Anna\n2,2026-01-02,New,Bo\n4,2026-02-01,New,Di\n',
    );
    expect(countsOf(report)).toEqual({
      read: 3,
      new: 1,
      updated: 1,
      unchanged: 1,
      skipped: 0,
      rejected: 0,
      adds: true,
    });
    expect(await deck.rows(deals)).toEqual([
      { id: '1', stage: 'Won', owner: 'Anna', amount: 10, file: 'feb.csv', line: 2 },
      { id: '2', stage: 'New', owner: 'Bo', amount: 20, file: 'jan.csv', line: 3 },
      { id: '3', stage: 'New', owner: 'Cy', amount: 30, file: 'jan.csv', line: 4 },
      { id: '4', stage: 'New', owner: 'Di', amount: null, file: 'feb.csv', line: 4 },
    ]);
  });

  it('of the same record in one file the latest change wins, else the last line', async () => {
    const report = await deck.loadText(
      'deals.csv',
      'Deal ID,Created date,Stage,Last modified\n1,2026-01-01,Won,2026-03-01\n1,2026-01-01,New,2026-02-01\n',
    );
    expect(countsOf(report)).toMatchObject({ read: 2, new: 1, skipped: 1 });
    await deck.loadText('more.csv', 'Deal ID,Created date,Stage\n2,2026-01-01,New\n2,2026-01-01,Lost\n');
    expect((await deck.rows(deals)).map(({ id, stage }) => [id, stage])).toEqual([
      ['1', 'Won'],
      ['2', 'Lost'],
    ]);
  });

  it('rows without a key of their own are known by all their cells', async () => {
    const text = 'Opportunity ID,Entered at,To stage\n1,2026-01-01,New\n1,2026-01-01,New\n1,2026-01-05,Won\n';
    expect(countsOf(await deck.loadText('stage_events.csv', text))).toMatchObject({ read: 3, new: 2, skipped: 1 });
    expect(countsOf(await deck.loadText('stage_events.csv', `${text}1,2026-01-07,Paid\n`))).toMatchObject({
      read: 4,
      new: 1,
      unchanged: 2,
      skipped: 1,
    });
  });

  it('what a rule makes never overrules what a file said', async () => {
    await deck.loadText('a.csv', 'Activity ID,Date,Type,Deal ID,Two-way\n1,2026-01-01,Meeting,1,no\n');
    const report = await deck.loadText('b.csv', 'Activity ID,Date,Type,Deal ID,Minutes\n1,2026-01-01,Meeting,1,30\n');
    expect(countsOf(report)).toMatchObject({ updated: 1 });
    expect(await deck.rows('select is_conversation as talk, minutes::double as minutes from activities')).toEqual([
      { talk: false, minutes: 30 },
    ]);
  });

  it('ids keep their zeros and lose the blanks around them', async () => {
    await deck.loadText('deals.csv', 'Deal ID,Created date,Stage\n007,2026-01-01,New\n');
    expect(
      countsOf(
        await deck.loadText('deals.csv', 'Deal ID,Created date,Stage\n 007 ,2026-01-01,New\n7,2026-01-01,New\n'),
      ),
    ).toMatchObject({ new: 1, unchanged: 1 });
    expect((await deck.rows(deals)).map(({ id }) => id)).toEqual(['007', '7']);
  });

  it('extra columns join in later, and are empty before', async () => {
    await deck.loadText('a.csv', 'Deal ID,Created date,Stage,Shelf\n1,2026-01-01,New,top\n');
    await deck.loadText('b.csv', 'Deal ID,Created date,Stage,Colour\n2,2026-01-01,New,red\n');
    expect(await deck.rows('select opportunity_id as id, x_shelf, x_colour from opportunities order by 1')).toEqual([
      { id: '1', x_shelf: 'top', x_colour: null },
      { id: '2', x_shelf: null, x_colour: 'red' },
    ]);
  });
});

describe('any sequence of files of one table', () => {
  const row = fc.record({
    id: fc.constantFrom('', '1', '2', '3', '4', '5'),
    stage: fc.constantFrom('New', 'Won', 'Lost'),
    amount: fc.constantFrom('', '1', '2.50'),
  });
  const file = fc.array(row, { minLength: 1, maxLength: 8 });

  /** How many sequences; QUARTERDECK_RUNS asks for more. */
  const numRuns = Number(process.env['QUARTERDECK_RUNS'] ?? 6);
  let sequences = 0;

  it('ends with the last version of each record, and every count adds up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (files) => {
        // Each sequence has ids of its own, so that all of them share one workspace.
        const own = `${++sequences}-`;
        const expected = new Map<string, string>();
        for (const rows of files) {
          const lines = rows.map(({ id, stage, amount }) => `${id && own + id},2026-01-01,${stage},${amount}`);
          const report = await deck.loadText('deals.csv', ['Deal ID,Created date,Stage,Amount', ...lines].join('\n'));
          expect(countsOf(report)).toMatchObject({
            read: rows.length,
            rejected: rows.filter(({ id }) => id === '').length,
            adds: true,
          });
          for (const { id, stage, amount } of rows)
            if (id !== '') expected.set(own + id, `${stage} ${amount === '' ? 'null' : Number(amount)}`);
        }
        const found = (await deck.rows(deals))
          .filter(({ id }) => String(id).startsWith(own))
          .map(({ id, stage, amount }) => [String(id), `${String(stage)} ${String(amount)}`] as const);
        expect(new Map(found)).toEqual(expected);
      }),
      { numRuns },
    );
  }, 120_000);
});

describe('undo', () => {
  const figures = () => deck.rows('select * from opportunities order by opportunity_id, src_row');
  const map = () => deck.rows('select * from stage_map order by stage');

  it('gives back exactly what was there, replaced versions included', async () => {
    await deck.loadText('jan.csv', 'Deal ID,Created date,Stage,Amount\n1,2026-01-01,New,10\n2,2026-01-02,New,20\n');
    const before = [await figures(), await map()];
    const { import_id: id } = await deck.load([
      deck.file(
        'feb.csv',
        'Deal ID,Created date,Stage,Amount,Shelf\n1,2026-01-01,Zebra,11,top\n3,2026-02-01,Won,5,low\n',
      ),
    ]);
    expect(await figures()).not.toEqual(before[0]);
    expect(await deck.undo(id ?? '')).toEqual({ import_id: id, removed: { opportunities: 2, stage_events: 2 } });
    expect([await figures(), await map()]).toEqual(before);
    await deck.reopen();
    expect([await figures(), await map()]).toEqual(before);
    expect(deck.workspace.notices).toEqual([]);
  });

  it('of an import that later ones built on reads the rest again', async () => {
    const first = await deck.load([
      deck.file('jan.csv', 'Deal ID,Created date,Stage,Amount\n1,2026-01-01,New,10\n2,2026-01-02,New,20\n'),
    ]);
    await deck.loadText('feb.csv', 'Deal ID,Created date,Stage,Amount\n1,2026-01-01,New,10\n2,2026-01-02,Won,20\n');
    await deck.undo(first.import_id ?? '');
    expect(await deck.rows(deals)).toEqual([
      { id: '1', stage: 'New', owner: null, amount: 10, file: 'feb.csv', line: 2 },
      { id: '2', stage: 'Won', owner: null, amount: 20, file: 'feb.csv', line: 3 },
    ]);
  });

  it('leaves no trace of the removed texts anywhere in the folder', async () => {
    const secret = 'Ünmistakable Sdn Bhd';
    const texts = () =>
      readdirSync(deck.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(secret))
        .map(({ name }) => name);
    await deck.loadText('jan.csv', 'Deal ID,Created date,Stage\n1,2026-01-01,New\n');
    const rows = Array.from({ length: 5 }, (_, i) => `s${i},2026-01-01,New,${secret} ${i}`);
    const { import_id: id } = await deck.load([
      deck.file('feb.csv', ['Deal ID,Created date,Stage,Client note', ...rows].join('\n')),
    ]);
    expect(texts()).toContain('data.duckdb');
    await deck.undo(id ?? '');
    expect(texts()).toEqual([]);
    expect((await deck.rows(deals)).map((row) => row['id'])).toEqual(['1']);
  });

  it('removes the source files too, and is told when there is no such import', async () => {
    const { import_id: id } = await deck.load([deck.file('jan.csv', 'Deal ID,Created date,Stage\n1,2026-01-01,New\n')]);
    expect(existsSync(join(deck.folder, 'sources', id ?? ''))).toBe(true);
    await deck.undo(id ?? '');
    expect(existsSync(join(deck.folder, 'sources', id ?? ''))).toBe(false);
    await expect(deck.undo(id ?? '')).rejects.toEqual(new UserError('import_missing', { importId: id ?? '' }));
  });
});

describe('forgetting one source of an import', () => {
  it('takes its rows out, puts back what they replaced, and removes its file and every text of it from the disk', async () => {
    await deck.loadText('jan.csv', 'Deal ID,Created date,Stage,Amount\n1,2026-01-01,New,10\n');
    const { import_id: id = '' } = await deck.load([
      deck.file('accounts.csv', 'account_id,name\nA,Acme\n'),
      deck.file(
        'feb.csv',
        'Deal ID,Created date,Stage,Amount,Secret\n1,2026-01-01,Won,11,xyzzysecret\n2,2026-02-01,Won,5,low\n',
      ),
    ]);
    expect(await forgetSource(deck.workspace, id ?? '', 'feb.csv', () => Promise.resolve())).toMatchObject({
      removed: { opportunities: 2 },
    });
    expect(await deck.rows('select opportunity_id as id, stage, amount::double as amount from opportunities')).toEqual([
      { id: '1', stage: 'New', amount: 10 },
    ]);
    expect(await deck.rows('select name from accounts')).toEqual([{ name: 'Acme' }]);
    await deck.reopen();
    expect(deck.workspace.notices).toEqual([]);
    expect(await deck.rows('select count(*) as n from accounts')).toEqual([{ n: 1 }]);
    for (const entry of readdirSync(deck.folder, { recursive: true, withFileTypes: true })) {
      // The definitions before the last change are kept as a copy, until the next one.
      if (entry.isFile() && !entry.name.endsWith('.bak'))
        expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain('xyzzysecret');
    }
    await expect(forgetSource(deck.workspace, id ?? '', 'feb.csv', () => Promise.resolve())).rejects.toMatchObject({
      code: 'import_missing',
    });
  });
});
