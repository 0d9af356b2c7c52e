import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { metricOf, optionsOf } from '../../electron/analytics';
import type { Answer, Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { rowsOf } from '../../electron/model/table';
import type { Ground } from '../../electron/session/answer';
import { answerMetric } from '../../electron/session/answer';
import { asking, boardOf } from '../../electron/session/boards';
import { makeLater } from '../../electron/session/derive';
import type { Row, Rows } from './ground';
import { company, regions, reps, segments, contracts, sharedCredit } from './boards-company';
import { closeGrounds, groundOf } from './ground';

const ids = [
  'win-rate',
  'bookings',
  'deal-value',
  'cycle-length',
  'conversation-conversion',
  'logo-retention',
  'churn-rate',
  'revenue-retention',
  'expansion',
  'touch-coverage',
  'silent-churn',
  'cohort-retention',
  'ageing',
  'cohort-conversion',
  'stage-conversion',
];

/** Those of customers, who are known by their won deals where nothing tells of orders. */
const ofCustomers = ['logo-retention', 'revenue-retention', 'cohort-retention'];

/** Those of customers whose contracts count. */
const ofContracts = ['logo-retention', 'churn-rate', 'revenue-retention', 'expansion'];

/** A ground with boards; and the same without: its workspace is too small to need any. */
interface Two {
  readonly quick: Ground;
  readonly plain: Ground;
}

let usual: Two;
let withoutOrders: Two;
let sharing: Two;
let contracted: Two;

async function two(rows: Rows, read: readonly string[]): Promise<Two> {
  const quick = await groundOf(rows, { currency: 'USD' });
  const plain = { ...quick };
  await makeLater(
    quick,
    read.flatMap((id) => metricOf(id).uses),
  );
  for (const id of read) await boardOf(quick, metricOf(id));
  return { quick, plain };
}

beforeAll(async () => {
  const { orders = [], ...others } = company();
  usual = await two({ ...others, orders }, ids);
  withoutOrders = await two(others, ofCustomers);
  sharing = await two({ ...others, opportunity_roles: sharedCredit() }, ['bookings']);
  contracted = await two({ ...others, orders, ...contracts() }, ofContracts);
}, 60_000);
afterAll(closeGrounds);

const day = (index: number) => new Date(Date.UTC(2023, 11, 1 + index)).toISOString().slice(0, 10);
const quarters = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(1, 2, 4, 8)).map(([first, count]) => {
  const start = (quarter: number) => new Date(Date.UTC(2024, 3 * quarter, 1)).toISOString().slice(0, 10);
  return { from: start(first), to: start(first + count) };
});
const days = fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 60, max: 300 })).map(([first, length]) => ({
  from: day(first),
  to: day(first + length),
}));
const open = fc.constantFrom(
  { from: null, to: null },
  { from: '2025-02-01', to: null },
  { from: null, to: '2025-04-11' },
);
const period = fc.oneof(quarters, days, open);
const known: Readonly<Record<string, readonly string[]>> = {
  segment: segments,
  region: regions,
  rep: reps.map((rep) => `Name ${rep}`),
  team: ['A', 'B', 'C'],
  role: ['ae', 'sdr'],
};
/** One value or two of a dimension, so that the choice leaves something. */
const oneFilter = fc
  .constantFrom(...Object.keys(known))
  .chain((name) =>
    fc
      .subarray([...(known[name] ?? []), 'Unknown', 'Unassigned'], { minLength: 1, maxLength: 2 })
      .map((values) => ({ [name]: values })),
  );
const filters: fc.Arbitrary<Record<string, string[]>> = fc.oneof(
  fc.constant({}),
  oneFilter,
  fc.tuple(oneFilter, oneFilter).map(([one, other]) => ({ ...one, ...other })),
);
const steps = [[], ['month'], ['team'], ['month', 'rep'], ['quarter', 'role', 'segment']];
/** What each is split by; those not named by anything. */
const splits: Readonly<Record<string, readonly string[][]>> = {
  'touch-coverage': [[], ['team'], ['region']],
  'silent-churn': [[]],
  'cohort-retention': [[], ['team'], ['rep'], ['region']],
  ageing: [[], ['team'], ['segment'], ['size_band'], ['quarter']],
  'cohort-conversion': steps,
  'stage-conversion': steps,
};
const byOf = (id: string) => fc.constantFrom(...(splits[id] ?? [[], ['quarter'], ['month'], ['team'], ['rep']]));

