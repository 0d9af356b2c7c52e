import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Row, Rows } from './ground';
import { ask, closeGrounds, groundOf } from './ground';
import { history, stage_map } from './sales';
import { wholeCompany } from './whole-company';

afterAll(closeGrounds);

const asked = [
  ['win-rate', ['rep']],
  ['bookings', ['month']],
  ['cohort-conversion', []],
  ['cycle-length', ['team']],
  ['snapshot-funnel', []],
  ['logo-retention', ['quarter']],
  ['value-to-date', []],
] as const;

/** A small company drawn at random: deals with histories at odd hours, orders, reps of two teams. */
const company = fc
  .array(
    fc.record({
      hour: fc.integer({ min: 0, max: 8000 }),
      days: fc.integer({ min: 0, max: 200 }),
      end: fc.constantFrom('Won', 'Lost', 'None', 'Proposal'),
      rep: fc.constantFrom('r1', 'r2', 'r3'),
      amount: fc.integer({ min: 0, max: 999_999 }).map((cents) => cents / 100),
      account: fc.constantFrom('a1', 'a2', 'a3', 'a4'),
    }),
    { minLength: 15, maxLength: 30 },
  )
  .map((deals): Rows => {
    const at = (hours: number) =>
      new Date(Date.UTC(2025, 0, 1, hours, 30)).toISOString().slice(0, 19).replace('T', ' ');
    return {
      reps: ['r1', 'r2', 'r3'].map((rep_id, i) => ({
        rep_id,
        name: `Name ${rep_id}`,
        role: 'ae',
        team_id: i < 2 ? 'A' : 'B',
      })),
      opportunities: deals.map((deal, i): Row => ({
        opportunity_id: `o${i}`,
        created_at: at(deal.hour),
        stage: deal.end,
        owner_id: deal.rep,
        account_id: deal.account,
        amount: deal.amount,
      })),
      stage_events: deals.flatMap((deal, i) =>
        history(`o${i}`, [at(deal.hour), 'Qualified'], [at(deal.hour + 24 * deal.days), deal.end]),
      ),
      orders: deals.map((deal, i): Row => ({
        order_id: `p${i}`,
        account_id: deal.account,
        ordered_at: at(deal.hour + 100),
        amount: deal.amount,
      })),
      stage_map,
    };
  });

async function figures(rows: Rows, settings = {}): Promise<unknown[]> {
  const ground = await groundOf(rows, settings);
  const all: unknown[] = [];
  for (const [metric, by] of asked) all.push((await ask(ground, metric, { by })).rows);
  return all;
}

describe('figures do not depend on', { timeout: 120_000 }, () => {
  it('the time zone of the machine', async () => {
    const [rows] = fc.sample(company, { numRuns: 1, seed: 1 });
    const before = process.env['TZ'];
    const settings = { time_zone: 'America/Sao_Paulo' };
    try {
      const found: unknown[] = [];
      for (const zone of [
        'UTC',
        'Asia/Kuala_Lumpur',
        'America/New_York',
        'Asia/Kathmandu',
        'Pacific/Apia',
        'Australia/Lord_Howe',
      ]) {
        process.env['TZ'] = zone;
        found.push(await figures(rows ?? {}, settings));
      }
      for (const other of found) expect(other).toEqual(found[0]);
    } finally {
      process.env['TZ'] = before;
    }
  });

  it('the order of the rows, nor what reps are called', async () => {
    await fc.assert(
      fc.asyncProperty(company, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (rows, random) => {
        const draws = random[Symbol.iterator]();
        const shuffled = (list: readonly Row[] = []) =>
          list
            .map((row) => [Number(draws.next().value), row] as const)
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row);
        const called = (name: unknown) => `Z ${String(name).split('').reverse().join('')}`;
        const mixed: Rows = {
          ...rows,
          opportunities: shuffled(rows.opportunities),
          orders: shuffled(rows.orders),
          reps: shuffled(rows.reps).map((rep) => ({ ...rep, name: called(rep['name']) })),
        };
        const plain = JSON.stringify(await figures(rows));
        const sorted = (text: string) =>
          (JSON.parse(text) as Row[][]).map((part) => part.map((row) => JSON.stringify(row)).sort());
        const renamed = plain.replaceAll(/Name r\d/g, (name) => called(name));
        expect(sorted(JSON.stringify(await figures(mixed)))).toEqual(sorted(renamed));
      }),
      { numRuns: 4, seed: 7 },
    );
  });

  it('how a total is split: the parts of a breakdown sum to the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        company,
        fc.constantFrom('rep', 'team', 'month', 'quarter', 'week', 'size_band', 'industry'),
        async (rows, by) => {
          const ground = await groundOf(rows);
          for (const [metric, column] of [
            ['win-rate', 'numerator'],
            ['win-rate', 'denominator'],
            ['bookings', 'value'],
            ['cohort-conversion', 'denominator'],
            ['loss-profile', 'numerator'],
          ] as const) {
            const total = (list: readonly Row[]) => list.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
            const whole = total((await ask(ground, metric)).rows);
            expect(total((await ask(ground, metric, { by: [by] })).rows), `${metric} by ${by}`).toBeCloseTo(whole, 6);
          }
        },
      ),
      { numRuns: 5, seed: 3 },
    );
  });
});

