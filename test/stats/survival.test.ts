import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  kaplanMeier,
  logRank,
  numbersAtRisk,
  stepsWithEvidence,
  survivalAt,
  survivalQuantile,
  type Lifetimes,
} from '../../electron/stats/survival';
import { hasSharedData } from '../shared-data';
import { near, reference } from './near';

type Group = 'Maintained' | 'Nonmaintained';

interface Step {
  time: number;
  n_risk: number;
  n_event: number;
  survival: number;
  std_err: number | null;
  log_lower: number | null;
  log_upper: number | null;
  loglog_lower: number | null;
  loglog_upper: number | null;
}

interface AmlFile {
  data: Record<Group, { time: number; event: number }[]>;
  published_table: Record<Group, (number | null)[][]>;
  loglog95: Record<Group, [number, number][]>;
  full_precision: Record<Group, Step[]>;
  published_summary: Record<
    Group,
    { n: number; events: number; median: number; median_lcl95_log: number; median_ucl95_log: number | null }
  >;
  logrank: { chisq_full: number; p_published: number; observed: number[]; expected_published: number[] };
}

const groups: Group[] = ['Maintained', 'Nonmaintained'];

function lives(rows: readonly { time: number; event: number }[]): Lifetimes {
  return { time: rows.map((row) => row.time), event: rows.map((row) => row.event) };
}

function same(actual: number | null | undefined, expected: number | null | undefined, tolerance: number): void {
  if (expected === null || expected === undefined) expect(actual).toBeNull();
  else near(actual, expected, tolerance);
}

describe.skipIf(!hasSharedData)('the leukaemia trial of Miller (1997), as printed by R', () => {
  test.each(groups)('%s: curve, errors and both kinds of limits agree', (group) => {
    const file = reference<AmlFile>('km_aml.json');
    const sample = lives(file.data[group]);
    const loglog = kaplanMeier(sample);
    const log = kaplanMeier(sample, { scale: 'log' });
    expect(loglog.time.length).toBe(file.full_precision[group].length);
    file.full_precision[group].forEach((step, i) => {
      expect([loglog.time[i], loglog.atRisk[i], loglog.events[i]]).toEqual([step.time, step.n_risk, step.n_event]);
      near(loglog.survival[i], step.survival, 1e-12);
      same(loglog.standardError[i], step.std_err, 1e-12);
      same(loglog.lower[i], step.loglog_lower, 1e-9);
      same(loglog.upper[i], step.loglog_upper, 1e-9);
      same(log.lower[i], step.log_lower, 1e-9);
      same(log.upper[i], step.log_upper, 1e-9);
      const [, , , survival, error, lower, upper] = file.published_table[group][i] ?? [];
      same(log.survival[i], survival, 5.1e-4);
      same(log.standardError[i], error, 5.1e-5);
      same(log.lower[i], lower, 5.1e-4);
      same(log.upper[i], upper, 5.1e-4);
    });
    file.loglog95[group].forEach(([lower, upper], i) => {
      near(loglog.lower[i], lower, 5.1e-8);
      near(loglog.upper[i], upper, 5.1e-8);
    });
  });

  test.each(groups)('%s: the median and its limits agree', (group) => {
    const { data, published_summary } = reference<AmlFile>('km_aml.json');
    const { n, events, median, median_lcl95_log, median_ucl95_log } = published_summary[group];
    const curve = kaplanMeier(lives(data[group]), { scale: 'log' });
    expect(curve.n).toBe(n);
    expect(curve.events.reduce((sum, d) => sum + d, 0)).toBe(events);
    expect(survivalQuantile(curve)).toEqual({ value: median, lower: median_lcl95_log, upper: median_ucl95_log });
  });

  test('the log-rank test agrees', () => {
    const { data, logrank } = reference<AmlFile>('km_aml.json');
    const found = logRank(lives(data.Maintained), lives(data.Nonmaintained));
    near(found?.chiSquare, logrank.chisq_full, 1e-6);
    near(found?.p, logrank.p_published, 5e-3);
    expect(found?.observed).toEqual(logrank.observed);
    logrank.expected_published.forEach((expected, i) => near(found?.expected[i], expected, 5.1e-3));
  });
});

