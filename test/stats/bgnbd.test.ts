import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bgNbdHasEvidence,
  bgNbdLogLikelihood,
  expectedFuturePurchases,
  expectedPurchases,
  fitBgNbd,
  probabilityAlive,
  probabilityOfPurchases,
  type BgNbd,
  type BgNbdFit,
} from '../../electron/stats/bgnbd';
import { groupPurchases, type PurchaseHistories } from '../../electron/stats/purchase-groups';
import { seeded, type Random } from '../../electron/stats/random';
import { hasSharedData } from '../shared-data';
import { near, nearRelative, reference, referenceRows } from './near';

interface CdnowFile {
  published: {
    params: BgNbd;
    expected_purchases: { t: number; value: number }[];
    conditional_expectation: { t: number; x: number; t_x: number; T: number; value: number }[];
    p_alive_zero_repeat: number;
    pmf_with_rounded_params: { t_30_n_11_to_20: number[]; t_39_n_0: number; t_2_n_10: number };
  };
  computed: {
    params_full: BgNbd;
    log_likelihood: number;
    p_alive: { x: number; t_x: number; T: number; p_alive: number; expected_39w: number }[];
  };
  tolerance: { params: number; expected_purchases: number; p_alive: number; log_likelihood: number };
}

function cdnow(): PurchaseHistories {
  const rows = referenceRows('cdnow_summary.csv');
  return {
    repeats: rows.map((row) => Number(row['frequency'])),
    lastAge: rows.map((row) => Number(row['recency'])),
    age: rows.map((row) => Number(row['T'])),
  };
}

function fitted(histories: PurchaseHistories): BgNbdFit {
  const fit = fitBgNbd(histories);
  if (fit === null) throw new Error('no fit');
  return fit;
}

describe.skipIf(!hasSharedData)('CDNOW, as published by Fader, Hardie and Lee (2005)', () => {
  const file = hasSharedData ? reference<CdnowFile>('bgnbd_cdnow.json') : null;
  const histories = hasSharedData ? cdnow() : { repeats: [], lastAge: [], age: [] };
  const fit = hasSharedData
    ? fitted(histories)
    : { r: NaN, alpha: NaN, a: NaN, b: NaN, logLikelihood: NaN, settled: false };

  test('the four parameters and the likelihood agree', () => {
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      near(fit[name], file?.published.params[name] ?? NaN, file?.tolerance.params ?? 0);
      nearRelative(fit[name], file?.computed.params_full[name] ?? NaN, 1e-3);
    }
    near(fit.logLikelihood, file?.computed.log_likelihood ?? NaN, file?.tolerance.log_likelihood ?? 0);
    expect(fit.settled).toBe(true);
    expect(bgNbdHasEvidence(histories)).toBe(true);
    near(bgNbdLogLikelihood(file?.computed.params_full ?? fit, histories), file?.computed.log_likelihood ?? NaN, 1e-6);
  });

  test('expected purchases of a new customer agree', () => {
    for (const { t, value } of file?.published.expected_purchases ?? []) {
      near(expectedPurchases(fit, t), value, file?.tolerance.expected_purchases ?? 0);
    }
    near(expectedPurchases(fit, 78), 1.858, 1e-3);
  });

  test('who is alive and what each will buy agree', () => {
    for (const { x, t_x, T, p_alive, expected_39w } of file?.computed.p_alive ?? []) {
      near(probabilityAlive(fit, x, t_x, T), p_alive, file?.tolerance.p_alive ?? 0);
      near(expectedFuturePurchases(fit, x, t_x, T, 39), expected_39w, 2e-3);
      near(expectedFuturePurchases(file?.computed.params_full ?? fit, x, t_x, T, 39), expected_39w, 1e-9);
    }
    for (const { t, x, t_x, T, value } of file?.published.conditional_expectation ?? []) {
      near(expectedFuturePurchases(fit, x, t_x, T, t), value, 1e-3);
    }
    expect(probabilityAlive(fit, 0, 0, 38.86)).toBe(file?.published.p_alive_zero_repeat);
  });

  test('the distribution of purchases at the rounded parameters agrees', () => {
    const pmf = file?.published.pmf_with_rounded_params;
    const rounded = file?.published.params ?? fit;
    pmf?.t_30_n_11_to_20.forEach((value, i) => nearRelative(probabilityOfPurchases(rounded, 30, 11 + i), value, 1e-5));
    nearRelative(probabilityOfPurchases(rounded, 39, 0), pmf?.t_39_n_0 ?? NaN, 1e-6);
    nearRelative(probabilityOfPurchases(rounded, 2, 10), pmf?.t_2_n_10 ?? NaN, 1e-4);
  });

  test('days instead of weeks change only the unit', () => {
    const days = fitted({
      repeats: histories.repeats,
      lastAge: Array.from(histories.lastAge, (age) => 7 * age),
      age: Array.from(histories.age, (age) => 7 * age),
    });
    near(days.r, fit.r, 1e-4);
    near(days.alpha, 7 * fit.alpha, 1e-2);
    near(probabilityAlive(days, 5, 7 * 24.43, 7 * 38.86), probabilityAlive(fit, 5, 24.43, 38.86), 1e-4);
  });
});

