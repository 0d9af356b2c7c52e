import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLines } from '../../electron/session/load';
import { stageFile } from '../../electron/session/open-workspace';
import { OpenDeck, countsOf } from './open-deck';

let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const fieldsOf = (report: { columns: readonly { source: string; field: string | null }[] }) =>
  Object.fromEntries(report.columns.map(({ source, field }) => [source, field]));

describe('a hundred opportunities and a hundred conversations', () => {
  const opportunities = (header: string) =>
    [
      header,
      ...range(100).map(
        (i) => `O${i},2026-01-05,${i <= 20 ? 'Won' : 'Lost'},R${i % 4},${i * 10},2026-02-10,${i <= 20}`,
      ),
    ].join('\n');
  const activities = (header: string) =>
    [header, ...range(100).map((i) => `A${i},2026-01-06 10:00,call,O${i},true`)].join('\n');

  it.each([
    [
      'opportunity_id,created_at,stage,owner_id,amount,closed_at,is_won',
      'activity_id,at,kind,opportunity_id,is_conversation',
    ],
    [
      'Opportunity ID,Created at,Stage,Owner,Amount,Closed at,Is won',
      'Activity ID,At,Kind,Opportunity,Is conversation',
    ],
    [
      'Deal ID,Created date,Deal stage,Deal owner,Value,Close date,Won',
      'Activity ID,Activity date,Activity type,Deal,Two-way',
    ],
    ['id,created,stage,rep,amount,closed,won', 'id,date,type,opportunity,two_way'],
    [
      'Record ID,Create Date,Stage,Owner,Deal amount,Closed date,Is Won',
      'Record ID,Date,Type,Opportunity ID,Conversation',
    ],
  ])('are understood under %s', async (dealHeader, touchHeader) => {
    const { files, warnings } = await deck.load([
      deck.file('opportunities.csv', opportunities(dealHeader)),
      deck.file('activities.csv', activities(touchHeader)),
    ]);
    expect(files.map(({ table, read, new: added }) => ({ table, read, added }))).toEqual([
      { table: 'opportunities', read: 100, added: 100 },
      { table: 'activities', read: 100, added: 100 },
    ]);
    expect(warnings).toEqual([]);
    expect(
      await deck.rows(
        'select count(*) filter (where is_won) as won, count(created_at) as dated, count(owner_id) as owned, sum(amount)::double as money, count(closed_at) as closed from opportunities',
      ),
    ).toEqual([{ won: 20, dated: 100, owned: 100, money: 50500, closed: 100 }]);
    expect(
      await deck.rows(
        'select count(*) filter (where is_conversation) as talks, count(distinct opportunity_id) as about, any_value(kind) as kind, min("at") as first from activities',
      ),
    ).toEqual([{ talks: 100, about: 100, kind: 'call', first: '2026-01-06T10:00:00.000Z' }]);
  });
});

describe('two-way when no column says so', () => {
  it('follows from the kind, the outcome of a call and the direction of a message, as a decision', async () => {
    const report = await deck.loadText(
      'activities.csv',
      `Activity ID,Date,Type,Deal ID,Outcome,Direction
a1,2026-01-01,Meeting,D1,,
a2,2026-01-01,Phone call,D1,Reached,
a3,2026-01-01,Call,D1,No answer,
a4,2026-01-01,Email,D1,,Inbound
a5,2026-01-01,Email,D1,,Outbound
a6,2026-01-01,Task,D1,,
a7,2026-01-01,Site visit,D1,,
a8,2026-01-01,Call,D1,,
`,
    );
    expect(report.decisions.map(({ what }) => what)).toContain('conversations');
    expect(await deck.rows('select activity_id, kind, is_conversation as two_way from activities order by 1')).toEqual([
      { activity_id: 'a1', kind: 'meeting', two_way: true },
      { activity_id: 'a2', kind: 'call', two_way: true },
      { activity_id: 'a3', kind: 'call', two_way: false },
      { activity_id: 'a4', kind: 'email', two_way: true },
      { activity_id: 'a5', kind: 'email', two_way: false },
      { activity_id: 'a6', kind: 'task', two_way: false },
      { activity_id: 'a7', kind: 'visit', two_way: true },
      { activity_id: 'a8', kind: 'call', two_way: null },
    ]);
  });
});

