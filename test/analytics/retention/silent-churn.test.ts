import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { probabilityAlive, expectedFuturePurchases } from '../../../electron/stats/bgnbd';
import { fitCadence, overdueScore } from '../../../electron/stats/cadence';
import { seeded } from '../../../electron/stats/random';
import { hasSharedData, sharedData } from '../../shared-data';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { onlineRetailOrders } from './online-retail';
import { cdnowOrders, contract, daysAfter, endOf, order, orders } from './sold';

afterAll(closeGrounds);

interface Fit {
  readonly model: string | null;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly time_unit: string;
  readonly customers: number;
}

interface BackTest {
  readonly customers: number;
  readonly predicted: number;
  readonly actual: number;
  readonly bins: readonly { readonly customers: number; readonly predicted: number; readonly actual: number }[];
}

function within(found: number | undefined, wanted: number, share: number) {
  expect(Math.abs((found ?? NaN) / wanted - 1)).toBeLessThan(share);
}

describe.skipIf(!hasSharedData)('the music shop at the end of September 1997', () => {
  const ground = () => groundOf({ orders: cdnowOrders() }, {}, endOf('1997-09-30'));

  it('has the published parameters within one percent, in days', async () => {
    const { answer } = await ask(await ground(), 'silent-churn');
    const fit = answer.extra?.['fit'] as Fit;
    expect(fit).toMatchObject({ model: 'bg-nbd', time_unit: 'days', customers: 2357 });
    within(fit.r, 0.243, 0.01);
    within(fit.a, 0.793, 0.01);
    within(fit.b, 2.426, 0.01);
    within(fit.alpha / 7, 4.414, 0.01);
  });

  it('scores each customer as the model does, and one-time buyers by how unusual their silence is', async () => {
    const { answer, rows } = await ask(await ground(), 'silent-churn');
    const fit = answer.extra?.['fit'] as Fit;
    const overdue = answer.extra?.['overdue'] as { shape: number; rate: number; customers: number };
    const summary = readFileSync(sharedData('cdnow-sample', 'cdnow_customers_summary.csv'), 'utf8').trim().split('\n');
    const byAccount = new Map(rows.map((row) => [String(row['account']), row]));
    const ids = new Map(sampleIds());
    for (const line of summary.slice(1, 200)) {
      const [id = '', frequency = '', recency = '', age = ''] = line.trim().split(',');
      const row = byAccount.get(ids.get(id.padStart(4, '0')) ?? '');
      const [x, tx, T] = [Number(frequency), 7 * Number(recency), 7 * Number(age)];
      // The summary gives weeks to two decimals, so half a hundredth of a week either way.
      if (x > 0) expect(row?.['p_left']).toBeCloseTo(1 - probabilityAlive(fit, x, Math.round(tx), Math.round(T)), 9);
      else expect(row).toMatchObject({ note: 'one_purchase', method: 'overdue' });
      if (x === 0)
        expect(row?.['p_left']).toBeCloseTo(overdueScore({ ...overdue, logLikelihood: 0 }, 0, 0, Math.round(T)), 9);
    }
  });

  it('the money at risk is the score times the expected value of twelve months', async () => {
    const here = await ground();
    const { answer, rows } = await ask(here, 'silent-churn');
    const fit = answer.extra?.['fit'] as Fit;
    const value = answer.extra?.['value_fit'] as { p: number; q: number; v: number };
    const row = rows.find((one) => one['n'] === 4 && one['note'] === null);
    const days = cdnowOrders().filter(
      (one) => one['account_id'] === row?.['account'] && String(one['ordered_at']) <= '1997-09-30',
    );
    const dates = [...new Set(days.map((one) => String(one['ordered_at'])))].sort();
    const [from = '', to = ''] = [dates[0], dates.at(-1)];
    const age = (Date.parse('1997-09-30') - Date.parse(from)) / 86_400_000;
    const lastAge = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    let purchases = 0;
    let before = 0;
    for (let month = 1; month <= 12; month++) {
      const until = expectedFuturePurchases(fit, 3, lastAge, age, month * 30.4375);
      purchases += (until - before) / Math.pow(1.1, month / 12);
      before = until;
    }
    const spent = days.filter((one) => one['ordered_at'] !== from).reduce((sum, one) => sum + Number(one['amount']), 0);
    const each = (value.p * (value.v + spent)) / (value.p * 3 + value.q - 1);
    within(Number(row?.['value_at_risk_money']), Number(row?.['p_left']) * purchases * each, 0.002);
    // The whole base: expected value of 36 months is more than of 12, and less than three times as much.
    const total = async (horizon: string) =>
      Number((await ask(here, 'expected-value', { options: { horizon } })).rows[0]?.['value']);
    const [year, three] = [await total('12m'), await total('36m')];
    expect(three).toBeGreaterThan(year);
    expect(three).toBeLessThan(3 * year);
  });

  it('is held against the last three months, hidden from it', async () => {
    const { answer } = await ask(await ground(), 'silent-churn');
    const test = answer.extra?.['back_test'] as BackTest;
    expect(test.bins).toHaveLength(10);
    expect(test.bins.reduce((sum, bin) => sum + bin.customers, 0)).toBe(test.customers);
    expect(Math.abs(test.predicted - test.actual)).toBeLessThan(0.02);
    const [lowest, highest] = [test.bins[0], test.bins.at(-1)];
    expect(highest?.actual).toBeGreaterThan(3 * (lowest?.actual ?? 1));
  });

  it('a filter changes no score', async () => {
    const accounts = cdnowOrders().map((row) => ({
      account_id: row['account_id'] ?? null,
      name: String(row['account_id']),
      segment: Number(row['account_id']) % 2 ? 'odd' : 'even',
    }));
    const here = await groundOf(
      { accounts: [...new Map(accounts.map((row) => [row.name, row])).values()], orders: cdnowOrders() },
      {},
      endOf('1997-09-30'),
    );
    const all = await ask(here, 'silent-churn');
    const odd = await ask(here, 'silent-churn', { filters: { segment: ['odd'] } });
    const scores = new Map(all.rows.map((row) => [row['account_id'], row['p_left']]));
    expect(odd.rows.length).toBeLessThan(all.rows.length);
    for (const row of odd.rows.slice(0, 300)) expect(row['p_left']).toBe(scores.get(row['account_id'] ?? ''));
  });
});

