import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const header = 'Deal ID,Created date,Stage,Owner,Amount,Expected close date,Closed date';
const january = [
  header,
  // Grows, moves on and is won; slips; stays as it is; is lost.
  'grows,2026-01-05,Qualified,Aina,100,2026-03-15,',
  'slips,2026-01-05,Proposal,Aina,200,2026-03-01,',
  'stays,2026-01-06,Proposal,Bo,50,2026-03-20,',
  'ends,2026-01-07,Meeting,Bo,80,2026-03-25,',
].join('\n');
const february = [
  header,
  'grows,2026-01-05,Won,Aina,160,2026-03-15,2026-02-20',
  'slips,2026-01-05,Proposal,Aina,200,2026-05-01,',
  'stays,2026-01-06,Proposal,Bo,50,2026-03-20,',
  'ends,2026-01-07,Lost,Bo,80,2026-03-25,2026-02-25',
  'fresh,2026-02-10,Qualified,Bo,300,2026-03-30,',
].join('\n');

const events =
  "select opportunity_id as deal, strftime(entered_at, '%Y-%m-%d') as day, to_stage, from_stage, amount::double as amount, expected_close as due, is_inferred from stage_events order by deal, entered_at";

const bucketsOf = async () => {
  const rows = await deck.ask('pipeline-waterfall', {
    from: '2026-02-01',
    to: '2026-03-01',
    options: { close: '2026-01-01..2026-04-01' },
  });
  return {
    states: [...new Set(rows.map(({ state, method }) => `${state} ${method}`))],
    money: Object.fromEntries(
      rows
        .filter(({ amount_money }) => amount_money !== 0)
        .map(({ bucket, amount_money }) => [String(bucket), amount_money]),
    ),
  };
};