describe('Kaplan-Meier', () => {
  test('one still going on when another ends is at risk then', () => {
    // at 2: two at risk, one ends: 1/2; the one censored at 2 is in
    const curve = kaplanMeier({ time: [2, 2], event: [1, 0] });
    expect(Array.from(curve.atRisk)).toEqual([2]);
    expect(survivalAt(curve, 1.99)).toEqual({ value: 1, lower: 1, upper: 1 });
    near(survivalAt(curve, 2).value, 0.5, 1e-15);
  });

  test('a curve that sits exactly on one half has its median at the first such time', () => {
    const curve = kaplanMeier({ time: [1, 2, 3, 4, 5, 6], event: [1, 1, 1, 0, 0, 0] });
    near(curve.survival[2], 0.5, 1e-12);
    expect(survivalQuantile(curve).value).toBe(3);
  });

  test('a curve that never falls so far has no median', () => {
    const curve = kaplanMeier({ time: [1, 2, 3, 4, 5], event: [1, 0, 0, 0, 0] });
    expect(survivalQuantile(curve)).toEqual({ value: null, lower: 1, upper: null });
    expect(survivalQuantile(curve, 0.2).value).toBe(1);
  });

  test('nobody, and nobody ended, have a flat curve without steps', () => {
    const none = kaplanMeier({ time: [], event: [] });
    expect(none.n).toBe(0);
    expect(survivalAt(none, 5).value).toBe(1);
    expect(kaplanMeier({ time: [3, 4], event: [0, 0] }).time.length).toBe(0);
  });

  test('a late entrant is at risk only after it entered', () => {
    // ends at 1, 3, 5; the second entered at 2: at 1 only units 1 and 3 are at risk
    const sample = { time: [1, 3, 5], event: [1, 1, 1], entry: [0, 2, 0] };
    const curve = kaplanMeier(sample);
    expect(Array.from(curve.atRisk)).toEqual([2, 2, 1]);
    near(curve.survival[1], 0.25, 1e-15);
    expect(Array.from(numbersAtRisk(sample, [0, 1, 2, 2.5, 3.5, 9]))).toEqual([2, 2, 1, 2, 1, 0]);
  });

  test('an entrant who leaves at once was never observed, a life of zero length was', () => {
    expect(kaplanMeier({ time: [2, 3], event: [1, 1], entry: [2, 0] }).n).toBe(1);
    expect(Array.from(kaplanMeier({ time: [0, 3], event: [1, 0] }).atRisk)).toEqual([2]);
  });

  test('a drawn curve stops where fewer than five are at risk', () => {
    const curve = kaplanMeier({ time: [1, 2, 3, 4, 5, 6, 7], event: [1, 1, 1, 1, 1, 1, 1] });
    expect(stepsWithEvidence(curve)).toBe(3);
    expect(stepsWithEvidence(curve, 1)).toBe(7);
  });

  test('a negative life and columns of different length are refused', () => {
    expect(() => kaplanMeier({ time: [-1], event: [1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ time: [1, 2], event: [1] })).toThrow(RangeError);
  });

  const sample = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.boolean()), { minLength: 1, maxLength: 60 });

  test('without censoring it is the plain share left; it never rises; limits hold it; order does not matter', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const plain = kaplanMeier({ time: rows.map(([time]) => time), event: rows.map(() => 1) });
        plain.time.forEach((time, i) => {
          near(plain.survival[i], rows.filter(([other]) => other > time).length / rows.length, 1e-12);
        });
        const shuffled = [...rows].reverse();
        const curve = kaplanMeier({ time: rows.map(([t]) => t), event: rows.map(([, ended]) => Number(ended)) });
        const again = kaplanMeier({
          time: shuffled.map(([t]) => t),
          event: shuffled.map(([, ended]) => Number(ended)),
        });
        expect(again).toEqual(curve);
        curve.survival.forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(i === 0 ? 1 : (curve.survival[i - 1] ?? 0));
          const lower = curve.lower[i];
          const upper = curve.upper[i];
          if (lower != null && upper != null) expect(lower <= value && value <= upper).toBe(true);
        });
      }),
    );
  });

  test('a million lives make one curve', () => {
    const time = Float64Array.from({ length: 1_000_000 }, (_, i) => ((i * 2_654_435_761) % 4_294_967_296) / 5e6);
    const event = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i % 3) & 1);
    const curve = kaplanMeier({ time, event });
    expect(curve.n).toBe(1_000_000);
  });
});

describe('log-rank', () => {
  test('a group against itself shows nothing, and two groups swap without changing the test', () => {
    const a = { time: [1, 3, 5, 7, 9], event: [1, 1, 0, 1, 1] };
    const b = { time: [2, 2, 4, 4, 11], event: [1, 1, 1, 0, 1] };
    near(logRank(a, a)?.chiSquare, 0, 1e-12);
    near(logRank(a, b)?.chiSquare, logRank(b, a)?.chiSquare ?? NaN, 1e-12);
  });

  test('nothing ended, nothing to test', () => {
    expect(logRank({ time: [1], event: [0] }, { time: [2], event: [0] })).toBeNull();
  });
});
