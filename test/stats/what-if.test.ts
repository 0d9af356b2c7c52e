import { describe, expect, test } from 'vitest';
import { contractLifetimeValue, conversionWhatIf, lifetimeValue, retentionWhatIf } from '../../electron/stats/what-if';
import { near } from './near';

describe('what-if on conversion', () => {
  test('from 20 to 25 percent the cost of a conversion falls by exactly one fifth', () => {
    const found = conversionWhatIf({ from: 0.2, to: 0.25, entries: 100, costPerConversion: 500, meanMargin: 900 });
    near(found.costPerConversion, 400, 1e-9);
    near(found.addedWins, 5, 1e-12);
    near(found.addedMargin, 4500, 1e-9);
  });

  test('an unknown cost or margin stays unknown, and a rate of 0 is refused', () => {
    const unknown = { from: 0.2, to: 0.3, entries: 10, costPerConversion: null, meanMargin: null };
    expect(conversionWhatIf(unknown)).toMatchObject({ costPerConversion: null, addedMargin: null });
    expect(() => conversionWhatIf({ ...unknown, from: 0 })).toThrow(RangeError);
    expect(() => conversionWhatIf({ ...unknown, to: 25 })).toThrow(RangeError);
  });
});

describe('what-if on retention', () => {
  const terms = { margin: 100, discount: 0.1, acquisitionCost: 0 };

  test('the worked check: 366.667 becomes 440 at 0.85, up 20 percent; with a cost of 150 up 33.846 percent', () => {
    const free = retentionWhatIf(terms, 0.8);
    near(free.value, 366.667, 5e-4);
    near(free.points.value, 440, 1e-9);
    near(free.points.rise, 0.2, 1e-12);
    const paid = retentionWhatIf({ ...terms, acquisitionCost: 150 }, 0.8);
    near(paid.points.rise, 0.33846, 5e-6);
    near(paid.points.difference, 440 - 366.6666666666667, 1e-9);
  });

  test('five percent of 0.80 is 0.84', () => {
    const { relative } = retentionWhatIf(terms, 0.8);
    near(relative.retention, 0.84, 1e-12);
    near(relative.value, 110 / 0.26, 1e-9);
  });

  test('retention stops at 0.999 and a worthless customer has a difference in money only', () => {
    const high = retentionWhatIf(terms, 0.98);
    expect([high.points.retention, high.relative.retention]).toEqual([0.999, 0.999]);
    const dear = retentionWhatIf({ ...terms, acquisitionCost: 1000 }, 0.8);
    expect(dear.points.rise).toBeNull();
    near(dear.points.difference, 73.33333333333331, 1e-9);
  });

  test('retention without an end has no value', () => {
    expect(() => lifetimeValue({ ...terms, discount: 0 }, 1)).toThrow(RangeError);
    expect(() => lifetimeValue(terms, -0.1)).toThrow(RangeError);
  });

  test('with a contract model the survival curve takes the place of constant retention', () => {
    // very alike customers who stay with 0.8: a = 2000, b = 8000
    near(contractLifetimeValue({ ...terms, acquisitionCost: 150 }, { a: 2000, b: 8000 }), 216.667, 0.2);
    expect(contractLifetimeValue({ ...terms, discount: 0 }, { a: 0.7, b: 3 })).toBeNull();
  });
});