function sampleIds(): [string, string][] {
  const lines = readFileSync(sharedData('cdnow-sample', 'CDNOW_sample.txt'), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [master = '', sample = ''] = line.trim().split(/\s+/);
    return [sample, master];
  });
}

describe.skipIf(!hasSharedData)('the online retailer', () => {
  it('runs with its back-test', { timeout: 60_000 }, async () => {
    const { answer, rows } = await ask(await groundOf({ orders: onlineRetailOrders() }), 'silent-churn');
    expect(rows).toHaveLength(4339);
    expect((answer.extra?.['back_test'] as BackTest).bins).toHaveLength(10);
    const [group] = answer.extra?.['groups'] as { customers: number; likely_left: number; watch: number }[];
    expect(group).toMatchObject({
      customers: 4339,
      likely_left: rows.filter((row) => row['band'] === 'likely_left').length,
    });
  });
});

/** Thirty and more customers that buy about every 30 days up to June 2026, by one generator. */
function regulars(count: number): Row[] {
  const random = seeded(5);
  return Array.from({ length: count }, (_, i) => {
    const days: string[] = [];
    let day = Math.floor(random.uniform() * 60);
    while (day < 540) {
      days.push(daysAfter('2025-01-01', day));
      day += 20 + Math.floor(random.uniform() * 20);
    }
    return orders(`regular ${i}`, ...days);
  }).flat();
}

