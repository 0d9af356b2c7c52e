import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const list = (extra: string, rows: readonly string[]) => [`Ref;Begun;Step;Worth${extra}`, ...rows].join('\n');
const told = {
  'list.csv': {
    table: 'opportunities',
    columns: { Ref: 'opportunity_id', Begun: 'created_at', Step: 'stage', Worth: 'amount' },
    date_order: 'dmy' as const,
    decimal: ',' as const,
    currency: 'MYR',
  },
};

describe('a header that comes again', () => {
  it('is mapped as before without a word, dates and numbers that are open included', async () => {
    await deck.loadText('list.csv', list('', ['a;01/02/2026;Won;1.234']), told);
    const plan = await deck.plan([deck.file('list of march.csv', list('', ['b;03/04/2026;Lost;2.500']))]);
    expect(plan.files[0]?.reused).toEqual({ file: 'list.csv', added: [], gone: [] });
    expect(plan.files[0]?.decisions).toContainEqual({
      what: 'mapping',
      chosen: 'as for list.csv',
      evidence: 'the same columns',
      because: { code: 'same_columns', args: {} },
    });
    expect(plan.questions.map(({ kind }) => kind)).toEqual(['stages']);
    await deck.loadText('list of march.csv', list('', ['b;03/04/2026;Lost;2.500']));
    expect(
      await deck.rows(
        'select opportunity_id as id, created_at::date as day, amount::double as amount, currency from opportunities order by 1',
      ),
    ).toEqual([
      { id: 'a', day: '2026-02-01', amount: 1234, currency: 'MYR' },
      { id: 'b', day: '2026-04-03', amount: 2500, currency: 'MYR' },
    ]);
  });

  it('shows what differs: a new column is judged, one that is gone is named', async () => {
    await deck.loadText('list.csv', list(';Team', ['a;01/02/2026;Won;1.234;North']), told);
    const plan = await deck.plan([deck.file('list.csv', list(';Region', ['b;03/04/2026;Lost;2.500;East']))]);
    expect(plan.files[0]?.reused).toEqual({ file: 'list.csv', added: ['Region'], gone: ['Team'] });
    expect(plan.files[0]?.columns.map(({ field }) => field)).toEqual([
      'opportunity_id',
      'created_at',
      'stage',
      'amount',
      'region',
    ]);
  });

  it('yields to what the file itself shows, and to what is said now', async () => {
    await deck.loadText('list.csv', list('', ['a;01/02/2026;Won;1.234']), told);
    const report = await deck.loadText('list.csv', list('', ['b;03/24/2026;Lost;2.500']), {
      'list.csv': { columns: { Worth: null } },
    });
    expect(report.decisions.find(({ what }) => what === 'dates')?.chosen).toBe('month first');
    expect(report.columns.at(-1)).toMatchObject({ source: 'Worth', field: null });
  });

  it('is strange again once the import that had it is undone', async () => {
    const first = await deck.load([deck.file('list.csv', list('', ['a;01/02/2026;Won;1.234']))], told);
    await deck.undo(first.import_id ?? '');
    const plan = await deck.plan([deck.file('list.csv', list('', ['b;03/04/2026;Lost;2.500']))]);
    expect(plan.files[0]?.reused).toBeNull();
  });
});

describe('percents', () => {
  it('that may be shares or points are asked about, and the mapping settles it', async () => {
    const text = 'opportunity_id,created_at,stage,Discount %\na,2026-01-05,Won,0.2\nb,2026-01-06,Won,0.5\n';
    const plan = await deck.plan([deck.file('deals.csv', text)]);
    expect(plan.questions.filter(({ kind }) => kind === 'percent')).toEqual([
      { file: 'deals.csv', kind: 'percent', subject: 'Discount %', choices: ['ratio', 'points'], suggested: 'ratio' },
    ]);
    expect(plan.warnings.map(({ code }) => code)).toContain('percent_guess');
    await deck.loadText('deals.csv', text, { 'deals.csv': { percent: 'points' } });
    expect(await deck.rows('select discount::double as d from opportunities order by 1')).toEqual([
      { d: 0.002 },
      { d: 0.005 },
    ]);
  });
});

describe('the currency', () => {
  it.each([
    ['a column', 'Amount,Currency', '10,eur', 'EUR', undefined],
    ['the amounts themselves', 'Amount,Note', '"RM 1,250.00",x', 'MYR', 'stands in the amounts'],
    ['the workspace', 'Amount,Note', '10,x', null, 'not in the file; workspace setting'],
  ])('comes from %s', async (_name, head, cells, currency, evidence) => {
    const report = await deck.loadText(
      'deals.csv',
      `opportunity_id,created_at,stage,${head}\na,2026-01-05,Won,${cells}\n`,
    );
    expect(await deck.rows('select currency from opportunities')).toEqual([{ currency }]);
    expect(report.decisions.find(({ what }) => what === 'currency')?.evidence).toBe(evidence);
  });
});