describe('two exports of one list', () => {
  it('make events of what changed, marked inferred, and a waterfall that balances and says so', async () => {
    await deck.loadText('deals 2026-01-31.csv', january);
    const report = await deck.loadText('deals 2026-02-28.csv', february);
    expect(countsOf(report)).toMatchObject({ read: 5, new: 1, updated: 3, unchanged: 1, adds: true });
    expect(report.derived).toEqual({ stage_events: 6 });
    expect(report.decisions.find(({ what }) => what === 'history')?.chosen).toBe('inferred');
    const row = (
      deal: string,
      day: string,
      to_stage: string | null,
      from_stage: string | null,
      amount: number,
      due: string,
    ) => ({
      deal,
      day,
      to_stage,
      from_stage,
      amount,
      due,
      is_inferred: true,
    });
    // The state of the list before stands at its own day; a closing at its date, any other change at the day of the newer list.
    expect(await deck.rows(events)).toEqual([
      row('ends', '2026-01-31', 'Meeting', null, 80, '2026-03-25'),
      row('ends', '2026-02-25', 'Lost', 'Meeting', 80, '2026-03-25'),
      row('grows', '2026-01-31', 'Qualified', null, 100, '2026-03-15'),
      row('grows', '2026-02-20', 'Won', 'Qualified', 160, '2026-03-15'),
      row('slips', '2026-01-31', 'Proposal', null, 200, '2026-03-01'),
      row('slips', '2026-02-28', null, null, 200, '2026-05-01'),
    ]);
    // Open and due in the first quarter on 1 February: 100 + 200 + 50 + 80 = 430; new 300, grown 60, won 160, pushed 200, lost 80; left 50 + 300 = 350.
    expect(await bucketsOf()).toEqual({
      states: ['derived inferred'],
      money: { open_start: 430, new: 300, grown: 60, pushed_out: 200, won: 160, lost: 80, open_end: 350 },
    });
  });

  it('a third export adds only what changed since the second, and undo takes its events back', async () => {
    await deck.loadText('deals 2026-01-31.csv', january);
    await deck.loadText('deals 2026-02-28.csv', february);
    const before = await deck.rows(events);
    const third = await deck.load([
      deck.file('deals 2026-03-31.csv', `${header}\nslips,2026-01-05,Negotiation,Aina,250,2026-05-01,\n`),
    ]);
    expect(third.files[0]?.derived).toEqual({ stage_events: 1 });
    expect((await deck.rows(events)).filter(({ deal }) => deal === 'slips').at(-1)).toMatchObject({
      day: '2026-03-31',
      to_stage: 'Negotiation',
      from_stage: 'Proposal',
      amount: 250,
    });
    await deck.undo(third.import_id ?? '');
    expect(await deck.rows(events)).toEqual(before);
  });

  it('a change is dated by the row itself where it says when it was changed', async () => {
    const list = (stage: string, at: string) =>
      `Deal ID,Created date,Stage,Last modified date\na,2026-01-05,${stage},${at}\n`;
    await deck.loadText('deals.csv', list('Qualified', '2026-01-09 10:00'));
    await deck.loadText('deals.csv', list('Proposal', '2026-02-11 16:30'));
    expect(await deck.rows('select entered_at as at, to_stage from stage_events order by 1')).toEqual([
      { at: '2026-01-09T10:00:00.000Z', to_stage: 'Qualified' },
      { at: '2026-02-11T16:30:00.000Z', to_stage: 'Proposal' },
    ]);
  });

  it('a corrected amount of a closed deal is no history, and one closed before the list was written is dated by its closing', async () => {
    const list = (rows: string) => `Deal ID,Created date,Stage,Amount,Closed date\n${rows}`;
    await deck.loadText(
      'deals.csv',
      list('a,2026-01-05,Won,100,2026-02-01\nb,2026-01-06,Meeting,50,\nc,2026-01-07,Meeting,50,\n'),
    );
    await deck.loadText(
      'deals.csv',
      list('a,2026-01-05,Won,120,2026-02-01\nb,2026-01-06,Won,50,2026-01-20\nc,2026-01-07,Meeting,60,\n'),
    );
    // The latest moment of both files is the closing on 1 February, so that b closed before the first list that still shows it open: only its closing is certain.
    expect(
      (await deck.rows(events)).map(({ deal, day, to_stage, from_stage, amount }) => [
        deal,
        day,
        to_stage,
        from_stage,
        amount,
      ]),
    ).toEqual([
      ['b', '2026-01-06', null, null, 50],
      ['b', '2026-01-20', 'Won', 'Meeting', 50],
      ['c', '2026-01-07', null, null, 50],
      ['c', '2026-02-01', null, null, 60],
    ]);
  });

  it('steps back where a recorded history comes, and returns when that is undone', async () => {
    await deck.loadText('deals 2026-01-31.csv', january);
    await deck.loadText('deals 2026-02-28.csv', february);
    const before = await deck.rows(events);
    const recorded = await deck.load([
      deck.file('history.csv', 'Deal ID,To stage,From stage,Entered at\ngrows,Won,Qualified,2026-02-19\n'),
    ]);
    expect((await deck.rows(events)).filter(({ deal }) => deal === 'grows')).toEqual([
      {
        deal: 'grows',
        day: '2026-02-19',
        to_stage: 'Won',
        from_stage: 'Qualified',
        amount: null,
        due: null,
        is_inferred: null,
      },
    ]);
    await deck.undo(recorded.import_id ?? '');
    expect(await deck.rows(events)).toEqual(before);
  });

  it('is the same when the workspace is made anew from its sources', async () => {
    await deck.loadText('deals 2026-01-31.csv', january);
    const second = await deck.load([deck.file('deals 2026-02-28.csv', february)]);
    const before = await deck.rows(events);
    await deck.load([deck.file('accounts.csv', 'account_id,name\n1,Acme\n')]);
    await deck.load([
      deck.file('deals 2026-03-31.csv', `${header}\nstays,2026-01-06,Won,Bo,50,2026-03-20,2026-03-20\n`),
    ]);
    await deck.undo('4');
    expect(await deck.rows(events)).toEqual(before);
    await deck.undo(second.import_id ?? '');
    expect(await deck.rows(events)).toEqual([]);
  });
});