/** The whole company with more of what is added up: amounts in cents of two currencies, lengths of odd hours, stars of several scales. */
function manyFigures(): Rows {
  const numbers = Array.from({ length: 60 }, (_, i) => i);
  const cents = (i: number) => ((i * 7919) % 100_003) / 100 + 0.1;
  const at = (i: number, hours = 0) =>
    new Date(Date.UTC(2026, 0, 6, i * 5 + hours, (i * 17) % 60, 13)).toISOString().slice(0, 19).replace('T', ' ');
  const more: Rows = {
    fx_rates: [{ on: '2020-01-01', from_ccy: 'EUR', to_ccy: 'USD', rate: 1.2347 }],
    // Of M nothing is known but what those merged into it say; of N, what two deals won on one day do.
    accounts: [
      { account_id: 'M', name: 'M' },
      ...['x', 'y', 'z'].map((to) => ({
        account_id: `M${to}`,
        name: `M${to}`,
        merged_into: 'M',
        segment: to,
        owner_id: 'a',
      })),
      { account_id: 'N', name: 'N' },
    ],
    opportunities: numbers.map((i) => ({
      opportunity_id: `x${i}`,
      created_at: at(i),
      stage: i % 3 ? 'Won' : 'Lost',
      owner_id: ['a', 'b', 'd', 'e'][i % 4] ?? '',
      account_id: ['A', 'B', 'C', 'N', 'N'][i % 5] ?? '',
      amount: i % 3 ? cents(i) : null,
      list_amount: cents(i) + 7.77,
      currency: i % 2 ? 'EUR' : 'USD',
      segment: ['S', 'T', null][i % 3] ?? null,
    })),
    stage_events: numbers.flatMap((i) =>
      history(`x${i}`, [at(i), 'Qualified'], [at(i, 31), 'Proposal'], [at(i, 777), i % 3 ? 'Won' : 'Lost']),
    ),
    orders: numbers.map((i) => ({
      order_id: `x${i}`,
      account_id: ['A', 'B', 'C', 'M', 'N'][i % 5] ?? '',
      ordered_at: at(i * 7),
      amount: cents(i),
      margin: cents(i) / 3,
      currency: i % 2 ? 'EUR' : 'USD',
    })),
    subscriptions: numbers.slice(0, 12).map((i) => ({
      subscription_id: `x${i}`,
      account_id: i % 2 ? 'A' : 'B',
      started_on: '2026-01-15',
      mrr: cents(i),
      currency: i % 3 ? 'EUR' : 'USD',
    })),
    surveys: numbers.slice(0, 30).map((i) => ({
      survey_id: `x${i}`,
      kind: 'review',
      account_id: 'A',
      answered_at: at(i),
      score: 1 + (i % 10),
      scale_min: 1,
      scale_max: 10,
    })),
    costs: numbers.slice(0, 20).map((i) => ({
      cost_id: `x${i}`,
      purpose: i % 2 ? 'acquire' : 'retain',
      period_start: '2026-01-01',
      period_end: `2026-03-${10 + i}`,
      amount: cents(i),
      currency: i % 3 ? 'EUR' : 'USD',
    })),
  };
  const names = [...new Set([...Object.keys(wholeCompany), ...Object.keys(more)])] as (keyof Rows)[];
  return Object.fromEntries(names.map((name) => [name, [...(wholeCompany[name] ?? []), ...(more[name] ?? [])]]));
}

it('no figure changes in its last digit with the order of the rows', { timeout: 120_000 }, async () => {
  const rows = manyFigures();
  const turned = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.toReversed()]));
  const [ground, other] = [await groundOf(rows), await groundOf(turned)];
  for (const metric of [
    ...['bookings', 'deal-value', 'win-rate-by-value', 'discount-discipline', 'cycle-length', 'stage-duration'],
    ...['sales-velocity', 'pipeline-coverage', 'forecast', 'snapshot-funnel', 'stage-matrix', 'journey'],
    ...['cost-per-conversion', 'conversion-what-if', 'acquisition-cost', 'payback', 'acquire-to-keep'],
    ...['retention-what-if', 'revenue-retention', 'expansion', 'value-to-date', 'concentration', 'expected-value'],
    ...['cohort-retention', 'referral-yield', 'reviews', 'renewal-rate', 'money-left', 'attainment', 'skill-gap'],
    ...['recognition', 'incentive-spread', 'touch-coverage', 'customer-list'],
  ]) {
    const plain = (found: Awaited<ReturnType<typeof ask>>) => found.rows.map((row) => JSON.stringify(row)).sort();
    expect(plain(await ask(other, metric)), metric).toEqual(plain(await ask(ground, metric)));
  }
  const split = { by: ['segment', 'rep'] };
  expect((await ask(other, 'value-to-date', split)).rows).toEqual((await ask(ground, 'value-to-date', split)).rows);
});
