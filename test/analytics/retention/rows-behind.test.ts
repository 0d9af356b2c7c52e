import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { answerRows } from '../../../electron/session/answer';
import { everything } from '../../../electron/model/question';
import { rowsOf } from '../../../electron/model/table';
import { seeded } from '../../../electron/stats/random';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { stage_map } from '../sales';
import { daysAfter, endOf } from './sold';

afterAll(closeGrounds);

const random = seeded(17);
const pick = <T>(values: readonly T[]): T => values[random.integer(values.length)]!;
const day = (from = 0, to = 500) => daysAfter('2025-01-01', from + random.integer(to - from));
const some = (count: number, make: (i: number) => Row): Row[] => Array.from({ length: count }, (_, i) => make(i));
const account = () => `a${random.integer(60)}`;

/** A small workspace with everything in it, drawn by one generator. */
function drawn() {
  const accounts = some(60, (i) => ({
    account_id: `a${i}`,
    name: `Account ${i}`,
    segment: pick(['SME', 'Key', null]),
    source: pick(['Web', 'Fair', null]),
    owner_id: pick(['r1', 'r2', null]),
    merged_into: i > 55 ? 'a1' : null,
  }));
  const subscriptions = some(30, (i) => ({
    subscription_id: `s${i}`,
    account_id: account(),
    started_on: day(0, 300),
    ended_on: pick([null, day(310, 480)]),
    mrr: 10 + random.integer(90),
  }));
  const opportunities = some(120, (i) => ({
    opportunity_id: `d${i}`,
    account_id: account(),
    owner_id: pick(['r1', 'r2', null]),
    source: pick(['Web', 'Fair']),
    created_at: day(0, 200),
    stage: pick(['Won', 'Won', 'Lost', 'Qualified']),
    closed_at: day(200, 480),
    amount: random.integer(1000),
  }));
  return {
    accounts,
    subscriptions,
    opportunities,
    stage_map,
    reps: [
      { rep_id: 'r1', name: 'Rita', role: 'cs', team_id: 'North' },
      { rep_id: 'r2', name: 'Ravi', role: 'ae', team_id: 'South' },
    ],
    orders: some(300, (i) => ({
      order_id: `o${i}`,
      account_id: account(),
      ordered_at: day(),
      amount: random.integer(500),
      status: pick(['placed', 'placed', 'cancelled']),
    })),
    refunds: some(20, (i) => ({ refund_id: `f${i}`, order_id: `o${i}`, at: day(300), amount: random.integer(600) })),
    renewals: some(40, (i) => ({
      renewal_id: `n${i}`,
      subscription_id: `s${i % 30}`,
      due_on: day(200),
      outcome: pick(['renewed', 'lost', 'open']),
      decided_on: pick([null, day(200)]),
      mrr_before: 50,
    })),
    activities: some(300, (i) => ({
      activity_id: `t${i}`,
      at: day(),
      kind: pick(['call', 'email', 'note']),
      direction: pick(['in', 'out', null]),
      account_id: account(),
      is_conversation: pick([true, false]),
    })),
    invoices: some(60, (i) => ({
      invoice_id: `i${i}`,
      opportunity_id: `d${i}`,
      issued_at: day(200, 300),
      due_on: day(300),
      amount: 100,
    })),
    payments: some(60, (i) => ({
      payment_id: `p${i}`,
      invoice_id: `i${i}`,
      at: day(300),
      amount: pick([100, 50]),
      status: pick(['ok', 'failed']),
    })),
    referrals: some(40, (i) => ({ referral_id: `e${i}`, at: day(), from_account: account(), to_account: account() })),
    surveys: some(80, (i) => ({
      survey_id: `v${i}`,
      kind: pick(['nps', 'review', 'csat']),
      asked_at: day(),
      answered_at: pick([null, day()]),
      account_id: account(),
      contact_id: pick(['x', 'y', 'z']),
      rep_id: pick(['r1', 'r2', null]),
      score: 1 + random.integer(5),
    })),
    costs: some(40, (i) => ({
      cost_id: `k${i}`,
      period_start: day(0, 200),
      period_end: day(200),
      amount: random.integer(500),
      purpose: pick(['acquire', 'retain']),
      source: pick(['Web', null]),
      rep_id: pick(['r1', null]),
    })),
  };
}

