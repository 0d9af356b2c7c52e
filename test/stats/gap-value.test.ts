import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapValue, type ChainFactor } from '../../electron/stats/gap-value';
import { near } from './near';

const known = (current: number, reference: number | null, flagged: boolean): ChainFactor => ({
  current,
  reference,
  flagged,
});

describe('value of closing a gap', () => {
  const chain = [known(0.5, 0.5, false), known(0.4, 0.5, true), known(0.25, 0.3, true), known(10_000, null, false)];

  test('the worked check: 100,000 now; alone 25,000 and 20,000; together 50,000 as 27,500 and 22,500', () => {
    const found = gapValue(200, chain, { draws: 10 });
    near(found.current, 100_000, 1e-6);
    near(found.alone[1], 25_000, 1e-6);
    near(found.alone[2], 20_000, 1e-6);
    near(found.together, 50_000, 1e-6);
    near(found.shares[1], 27_500, 1e-6);
    near(found.shares[2], 22_500, 1e-6);
    expect([found.alone[0], found.alone[3], found.shares[0], found.shares[3]]).toEqual([0, 0, 0, 0]);
  });

  test('a factor taken as known has an interval without width', () => {
    const { togetherInterval } = gapValue(200, chain, { draws: 10 });
    near(togetherInterval.lower, 50_000, 1e-6);
    near(togetherInterval.upper, 50_000, 1e-6);
  });

  test('a gap that is not flagged, or already closed, is worth nothing', () => {
    const found = gapValue(100, [known(0.2, 0.4, false), known(0.5, 0.3, true), known(100, null, true)]);
    expect(found).toMatchObject({ alone: [0, 0, 0], together: 0, shares: [0, 0, 0] });
  });

  test('the interval comes from 2,000 seeded draws: it repeats, holds the value and never falls below 0', () => {
    const drawn = chain.map((factor, i): ChainFactor =>
      i === 1 ? { ...factor, draw: (random) => random.beta(40, 60) } : factor,
    );
    const found = gapValue(200, drawn);
    expect(gapValue(200, drawn)).toEqual(found);
    const { lower, upper } = found.aloneInterval[1] ?? { lower: NaN, upper: NaN };
    expect(lower >= 0 && lower < 25_000 && 25_000 < upper).toBe(true);
    expect(gapValue(200, drawn, { seed: 2 }).aloneInterval).not.toEqual(found.aloneInterval);
  });

  test('shares always sum to the whole', () => {
    const factor = fc.record({
      current: fc.double({ min: 0.01, max: 1, noNaN: true }),
      reference: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true })),
      flagged: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 8 }), (factors) => {
        const { together, shares, alone } = gapValue(1000, factors, { draws: 1 });
        near(
          shares.reduce((sum, share) => sum + share, 0),
          together,
          1e-9 * Math.max(1, together),
        );
        expect(together).toBeGreaterThanOrEqual(Math.max(...alone) - 1e-9);
      }),
    );
  });
});
