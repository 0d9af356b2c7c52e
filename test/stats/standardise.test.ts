import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustForMix,
  expectedCount,
  mixDistance,
  standardisedIndex,
  type StratumCounts,
} from '../../electron/stats/standardise';
import { hasSharedData } from '../shared-data';
import { near, nearRelative, reference } from './near';

interface DeathsFile {
  count: number[];
  population: number[];
  standard_count: number[];
  standard_population: number[];
  expected: {
    observed: number;
    expected: number;
    ratio: number;
    lower: number;
    upper: number;
    crude_rate: number;
    adjusted_rate: number;
  };
}

describe.skipIf(!hasSharedData)('US deaths 1940 against 1960 (epitools)', () => {
  test('expected deaths, index, limits and adjusted rate agree', () => {
    const file = reference<DeathsFile>('indirect_standardisation.json');
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const rates = file.standard_count.map((deaths, i) => deaths / file.standard_population[i]!);
    const observed = sum(file.count);
    const expected = expectedCount(file.population, rates);
    const index = standardisedIndex(observed, expected);
    expect(observed).toBe(file.expected.observed);
    nearRelative(expected, file.expected.expected, 1e-11);
    nearRelative(index?.index, file.expected.ratio, 1e-11);
    nearRelative(index?.lower, file.expected.lower, 1e-10);
    nearRelative(index?.upper, file.expected.upper, 1e-10);
    const crude = sum(file.standard_count) / sum(file.standard_population);
    nearRelative(observed / sum(file.population), file.expected.crude_rate, 1e-11);
    nearRelative((index?.index ?? NaN) * crude, file.expected.adjusted_rate, 1e-11);
  });
});

/** Rows [unit, segment, source, size, trials, successes] as columns. */
function counts(rows: readonly (readonly number[])[]): StratumCounts {
  const column = (at: number): number[] => rows.map((row) => row[at] ?? 0);
  return {
    unit: column(0),
    segment: column(1),
    source: column(2),
    size: column(3),
    trials: column(4),
    successes: column(5),
  };
}

describe('standardised index', () => {
  test('nothing observed has only an upper limit, by the rule of three', () => {
    expect(standardisedIndex(0, 12)).toEqual({ index: 0, lower: null, upper: 0.25 });
  });

  test('nothing expected has no index', () => {
    expect(standardisedIndex(3, 0)).toBeNull();
  });
});