const counted = [
  'logo-retention',
  'churn-rate',
  'renewal-rate',
  'repeat-purchase',
  'touch-coverage',
  'after-sale-follow-up',
  'referral-rate',
  'referral-yield',
  'customer-survival',
  'cost-per-conversion',
  'acquisition-cost',
  'satisfaction',
  'reviews',
  'money-left',
  'relationship-depth',
  'revenue-retention',
  'conversion-what-if',
  'expected-value',
];

/** Those whose numerator counts units. */
const rates = new Set(counted.slice(0, 8));

it(
  'the rows behind a mark number what it says, whatever the metric, the split and the filters',
  { timeout: 240_000 },
  async () => {
    const ground = await groundOf(drawn(), {}, endOf('2026-05-20'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...counted),
        fc.constantFrom('rep', 'source', 'month', 'quarter', 'team'),
        fc.constantFrom({}, { source: ['Web'] }, { team: ['North'] }, { quarter: ['2025Q4', '2026Q1'] }),
        fc.boolean(),
        async (metric, by, filters, dated) => {
          const question = {
            ...everything,
            by: [by],
            filters,
            ...(dated ? { from: '2025-07-01', to: '2026-04-01' } : {}),
          };
          const { rows } = await ask(ground, metric, question);
          const behind = (row: Row, part: 'numerator' | 'denominator') => {
            const keys = Object.fromEntries(
              ['item'].flatMap((name) => (row[name] === undefined ? [] : [[name, String(row[name])]])),
            );
            return answerRows(ground, {
              metric,
              question,
              where: { [by]: row[by] === null ? null : String(row[by]), ...keys },
              part,
              offset: 0,
              limit: 1,
            });
          };
          for (const row of rows.slice(0, 4)) {
            expect((await behind(row, 'denominator')).count, JSON.stringify(row)).toBe(row['n']);
            if (rates.has(metric)) expect((await behind(row, 'numerator')).count).toBe(row['numerator']);
          }
        },
      ),
      { numRuns: 18, seed: 4 },
    );
  },
);

it('and so do the cells of the cohort grid: the active ones, and the whole cohort', { timeout: 60_000 }, async () => {
  const ground = await groundOf(drawn(), {}, endOf('2026-05-20'));
  for (const options of [{}, { mode: 'rolling' }, { mode: 'windowed', width: '2' }, { kind: 'recurring' }]) {
    const question = { ...everything, by: ['source'], options: { grain: 'quarter', ...options } };
    const { rows } = await ask(ground, 'cohort-retention', question);
    for (const row of rows.filter((_, i) => i % 9 === 0)) {
      const where = { source: String(row['source']), cohort: String(row['cohort']), k: String(row['k']) };
      const count = async (part: 'numerator' | 'denominator') =>
        (await answerRows(ground, { metric: 'cohort-retention', question, where, part, offset: 0, limit: 1 })).count;
      expect(await count('numerator')).toBe(row['numerator']);
      expect(await count('denominator')).toBe(row['cohort_size']);
      if (row['k'] === 0) expect(row['value']).toBe(1);
    }
  }
});

it('each customer of a list opens to itself', async () => {
  const ground = await groundOf(drawn(), {}, endOf('2026-05-20'));
  for (const metric of ['cadence', 'silent-churn']) {
    const { rows } = await ask(ground, metric);
    const [row] = rows;
    const where = { account_id: String(row?.['account_id']) };
    const found = await answerRows(ground, {
      metric,
      question: everything,
      where,
      part: 'denominator',
      offset: 0,
      limit: 5,
    });
    expect(found.count).toBe(1);
  }
});

it('the money of the rows adds up to what the mark says', async () => {
  const ground = await groundOf(drawn(), {}, endOf('2026-05-20'));
  const asked = [
    ['value-to-date', 'amount_money', 'value'],
    ['expected-value', 'amount_money', 'value'],
    ['referral-yield', 'amount_money', 'new_money'],
    ['revenue-retention', 'start_money', 'start_money'],
    ['revenue-retention', 'end_money', 'end_money'],
  ] as const;
  for (const [metric, column, said] of asked) {
    const question = { ...everything, from: '2025-07-01', to: '2026-05-01' };
    const { rows } = await ask(ground, metric, question);
    const request = { metric, question, where: {}, part: 'denominator' as const, offset: 0, limit: 10_000 };
    const behind = rowsOf((await answerRows(ground, request)).table).map((row) => Number(row[column]));
    expect(behind.length, metric).toBeGreaterThan(5);
    const sum = behind.reduce((total, money) => total + money, 0);
    expect(sum, `${metric} ${said}`).toBeCloseTo(Number(rows[0]?.[said]), 6);
    expect(sum, metric).toBeGreaterThan(0);
  }
});
