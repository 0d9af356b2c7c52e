import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeIncidence, freeAt, incidenceAt } from '../../electron/stats/cumulative-incidence';
import { kaplanMeier, numbersAtRisk, survivalAt, type Lifetimes } from '../../electron/stats/survival';
import { hasSharedData } from '../shared-data';
import { near, nearRelative, reference, referenceRows } from './near';

interface Mgus2File {
  n: number;
  events: { cause1: number; cause2: number };
  expected: {
    time: number;
    n_risk: number;
    event_free: number;
    cause1: number;
    cause2: number;
    se_cause1: number;
    se_cause2: number;
  }[];
  naive_one_minus_km_cause1: Record<string, number>;
  tolerance: number;
}

describe.skipIf(!hasSharedData)('the mgus2 patients, as printed by R', () => {
  const rows = hasSharedData ? referenceRows('mgus2_competing.csv') : [];
  const lives: Lifetimes = {
    time: rows.map((row) => Number(row['etime'])),
    event: rows.map((row) => Number(row['event'])),
  };

  test('both incidences and the share free of either agree', () => {
    const file = reference<Mgus2File>('competing_mgus2.json');
    const curves = cumulativeIncidence(lives, 2);
    expect(curves.n).toBe(file.n);
    expect(curves.events.map((counts) => counts.reduce((sum, d) => sum + d, 0))).toEqual([
      file.events.cause1,
      file.events.cause2,
    ]);
    for (const at of file.expected) {
      near(incidenceAt(curves, 1, at.time).value, at.cause1, file.tolerance);
      near(incidenceAt(curves, 2, at.time).value, at.cause2, file.tolerance);
      near(freeAt(curves, at.time), at.event_free, file.tolerance);
      expect(numbersAtRisk(lives, [at.time])[0]).toBe(at.n_risk);
      // R prints a robust error; the two estimators agree to a few percent
      nearRelative(incidenceAt(curves, 1, at.time).standardError, at.se_cause1, 0.05);
      nearRelative(incidenceAt(curves, 2, at.time).standardError, at.se_cause2, 0.05);
    }
  });

  test('treating the other end as censoring overstates the first', () => {
    const { naive_one_minus_km_cause1: naive } = reference<Mgus2File>('competing_mgus2.json');
    const curve = kaplanMeier({ time: lives.time, event: Array.from(lives.event, (cause) => Number(cause === 1)) });
    const right = cumulativeIncidence(lives, 2);
    for (const [time, value] of Object.entries(naive)) {
      near(1 - survivalAt(curve, Number(time)).value, value, 1e-9);
      expect(incidenceAt(right, 1, Number(time)).value).toBeLessThan(value);
    }
  });
});

describe('cumulative incidence', () => {
  const sample = fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 60,
  });

  test('the ends and the share still free sum to 1', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const curves = cumulativeIncidence({ time: rows.map(([t]) => t), event: rows.map(([, cause]) => cause) }, 3);
        curves.time.forEach((_, i) => {
          const ended = curves.incidence.reduce((sum, values) => sum + (values[i] ?? NaN), 0);
          near(ended + (curves.free[i] ?? NaN), 1, 1e-12);
        });
      }),
    );
  });

  test('with one cause it is one minus Kaplan-Meier, with its Greenwood error', () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const lives = { time: rows.map(([t]) => t), event: rows.map(([, cause]) => Number(cause > 0)) };
        const curves = cumulativeIncidence(lives, 1);
        const curve = kaplanMeier(lives);
        curve.time.forEach((time, i) => {
          const found = incidenceAt(curves, 1, time);
          near(found.value, 1 - (curve.survival[i] ?? NaN), 1e-12);
          const error = curve.standardError[i];
          if (error != null) near(found.standardError, error, 1e-9);
        });
      }),
    );
  });

  test('before anything ended the share is 0 without limits, after it the limits hold the value', () => {
    const curves = cumulativeIncidence({ time: [2, 3, 4, 5], event: [1, 2, 0, 1] }, 2);
    expect(incidenceAt(curves, 1, 1)).toEqual({ value: 0, standardError: 0, lower: null, upper: null });
    expect(freeAt(curves, 1)).toBe(1);
    const { value, lower, upper } = incidenceAt(curves, 1, 2);
    near(value, 0.25, 1e-15);
    expect((lower ?? 1) < value && value < (upper ?? 0)).toBe(true);
  });

  test('a cause that was not announced is refused', () => {
    expect(() => cumulativeIncidence({ time: [1], event: [2] }, 1)).toThrow(RangeError);
    expect(() => incidenceAt(cumulativeIncidence({ time: [1], event: [1] }, 1), 2, 1)).toThrow(RangeError);
  });
});