/** Histories of `n` customers who live by the model, in whole days. */
function simulate(random: Random, model: BgNbd, n: number, longest: number): PurchaseHistories {
  const repeats = new Int32Array(n);
  const lastAge = new Float64Array(n);
  const age = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    age[i] = 1 + random.integer(longest);
    const rate = random.gamma(model.r, model.alpha);
    const leave = random.beta(model.a, model.b);
    let at = 0;
    for (;;) {
      at += -Math.log(1 - random.uniform()) / rate;
      const day = Math.ceil(at);
      if (day > age[i]!) break;
      if (day > lastAge[i]!) repeats[i]! += 1;
      lastAge[i] = day;
      if (random.bernoulli(leave)) break;
    }
  }
  return { repeats, lastAge, age };
}

const TRUE_MODEL: BgNbd = { r: 0.8, alpha: 60, a: 0.9, b: 3 };

describe('BG/NBD', () => {
  test('customers who live by a model are fitted back to it', () => {
    const fit = fitted(simulate(seeded(21), TRUE_MODEL, 20_000, 730));
    nearRelative(fit.r, TRUE_MODEL.r, 0.08);
    nearRelative(fit.alpha, TRUE_MODEL.alpha, 0.1);
    nearRelative(fit.a / (fit.a + fit.b), TRUE_MODEL.a / (TRUE_MODEL.a + TRUE_MODEL.b), 0.08);
    expect(fit.settled).toBe(true);
  });

  test('predicted purchases and survival agree with what simulated customers do next', () => {
    // Those with 3 repeats, the last 40 to 60 days before day 300, watched for 100 days more.
    const random = seeded(8);
    let seen = 0;
    let bought = 0;
    let expected = 0;
    for (let i = 0; i < 150_000; i++) {
      const rate = random.gamma(TRUE_MODEL.r, TRUE_MODEL.alpha);
      const leave = random.beta(TRUE_MODEL.a, TRUE_MODEL.b);
      const times: number[] = [];
      for (let at = -Math.log(1 - random.uniform()) / rate; at < 400; at += -Math.log(1 - random.uniform()) / rate) {
        times.push(at);
        if (random.bernoulli(leave)) break;
      }
      const before = times.filter((at) => at <= 300);
      const last = before.at(-1) ?? 0;
      if (before.length !== 3 || last < 240 || last > 260) continue;
      seen++;
      bought += times.length - before.length;
      expected += expectedFuturePurchases(TRUE_MODEL, 3, last, 300, 100);
    }
    expect(seen).toBeGreaterThan(150);
    nearRelative(bought / seen, expected / seen, 0.2);
  });

  test('the distribution of purchases sums to 1 and has the expected mean', () => {
    for (const t of [10, 100, 500]) {
      const p = Array.from({ length: 400 }, (_, x) => probabilityOfPurchases(TRUE_MODEL, t, x));
      near(
        p.reduce((sum, value) => sum + value, 0),
        1,
        1e-6,
      );
      near(
        p.reduce((sum, value, x) => sum + x * value, 0),
        expectedPurchases(TRUE_MODEL, t),
        1e-3,
      );
    }
  });

  test('a near 1 is passed without a jump', () => {
    const at = (a: number): number => expectedPurchases({ ...TRUE_MODEL, a }, 200);
    near(at(1), (at(0.999) + at(1.001)) / 2, 1e-5);
    near(at(1.00009), at(1.00011), 1e-4);
    const future = (a: number): number => expectedFuturePurchases({ ...TRUE_MODEL, a }, 2, 50, 80, 200);
    near(future(1), (future(0.999) + future(1.001)) / 2, 1e-5);
    expect(Number.isFinite(expectedPurchases({ r: 1, alpha: 1, a: 0.4, b: 0.6 }, 5))).toBe(true);
  });

  test('longer silence never makes a customer more alive, and more time never brings fewer purchases', () => {
    const history = fc.record({
      x: fc.integer({ min: 1, max: 40 }),
      last: fc.double({ min: 0.1, max: 300, noNaN: true }),
      silence: fc.double({ min: 0, max: 300, noNaN: true }),
      more: fc.double({ min: 0, max: 300, noNaN: true }),
    });
    fc.assert(
      fc.property(history, ({ x, last, silence, more }) => {
        const now = probabilityAlive(TRUE_MODEL, x, last, last + silence);
        expect(now >= 0 && now <= 1).toBe(true);
        expect(probabilityAlive(TRUE_MODEL, x, last, last + silence + more)).toBeLessThanOrEqual(now + 1e-12);
        const soon = expectedFuturePurchases(TRUE_MODEL, x, last, last + silence, 30);
        expect(soon).toBeGreaterThanOrEqual(0);
        expect(expectedFuturePurchases(TRUE_MODEL, x, last, last + silence, 30 + more)).toBeGreaterThanOrEqual(
          soon - 1e-9,
        );
      }),
    );
  });

  test('no time, no purchases; a customer just won is a new one', () => {
    expect(expectedPurchases(TRUE_MODEL, 0)).toBe(0);
    expect(expectedFuturePurchases(TRUE_MODEL, 3, 5, 9, 0)).toBe(0);
    near(expectedFuturePurchases(TRUE_MODEL, 0, 0, 0, 90), expectedPurchases(TRUE_MODEL, 90), 1e-12);
  });

  test('too few customers, repeaters or gaps is no evidence; nobody repeating has no fit', () => {
    const few = {
      repeats: new Array<number>(200).fill(0),
      lastAge: new Array<number>(200).fill(0),
      age: new Array<number>(200).fill(90),
    };
    expect(bgNbdHasEvidence(few)).toBe(false);
    expect(fitBgNbd(few)).toBeNull();
    expect(fitBgNbd({ repeats: [], lastAge: [], age: [] })).toBeNull();
    const with50 = {
      ...few,
      repeats: few.repeats.map((_, i) => Number(i < 50)),
      lastAge: few.lastAge.map((_, i) => (i < 50 ? 30 : 0)),
    };
    expect(bgNbdHasEvidence(with50)).toBe(true);
    expect(bgNbdHasEvidence({ ...with50, age: with50.age.map(() => 89) })).toBe(false);
  });

  test('an impossible history is refused', () => {
    expect(() => fitBgNbd({ repeats: [1], lastAge: [5], age: [4] })).toThrow(RangeError);
    expect(() => fitBgNbd({ repeats: [0], lastAge: [2], age: [4] })).toThrow(RangeError);
    expect(() => fitBgNbd({ repeats: [0.5], lastAge: [2], age: [4] })).toThrow(RangeError);
  });
});