describe('leaving without a word', () => {
  const asOf = endOf('2026-06-30');
  const gone = ['2025-01-05', '2025-02-04', '2025-03-06', '2025-04-05', '2025-05-05'];
  const leavers = ['quiet', 'complains', 'complained before', 'cancels', 'writes', 'wrote on the day', 'gave notice'];
  const data = [...regulars(60), ...leavers.flatMap((id) => orders(id, ...gone))];
  const cases = [
    { case_id: '1', account_id: 'complains', opened_at: '2025-05-20', kind: 'complaint' },
    { case_id: '2', account_id: 'complained before', opened_at: '2025-04-20', kind: 'complaint' },
    { case_id: '3', account_id: 'cancels', opened_at: '2025-06-01', kind: 'cancel_notice' },
    { case_id: '4', account_id: 'quiet', opened_at: '2025-06-01', kind: 'question' },
  ];
  const activities = [
    { activity_id: '1', account_id: 'writes', at: '2025-05-07', kind: 'email', direction: 'in' },
    { activity_id: '2', account_id: 'wrote on the day', at: '2025-05-05', kind: 'email', direction: 'in' },
    { activity_id: '3', account_id: 'quiet', at: '2025-07-01', kind: 'call', direction: 'out' },
  ];
  const subscriptions = [
    contract('gave notice', '2025-01-05', { ended_on: '2025-08-01', end_notice_on: '2025-06-15' }),
    contract('regular 1', '2025-01-05'),
  ];

  it('those who complained, cancelled, wrote or gave notice since the last purchase did not leave silently', async () => {
    const ground = await groundOf({ orders: data, cases, activities, subscriptions }, {}, asOf);
    const { rows, answer } = await ask(ground, 'silent-churn', { options: { band: 'likely_left' } });
    const found = Object.fromEntries(rows.map((row) => [String(row['account']), row['silent']] as const));
    expect(found).toEqual({
      quiet: true,
      complains: false,
      'complained before': true,
      cancels: false,
      writes: false,
      'wrote on the day': true,
      'gave notice': false,
    });
    expect(answer.extra?.['groups']).toMatchObject([{ likely_left: 7, silent: 3, silent_share: 3 / 7 }]);
  });

  it('tells the money of all who are to be watched, and not of all who buy', async () => {
    const ground = await groundOf({ orders: data }, {}, endOf('2026-07-31'));
    const { rows, answer } = await ask(ground, 'silent-churn');
    const watched = rows.filter((row) => row['band'] === 'watch');
    expect(watched.length).toBeGreaterThan(0);
    const [group] = answer.extra?.['groups'] as { watch_money: number; value_at_risk_money: number }[];
    const sum = watched.reduce((all, row) => all + Number(row['value_at_risk_money'] ?? 0), 0);
    expect(group?.watch_money).toBeCloseTo(sum, 6);
    expect(group?.value_at_risk_money).toBeGreaterThan(sum);
  });

  it('says whether the money is margin, or revenue since no margin is known', async () => {
    const basisOf = async (more: Row) => {
      const ground = await groundOf({ orders: data.map((row) => ({ ...row, ...more })) }, {}, endOf('2026-07-31'));
      const { rows, answer } = await ask(ground, 'silent-churn');
      const [group] = answer.extra?.['groups'] as { basis: string }[];
      return [...new Set([...rows.map((row) => row['basis']), group?.basis])];
    };
    expect(await basisOf({})).toEqual(['revenue']);
    expect(await basisOf({ margin: 40 })).toEqual(['margin']);
  });

  it('a customer under contract is not in the list: it says when it goes', async () => {
    const { rows } = await ask(await groundOf({ orders: data, subscriptions }, {}, asOf), 'silent-churn');
    expect(rows.map((row) => row['account'])).not.toContain('regular 1');
  });

  it('too few customers for the model: how unusual the silence is, by the fitted pace of those with a repeat', async () => {
    const ground = await groundOf({ orders: data }, {}, asOf);
    const { rows, answer } = await ask(ground, 'silent-churn');
    expect(answer.extra?.['fit']).toMatchObject({ model: 'cadence', customers: 67 });
    const quiet = rows.find((row) => row['account'] === 'quiet');
    const repeats = new Map<string, string[]>();
    for (const row of data)
      repeats.set(String(row['account_id']), [
        ...(repeats.get(String(row['account_id'])) ?? []),
        String(row['ordered_at']),
      ]);
    const lists = [...repeats.values()];
    const lastAge = lists.map((days) => (Date.parse(days.at(-1) ?? '') - Date.parse(days[0] ?? '')) / 86_400_000);
    const fit = fitCadence(
      lists.map((days) => days.length - 1),
      lastAge,
    );
    // 120 days from the first to the last purchase, 421 days of silence since.
    expect(quiet).toMatchObject({ method: 'overdue', state: 'ok', n: 5 });
    expect(quiet?.['p_left']).toBeCloseTo(fit ? overdueScore(fit, 4, 120, 421) : NaN, 6);
  });

  it('fewer than thirty with a repeat: no score, only the silence against the own pace', async () => {
    const ground = await groundOf({ orders: [...orders('a', ...gone), order('b', '2026-06-01')] }, {}, asOf);
    const { rows, answer } = await ask(ground, 'silent-churn');
    expect(answer.extra?.['fit']).toMatchObject({ model: null });
    // Gaps 30, 30, 30, 30; silence 421 days.
    expect(rows.find((row) => row['account'] === 'a')).toMatchObject({
      value: null,
      reason: 'few_customers',
      state: 'thin',
      band: null,
      silent: false,
    });
    expect(rows.find((row) => row['account'] === 'a')?.['overdue_ratio']).toBeCloseTo(421 / 30, 9);
    expect(rows.find((row) => row['account'] === 'b')).toMatchObject({ overdue_ratio: null, note: 'one_purchase' });
  });

  it('the owner stands beside the customer, and the sums follow the groups', async () => {
    const accounts = [{ account_id: 'quiet', name: 'quiet', owner_id: 'r' }];
    const reps = [{ rep_id: 'r', name: 'Rita', role: 'cs' }];
    const ground = await groundOf({ orders: data, accounts, reps }, {}, asOf);
    const { rows, answer } = await ask(ground, 'silent-churn', { by: ['rep'] });
    expect(rows[0]).toMatchObject({ rep: 'Rita', owner: 'Rita', account: 'quiet' });
    expect(answer.extra?.['groups']).toMatchObject([
      { rep: 'Rita', customers: 1 },
      { rep: 'Unassigned', customers: 66 },
    ]);
  });
});