/** Options of each that its board covers. */
const optionsAsked: Readonly<Record<string, fc.Arbitrary<Record<string, string>>>> = {
  'cohort-retention': fc.record({
    grain: fc.constantFrom('month', 'week', 'quarter', 'year'),
    mode: fc.constantFrom('bounded', 'rolling', 'windowed'),
    width: fc.constantFrom('1', '3', '5'),
  }),
  'churn-rate': fc.record({ count: fc.constantFrom('net', 'gross') }),
  'cycle-length': fc.record({ window: fc.constantFrom('30d', '90d', 'inf') }),
  'cohort-conversion': fc.record({
    from: fc.constantFrom('lead', 'qualified', 'proposal'),
    to: fc.constantFrom('meeting', 'proposal', 'won'),
    window: fc.constantFrom('30d', '90d', '600d', 'inf'),
  }),
};

type Case = [{ from: string | null; to: string | null }, Record<string, string[]>, string[], Record<string, string>];

/** What chance seldom draws: a step taken in the last moment of its window, among journeys too young to have done so. */
const examples: Readonly<Record<string, Case[]>> = {
  'cohort-conversion': [
    [{ from: '2026-07-15', to: null }, {}, [], { from: 'qualified', to: 'proposal', window: '30d' }],
  ],
};

async function agree({ quick, plain }: Two, id: string, numRuns = 16): Promise<void> {
  const metric = metricOf(id);
  const way = metric.quick;
  if (!way) throw new Error('no quick way');
  expect(await boardOf(quick, metric)).not.toBeNull();
  const gather = vi.spyOn(way, 'gather');
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      period,
      filters,
      byOf(id),
      optionsAsked[id] ?? fc.constant({}),
      async (range, chosen, split, options) => {
        const question: Question = { ...everything, ...range, by: split, filters: chosen, options };
        const [ours, theirs] = [await answerMetric(quick, id, question), await answerMetric(plain, id, question)];
        const said = ({ table, columns, extra }: Answer) => ({ rows: rowsOf(table), columns, extra });
        expect(said(ours)).toEqual(said(theirs));
        const runs = metric.runs(optionsOf(id, options), quick.settings);
        told += runs.filter((run) => way.covers(question, run.options)).length;
      },
    ),
    { numRuns, seed: 5, examples: examples[id] ?? [] },
  );
  expect(told).toBeGreaterThan(4);
  expect(gather).toHaveBeenCalledTimes(told);
  gather.mockRestore();
}

describe('a board', () => {
  it.each(ids)('tells of %s what its statement tells, for any period, filter and split', (id) => agree(usual, id));

  it.each(ofContracts)('tells it of %s where customers have contracts', (id) => agree(contracted, id, 60));

  it('tells it of bookings where several are credited with a deal', async () => {
    await agree(sharing, 'bookings', 60);
  });

  it.each(ofCustomers)('tells it of %s where customers are known by won deals alone', (id) =>
    agree(withoutOrders, id, 10),
  );

  it('leaves money of currencies that have rates to the statement, which takes it at those of the period', async () => {
    const orders = ['2024-02-10', '2024-05-10'].map((ordered_at): Row => ({ ordered_at, account_id: 'a', amount: 9 }));
    const fx_rates = [{ on: '2024-01-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 2 }];
    const rows = {
      orders: orders.map((order, i): Row => ({ ...order, order_id: `p${i}`, currency: 'EUR' })),
      fx_rates,
    };
    const { quick } = await two(rows, ['revenue-retention']);
    const way = metricOf('revenue-retention').quick;
    const board = await boardOf(quick, metricOf('revenue-retention'));
    expect(board).not.toBeNull();
    const question = { ...everything, from: '2024-04-01', to: '2024-07-01' };
    expect(way?.gather(board, { question, options: {}, parameters: {}, spans: { length: 0, columns: [] } })).toBeNull();
  });

  it('is asked, once it is read, what its statement was asked before', async () => {
    const ground = { ...usual.quick };
    const metric = metricOf('win-rate');
    if (!metric.quick) throw new Error('no quick way');
    const gather = vi.spyOn(metric.quick, 'gather');
    // While something is asked, boards are read by nobody else.
    await asking(ground, async () => {
      await answerMetric(ground, 'win-rate', { ...everything, from: '2024-04-01', to: '2024-07-01' });
      expect(gather).not.toHaveBeenCalled();
      await boardOf(ground, metric);
    });
    expect(gather.mock.calls.map(([, { question }]) => question.from)).toEqual(['2024-04-01']);
    gather.mockRestore();
  });
});