describe('a Malay spreadsheet', () => {
  it('is understood, semicolons, decimal commas and all', async () => {
    const report = await deck.loadText(
      'urus niaga.csv',
      `Kod urus niaga;Tarikh dibuka;Peringkat;Pelanggan;Wakil jualan;Nilai urus niaga;Sebab kalah;Kumpulan harga
U1;31/01/2026;Sebut harga dihantar;Sekolah A;Farid;1.234,50;;B2
U2;13/02/2026;Menang;Sekolah B;Farid;99,00;;B1
U3;05/02/2026;Kalah;Sekolah B;Aminah;12.000,00;Harga;B1
`,
    );
    expect(fieldsOf(report)).toEqual({
      'Kod urus niaga': 'opportunity_id',
      'Tarikh dibuka': 'created_at',
      Peringkat: 'stage',
      Pelanggan: 'account_id',
      'Wakil jualan': 'owner_id',
      'Nilai urus niaga': 'amount',
      'Sebab kalah': 'loss_reason',
      'Kumpulan harga': null,
    });
    expect(
      await deck.rows(
        'select opportunity_id as id, created_at::date as day, amount::double as amount, x_kumpulan_harga as x from opportunities order by 1',
      ),
    ).toEqual([
      { id: 'U1', day: '2026-01-31', amount: 1234.5, x: 'B2' },
      { id: 'U2', day: '2026-02-13', amount: 99, x: 'B1' },
      { id: 'U3', day: '2026-02-05', amount: 12000, x: 'B1' },
    ]);
    expect(await deck.rows('select stage, target from stage_map order by stage')).toEqual([
      { stage: 'Kalah', target: 'lost' },
      { stage: 'Menang', target: 'won' },
      { stage: 'Sebut harga dihantar', target: 'proposal' },
    ]);
  });
});

describe('small lists', () => {
  it('people: a manager without teams is the team, the name is the id, nobody has a role', async () => {
    await deck.loadText('team.csv', 'Sales agent,Manager,Regional office\nAnna,Dustin,Central\nCarl,Dustin,East\n');
    expect(await deck.rows('select rep_id, name, role, team_id, manager_id, region from reps order by 1')).toEqual([
      { rep_id: 'Anna', name: 'Anna', role: 'other', team_id: 'Dustin', manager_id: null, region: 'Central' },
      { rep_id: 'Carl', name: 'Carl', role: 'other', team_id: 'Dustin', manager_id: null, region: 'East' },
    ]);
  });

  it('people with teams and managers keep both', async () => {
    await deck.loadText(
      'reps.csv',
      'Rep ID,Name,Team,Manager,Role,Level\n1,Anna,North,9,Account Executive,Sr\n9,Dora,North,,Sales manager,\n',
    );
    expect(await deck.rows('select rep_id, role, team_id, manager_id, level from reps order by 1')).toEqual([
      { rep_id: '1', role: 'ae', team_id: 'North', manager_id: '9', level: 'senior' },
      { rep_id: '9', role: 'manager', team_id: 'North', manager_id: null, level: null },
    ]);
  });

  it('order lines without numbers are numbered in the order of the file', async () => {
    await deck.loadText(
      'order_lines.csv',
      'Order ID,Product,Quantity,Unit price\nO1,ink,2,9.5\nO2,paper,1,4\nO1,paper,5,4\n',
    );
    expect(await deck.rows('select order_id, line, product_id from order_lines order by 1, 2')).toEqual([
      { order_id: 'O1', line: 1, product_id: 'ink' },
      { order_id: 'O1', line: 2, product_id: 'paper' },
      { order_id: 'O2', line: 1, product_id: 'paper' },
    ]);
  });

  it('lists in a cell become lists, and the aliases in them are joined', async () => {
    await deck.load([
      deck.file('products.csv', 'Product ID,Name,Aliases\nGTX Pro,GTX Pro,GTXPro; GTX-PRO\nMG,MG,\n'),
      deck.file('deals.csv', 'Deal ID,Created date,Stage,Product\n1,2026-01-01,Won,GTXPro\n2,2026-01-01,Won,MG\n'),
    ]);
    expect(
      await deck.rows(
        'select product_id, name from opportunities join products using (product_id) order by opportunity_id',
      ),
    ).toEqual([
      { product_id: 'GTX Pro', name: 'GTX Pro' },
      { product_id: 'MG', name: 'MG' },
    ]);
  });

  it('dates per rung become stage events', async () => {
    const report = await deck.loadText(
      'deals.csv',
      'Deal ID,Created date,Stage,Date meeting held,Date proposal sent,Expected close date\n1,2026-01-01,Won,2026-01-03,2026-01-09,2026-02-01\n2,2026-01-02,Proposal,,2026-01-05,2026-02-01\n3,2026-01-02,New,,,\n',
    );
    expect(report.derived).toEqual({ stage_events: 3 });
    expect(
      await deck.rows(
        'select opportunity_id, entered_at::date as day, to_stage, src_row from stage_events order by 1, 2',
      ),
    ).toEqual([
      { opportunity_id: '1', day: '2026-01-03', to_stage: 'meeting held', src_row: 2 },
      { opportunity_id: '1', day: '2026-01-09', to_stage: 'Proposal', src_row: 2 },
      { opportunity_id: '2', day: '2026-01-05', to_stage: 'Proposal', src_row: 3 },
    ]);
  });

  it('one close date for open and closed deals is the expected one while they are open', async () => {
    const report = await deck.loadText(
      'deals.csv',
      'Deal ID,Created date,Stage,Close date\n1,2026-01-01,Won,2026-01-20\n2,2026-01-02,Negotiation,2026-03-05\n3,2026-01-02,Lost,2026-01-09\n',
    );
    expect(report.decisions.map(({ what }) => what)).toContain('close date');
    expect(
      await deck.rows(
        'select opportunity_id as id, closed_at::date as closed, expected_close as expected from opportunities order by 1',
      ),
    ).toEqual([
      { id: '1', closed: '2026-01-20', expected: null },
      { id: '2', closed: null, expected: '2026-03-05' },
      { id: '3', closed: '2026-01-09', expected: null },
    ]);
  });

  it('values that no enumeration knows become other, and are listed', async () => {
    const { warnings } = await deck.load([
      deck.file(
        'activities.csv',
        'Activity ID,At,Kind,Deal ID\n1,2026-01-01,Call,1\n2,2026-01-01,Fax machine,1\n3,2026-01-01,Seance,1\n',
      ),
    ]);
    expect(await deck.rows('select kind from activities order by activity_id')).toEqual([
      { kind: 'call' },
      { kind: 'other' },
      { kind: 'other' },
    ]);
    expect(warnings.map(({ code, count }) => ({ code, count }))).toEqual([{ code: 'unmapped_value', count: 2 }]);
    expect(warnings[0]?.message).toContain('Fax machine, Seance');
  });

  it('a stage nobody knows is named with its count, and stands on no rung', async () => {
    const { warnings } = await deck.load([
      deck.file('deals.csv', 'Deal ID,Created date,Stage\n1,2026-01-01,Won\n2,2026-01-01,Zebra\n3,2026-01-01,Zebra\n'),
    ]);
    expect(warnings).toEqual([
      {
        code: 'unknown_stage',
        message: 'stage Zebra stands on no rung yet',
        file: null,
        says: { code: 'unknown_stage', args: { stage: 'Zebra' } },
        count: 2,
      },
    ]);
    expect(await deck.rows("select target, confirmed from stage_map where stage = 'Zebra'")).toEqual([
      { target: null, confirmed: false },
    ]);
  });

  it('percents written as points are stored as shares', async () => {
    const report = await deck.loadText(
      'deals.csv',
      'Deal ID,Created date,Stage,Discount,Probability (%)\n1,2026-01-01,Won,20,100\n2,2026-01-01,New,7.5,10\n',
    );
    expect(report.decisions.filter(({ what }) => what.startsWith('percent'))).toHaveLength(2);
    expect(
      await deck.rows(
        'select discount::double as d, probability::double as p from opportunities order by opportunity_id',
      ),
    ).toEqual([
      { d: 0.2, p: 1 },
      { d: 0.075, p: 0.1 },
    ]);
  });

  it('counts add up whatever the file holds', async () => {
    const report = await deck.loadText(
      'deals.csv',
      'Deal ID,Created date,Stage\n1,2026-01-01,Won\n\n1,2026-01-02,Lost\n,2026-01-01,Won\n2,2026-01-01,New\n',
    );
    expect(countsOf(report)).toEqual({
      read: 5,
      new: 2,
      updated: 0,
      unchanged: 0,
      skipped: 2,
      rejected: 1,
      adds: true,
    });
  });
});