describe('cadence', () => {
  const asOf = endOf('2026-06-30');

  it('own median gap from three gaps on, the silence against it, and when the next order is due', async () => {
    // Gaps 10, 20, 60: median 20. Silence from 1 April: 90 days.
    const ground = await groundOf(
      { orders: orders('a', '2026-01-01', '2026-01-11', '2026-01-31', '2026-04-01') },
      {},
      asOf,
    );
    expect((await ask(ground, 'cadence')).rows[0]).toMatchObject({
      value: 20,
      n: 3,
      last_on: '2026-04-01',
      silence_days: 90,
      overdue_ratio: 4.5,
      next_on: '2026-04-21',
      pace_from: 'own',
    });
  });

  it('else the stated interval, else the middle of the segment', async () => {
    const accounts = [
      { account_id: 'a', name: 'a', segment: 'Key' },
      { account_id: 'b', name: 'b', segment: 'Key', consumption_days: 45 },
      { account_id: 'c', name: 'c', segment: 'Key' },
      { account_id: 'd', name: 'd', segment: 'Other' },
    ];
    const data = [
      ...orders('a', '2026-01-01', '2026-01-11', '2026-01-31', '2026-04-01'),
      ...orders('b', '2026-06-01', '2026-06-02', '2026-06-03'),
      ...orders('c', '2026-06-01'),
      ...orders('d', '2026-06-01'),
    ];
    const { rows } = await ask(await groundOf({ accounts, orders: data }, {}, asOf), 'cadence');
    const of = (account: string) => rows.find((row) => row['account'] === account);
    expect(of('b')).toMatchObject({ value: null, reason: 'few_gaps', next_on: '2026-07-18', pace_from: 'stated' });
    expect(of('c')).toMatchObject({ next_on: '2026-06-21', pace_from: 'segment' });
    expect(of('d')).toMatchObject({ next_on: null, pace_from: null });
  });

  it('buys more slowly than it says it uses up: the ratio under 0.7 asks whether it buys elsewhere', async () => {
    const accounts = [
      { account_id: 'a', name: 'a', consumption_days: 13 },
      { account_id: 'b', name: 'b', consumption_days: 14 },
    ];
    const days = ['2026-01-01', '2026-01-21', '2026-02-10', '2026-03-02'];
    const ground = await groundOf({ accounts, orders: [...orders('a', ...days), ...orders('b', ...days)] }, {}, asOf);
    const { rows } = await ask(ground, 'cadence');
    expect(rows.map((row) => [row['account'], row['pace_ratio'], row['buys_elsewhere']])).toEqual([
      ['a', 0.65, true],
      ['b', 0.7, false],
    ]);
  });
});