describe('purchase groups', () => {
  test('equal histories are told once', () => {
    const groups = groupPurchases({ repeats: [2, 0, 2, 2], lastAge: [5, 0, 5, 6], age: [9, 9, 9, 9] });
    const rows = Array.from(groups.customers, (n, i) => [
      groups.repeats[i],
      groups.lastAges[groups.last[i]!],
      groups.ages[groups.now[i]!],
      n,
    ]);
    expect(rows).toEqual([
      [0, 0, 9, 1],
      [2, 5, 9, 2],
      [2, 6, 9, 1],
    ]);
    expect(groups).toMatchObject({ total: 4, repeaters: 3 });
  });

  test('ages that hardly repeat are rounded to a grid too fine to matter', () => {
    const random = seeded(6);
    const age = Float64Array.from({ length: 30_000 }, () => 1 + 700 * random.uniform());
    const lastAge = age.map((now, i) => (i % 2 === 0 ? now * random.uniform() : 0));
    const repeats = Int32Array.from(age, (_, i) => (i % 2 === 0 ? 1 + random.integer(4) : 0));
    const groups = groupPurchases({ repeats, lastAge, age });
    expect(groups.ages.length).toBeLessThanOrEqual(4097);
    expect(groups.customers.reduce((sum, n) => sum + n, 0)).toBe(30_000);
    const unsound = Array.from(groups.last, (last, i) => {
      const since = groups.lastAges[last]!;
      return since <= groups.ages[groups.now[i]!]! && since > 0 === groups.repeats[i]! > 0;
    }).filter((sound) => !sound);
    expect(unsound).toEqual([]);
  });

  test('a million customers are fitted', () => {
    const histories = simulate(seeded(2), TRUE_MODEL, 1_000_000, 1500);
    const fit = fitted(histories);
    nearRelative(fit.r, TRUE_MODEL.r, 0.05);
    expect(fit.settled).toBe(true);
  });
});