describe('activities that nobody has done yet', () => {
  it('are not told by a clock that most of a list is ahead of', async () => {
    const rows = [1, 2, 3].map((day) => `a${day},2999-01-0${day},Meeting,D1`);
    const report = await deck.loadText(
      'ahead.csv',
      ['Activity ID,Date,Type,Deal ID', 'a0,2026-01-01,Call,D1', ...rows].join('\n'),
    );
    expect(countsOf(report)).toMatchObject({ read: 4, new: 4, skipped: 0 });
  });

  const list = [
    'Activity ID,Date,Type,Deal ID,Done',
    'a1,2026-01-01,Meeting,D1,Yes',
    'a2,2026-01-02,Call,D1,No',
    'a3,2999-01-01,Meeting,D1,',
  ].join('\n');

  it('are left out, with the reason of each, and come in once they are done', async () => {
    const report = await deck.loadText('activities.csv', list);
    expect(countsOf(report)).toMatchObject({ read: 3, new: 1, skipped: 2, adds: true });
    expect(report.decisions).toContainEqual({
      what: 'left out',
      chosen: '2',
      evidence: 'planned or not done',
      because: { code: 'not_done', args: {} },
    });
    const incoming = await stageFile(deck.workspace, deck.file('again.csv', list));
    const lines = await loadLines(deck.workspace, incoming, {}, 'skipped');
    expect(lines.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'planned, not done'],
      [4, 'planned, not done'],
    ]);
    const later = await deck.loadText('later.csv', list.replace('Call,D1,No', 'Call,D1,Yes'));
    expect(countsOf(later)).toMatchObject({ new: 1, unchanged: 1, skipped: 1 });
    await deck.undo('2');
    expect(await deck.rows('select activity_id from activities')).toEqual([{ activity_id: 'a1' }]);
  });
});