describe('mix adjustment', () => {
  test('a rep on hard deals is compared with what peers make of hard deals', () => {
    // Peers of rep 0: hard 20/100 = 0.2, easy 60/100 = 0.6, crude 80/200 = 0.4.
    // Rep 0: 80 hard, 20 easy; E = 80 x 0.2 + 20 x 0.6 = 28; won 28 -> index 1, adjusted 0.4 though crude is 0.28.
    // v = (0.4/28)^2 (80 x 0.16 + 20 x 0.24) = 17.6 x (1/70)^2; n* = 0.24/v = 66.8181...
    const found = adjustForMix(
      counts([
        [0, 0, 0, 0, 80, 16],
        [0, 1, 0, 0, 20, 12],
        [1, 0, 0, 0, 100, 20],
        [1, 1, 0, 0, 100, 60],
      ]),
      2,
    );
    const [rep] = found;
    near(rep?.crude, 0.28, 1e-12);
    near(rep?.expected, 28, 1e-12);
    near(rep?.index, 1, 1e-12);
    near(rep?.adjusted, 0.4, 1e-12);
    near(rep?.peerRate, 0.4, 1e-12);
    near(rep?.effectiveTrials, (0.24 * 4900) / 17.6, 1e-9);
    near(rep?.effectiveSuccesses, (0.4 * 0.24 * 4900) / 17.6, 1e-9);
    expect(rep?.mix).toBe(true);
  });

  test('a person’s other time is no reference for this one', () => {
    // Unit 2 is unit 0 later on: the peers of both are unit 1 alone, 20/100.
    const rows = counts([
      [0, 0, 0, 0, 100, 90],
      [1, 0, 0, 0, 100, 20],
      [2, 0, 0, 0, 50, 25],
    ]);
    const isPeer = (unit: number) => unit !== 2;
    expect(adjustForMix(rows, 3, isPeer, (unit) => (unit === 2 ? 0 : unit)).map(({ peerRate }) => peerRate)).toEqual([
      0.2, 0.9, 0.2,
    ]);
    expect(adjustForMix(rows, 3, isPeer)[2]?.peerRate).toBeCloseTo(0.55, 12);
  });

  test('a thin stratum borrows from the one above: size first, then source, then segment', () => {
    // For rep 0 the peers have 10 trials in its finest stratum, 30 without size, 60 without source, 90 in all.
    const peers = [
      [1, 0, 0, 0, 10, 9],
      [1, 0, 0, 1, 20, 3],
      [1, 0, 1, 0, 30, 6],
      [1, 1, 0, 0, 30, 12],
    ];
    const expectedFor = (key: readonly number[]): number | undefined =>
      adjustForMix(counts([[0, ...key, 1, 0], ...peers]), 2)[0]?.expected;
    near(expectedFor([0, 0, 0]), 12 / 30, 1e-12); // size dropped
    near(expectedFor([0, 0, 1]), 3 / 20, 1e-12); // enough in the finest
    near(expectedFor([0, 2, 0]), 18 / 60, 1e-12); // source unknown to peers: the segment
    near(expectedFor([7, 0, 0]), 30 / 90, 1e-12); // segment unknown to peers: everything
  });

  test('peers with fewer than 20 trials in all still give their crude rate', () => {
    const [rep] = adjustForMix(
      counts([
        [0, 0, 0, 0, 10, 5],
        [1, 0, 0, 0, 10, 2],
      ]),
      2,
    );
    near(rep?.expected, 2, 1e-12);
    near(rep?.adjusted, 0.5, 1e-12);
  });

  test('without peers, or with peers who never succeed, the crude rate stands', () => {
    const [alone] = adjustForMix(counts([[0, 0, 0, 0, 10, 5]]), 1);
    expect(alone).toMatchObject({ crude: 0.5, adjusted: 0.5, index: null, peerRate: null, effectiveTrials: 10 });
    const [ahead] = adjustForMix(
      counts([
        [0, 0, 0, 0, 10, 5],
        [1, 0, 0, 0, 50, 0],
      ]),
      2,
    );
    expect(ahead).toMatchObject({ crude: 0.5, adjusted: 0.5, index: null, peerRate: 0, effectiveSuccesses: 5 });
  });

  test('a rep without trials has no rate, not zero', () => {
    const found = adjustForMix(counts([[1, 0, 0, 0, 50, 10]]), 2);
    expect(found[0]).toMatchObject({ trials: 0, crude: null, adjusted: null, effectiveTrials: 0 });
  });

  test('a unit that is no peer is compared but changes nobody else', () => {
    const rows = counts([
      [0, 0, 0, 0, 50, 10],
      [1, 0, 0, 0, 50, 20],
      [2, 0, 0, 0, 50, 45],
    ]);
    const withRamp = adjustForMix(rows, 3, (unit) => unit !== 2);
    near(withRamp[0]?.peerRate, 0.4, 1e-12);
    near(withRamp[2]?.peerRate, 0.3, 1e-12);
  });

  test('a unit out of range is refused', () => {
    expect(() => adjustForMix(counts([[3, 0, 0, 0, 1, 0]]), 2)).toThrow(RangeError);
  });

  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 80 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n }))),
    ),
    { minLength: 1, maxLength: 60 },
  );
  const flat = (list: readonly (readonly [number, number, number, number, readonly [number, number]])[]): number[][] =>
    list.map(([unit, segment, source, size, [n, k]]) => [unit, segment, source, size, n, k]);

  test('rates stay in 0..1, effective trials never exceed the trials, and reordering or renaming changes nothing', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = flat(list);
        const found = adjustForMix(counts(plain), 6);
        const renamed = adjustForMix(counts([...plain].reverse().map(([unit = 0, ...rest]) => [5 - unit, ...rest])), 6);
        found.forEach((rate, unit) => {
          if (rate.adjusted !== null) expect(rate.adjusted >= 0 && rate.adjusted <= 1).toBe(true);
          expect(rate.effectiveTrials).toBeLessThanOrEqual(rate.trials);
          expect(rate.effectiveSuccesses).toBeLessThanOrEqual(rate.effectiveTrials);
          const other = renamed[5 - unit];
          if (rate.index === null) expect(other?.index).toBeNull();
          else near(other?.index, rate.index, 1e-9);
        });
      }),
    );
  });

  test('splitting a stratum into two whose peer rates are equal changes no index', () => {
    const rate = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 0, max: 60 }),
        (easy, hard, tens, own) => {
          const other = [1, 1, 0, 0, 100, 10 * hard];
          const whole = counts([[0, 0, 0, 0, 60, own], [0, 1, 0, 0, 40, 9], [1, 0, 0, 0, 100, 10 * easy], other]);
          // peers: 10·tens trials and the rest, both at easy/10
          const split = counts([
            [0, 0, 0, 0, 25, Math.min(own, 25)],
            [0, 0, 0, 1, 35, own - Math.min(own, 25)],
            [0, 1, 0, 0, 40, 9],
            [1, 0, 0, 0, 10 * tens, tens * easy],
            [1, 0, 0, 1, 100 - 10 * tens, (10 - tens) * easy],
            other,
          ]);
          const before = adjustForMix(whole, 2)[0];
          const after = adjustForMix(split, 2)[0];
          near(after?.index, before?.index ?? NaN, 1e-12);
          near(after?.effectiveTrials, before?.effectiveTrials ?? NaN, 1e-9);
        },
      ),
    );
  });
});

describe('mix distance', () => {
  test('it is 0 for the same mix, 1 for nothing in common, null without trials', () => {
    near(mixDistance([10, 30], [1, 3]), 0, 1e-15);
    near(mixDistance([5, 0], [0, 9]), 1, 1e-15);
    near(mixDistance([1, 1], [3, 1]), 0.25, 1e-15);
    expect(mixDistance([0], [1])).toBeNull();
  });
});
