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
import { sfc32 } from '../../samples/generator/random';
import type { Row, Rows } from './ground';
import { closeGrounds, groundOf } from './ground';
import { stage_map } from './sales';

const uniform = sfc32(7, 11);
const pick = <T>(values: readonly T[]): T => values[Math.floor(uniform() * values.length)] as T;
const maybe = <T>(share: number, value: T): T | null => (uniform() < share ? value : null);
const at = (hours: number) =>
  new Date(Date.UTC(2024, 0, 1, 0, hours * 60)).toISOString().slice(0, 19).replace('T', ' ');
const hour = () => Math.floor(uniform() * 24 * 800) + 0.25;

const segments = ['SME', 'School', 'Café'];
const regions = ['North', 'South'];
const reps = ['r1', 'r2', 'r3', 'r4'];

/** A company with every kind of record that a figure treats apart: with and without leads, on a day alone, without amount, rate, account or owner, negative, merged, reopened, reversed, undated, of two teams in turn; the last customers are never spoken with. */
function company(): Rows {
  const accounts = Array.from({ length: 75 }, (_, i): Row => ({
    account_id: `a${i}`,
    name: `Account ${i}`,
    segment: maybe(0.9, pick(segments)),
    region: maybe(0.9, pick(regions)),
    owner_id: maybe(0.8, pick(reps)),
    merged_into: i % 20 === 7 ? `a${i + 1}` : null,
  }));
  const deals = Array.from({ length: 500 }, (_, i) => ({
    id: `o${i}`,
    from: isYoung(i) ? now - Math.floor(uniform() * 24 * 180) : hour(),
    owner: maybe(0.9, pick(reps)),
  }));
  const ends = ['Won', 'Won', 'Lost', 'None', 'Disqualified', 'Proposal'] as const;
  return {
    stage_map,
    accounts,
    reps: reps.map((rep_id, i) => ({
      rep_id,
      name: `Name ${rep_id}`,
      role: i < 3 ? 'ae' : 'sdr',
      team_id: i < 2 ? 'A' : 'B',
    })),
    rep_periods: [{ rep_id: 'r1', role: 'ae', team_id: 'C', from_on: '2024-06-01', to_on: '2025-03-01' }],
    opportunities: deals
      .map(({ id, from, owner }, i): Row => ({
        opportunity_id: id,
        created_at: i % 9 === 4 ? at(from).slice(0, 10) : at(from),
        lead_id: i % 3 === 0 ? `l${i / 3}` : null,
        stage: i % 50 === 3 ? 'Won' : i % 50 === 13 ? 'Lost' : 'Qualified',
        is_won: i % 50 === 3 ? true : i % 50 === 13 ? false : null,
        closed_at: i % 50 === 13 ? at(from + 500) : null,
        owner_id: owner,
        account_id: maybe(0.95, `a${i % 60}`),
        amount: i % 17 === 0 ? null : Math.floor(uniform() * 1e7) / 1e4 - (i % 23 === 0 ? 2000 : 0),
        currency: i % 19 === 0 ? 'XXX' : null,
        segment: maybe(0.5, pick(segments)),
        source: maybe(0.8, pick(['Web', 'Event'])),
        kind: pick(['new', 'expansion']),
      }))
      .concat(turningDeals.map(({ deal }) => deal))
      .concat(bareDeals),
    leads: Array.from({ length: 250 }, (_, i): Row => ({
      lead_id: `l${i}`,
      created_at: at(3 * i < deals.length ? Math.max(0, (deals[3 * i]?.from ?? 0) - 400) : hour()),
      owner_id: maybe(0.9, pick(reps)),
      segment: maybe(0.5, pick(segments)),
      disqualified_at: i % 10 === 9 && 3 * i >= deals.length ? at(24 * 790) : null,
    })),
    stage_events: [
      ...deals.flatMap(({ id, from }, i) =>
        eventsOf(
          id,
          from,
          i % 50 === 3 || i % 50 === 13 ? [] : stepsOf(i, pick(ends)),
          i % 6 === 4 ? wholeWindow : null,
        ),
      ),
      ...turningDeals.flatMap(({ id, turn }) =>
        ['Qualified', 'Won'].map((to_stage, n) => ({
          event_id: `${id}-${n}`,
          opportunity_id: id,
          entered_at: `${n === 0 ? '2024-03-05' : turn} 08:00:00`,
          to_stage,
          src_row: n,
        })),
      ),
    ],
    activities: Array.from({ length: 1500 }, (_, i): Row => ({
      activity_id: `c${i}`,
      at: at(hour()),
      kind: 'call',
      is_conversation: uniform() < 0.7,
      opportunity_id: i % 13 === 0 ? null : pick(deals).id,
      rep_id: pick(reps),
    })),
    orders: Array.from({ length: 900 }, (_, i): Row => ({
      order_id: `p${i}`,
      account_id: maybe(0.97, `a${Math.floor(uniform() * uniform() * 75)}`),
      ordered_at: at(hour()),
      amount: i % 31 === 0 ? null : i % 37 === 0 ? -50 : Math.floor(uniform() * 1e6) / 1e3,
      currency: i % 41 === 0 ? 'XXX' : null,
    })),
  };
}

/** Open, and some of them not for long. */
const isYoung = (i: number): boolean => i % 7 === 5;

/** Won on the very day its seller came to another team, or left it. */
const turningDeals = ['2024-05-31', '2024-06-01', '2025-02-28', '2025-03-01'].map((turn, i) => {
  const [id, created_at] = [`t${i}`, '2024-03-05 08:00:00'];
  const deal: Row = { opportunity_id: id, created_at, stage: 'Won', owner_id: 'r1', amount: 100 + i };
  return { id, turn, deal };
});

/** Hour of the as-of: nothing happens after it. */
const now = 24 * 990;

/** Hours of a window, which a step may take to its last moment. */
const wholeWindow = 30 * 24;

/** Nobody knows when they began. */
const bareDeals = ['Qualified', 'Proposal', 'Won', 'Lost'].map((stage, i): Row => ({
  opportunity_id: `n${i}`,
  stage,
  owner_id: 'r2',
  amount: 70 + i,
  segment: 'SME',
}));

function stepsOf(i: number, end: string): readonly string[] {
  if (isYoung(i)) return ['Qualified', 'Proposal'];
  if (i % 29 === 0) return ['Qualified', 'Won', 'Lost'];
  if (i % 11 === 0) return ['Qualified', 'Lost', 'Proposal', 'Won'];
  return ['Qualified', end];
}

function eventsOf(id: string, from: number, steps: readonly string[], gap: number | null): Row[] {
  const hours = steps.map((_, n) => from + n * (gap ?? Math.floor(1 + uniform() * 1500)));
  return steps.flatMap((to_stage, n): Row[] =>
    (hours[n] ?? 0) > now
      ? []
      : [
          {
            event_id: `${id}-${n}`,
            opportunity_id: id,
            entered_at: at(hours[n] ?? 0),
            to_stage,
            src_row: n,
          },
        ],
  );
}

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

/** A ground with boards; and the same without: its workspace is too small to need any. */
interface Two {
  readonly quick: Ground;
  readonly plain: Ground;
}

let usual: Two;
let withoutOrders: Two;

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

async function agree({ quick, plain }: Two, id: string, numRuns = 24): Promise<void> {
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
