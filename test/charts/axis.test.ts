import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setApart } from '../../renderer/charts/apart';
import { figuresFor, scaleFor, tickText, ticksOf } from '../../renderer/charts/axis';
import { periodLabels, periodTexts } from '../../renderer/charts/period-labels';
import { marksOf } from '../../renderer/charts/theme';

describe('scaleFor', () => {
  test.each([
    ['ratio', [0.013, 0.402], {}, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
    ['ratio', [0.97, 1], {}, [0.97, 0.98, 0.99, 1]],
    ['ratio', [-0.169, 0.035], {}, [-0.2, -0.15, -0.1, -0.05, 0, 0.05]],
    ['money', [520_000, 1_760_000], { most: 7 }, [400_000, 600_000, 800_000, 1e6, 1.2e6, 1.4e6, 1.6e6, 1.8e6]],
    ['count', [0, 17], { zero: true, most: 3 }, [0, 10, 20]],
    ['count', [1], { zero: true }, [0, 1]],
    ['days', [0, 55], { zero: true, most: 7 }, [0, 10, 20, 30, 40, 50, 60]],
    ['days', [], {}, [0, 2, 4, 6, 8, 10]],
    ['ratio', [NaN], {}, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ] as const)('%s %j gives round ticks', (unit, values, wishes, ticks) => {
    expect(ticksOf(scaleFor(unit, values, wishes))).toEqual(ticks);
  });

  test('holds every value, with few ticks, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.constantFrom('money' as const, 'days' as const, 'score' as const),
        (values, unit) => {
          const scale = scaleFor(unit, values);
          const room = scale.step * 1e-6;
          expect(scale.min).toBeLessThanOrEqual(Math.min(...values) + room);
          expect(scale.max).toBeGreaterThanOrEqual(Math.max(...values) - room);
          expect(ticksOf(scale).length).toBeLessThanOrEqual(6);
          expect(scale.max).toBeGreaterThan(scale.min);
        },
      ),
    );
  });

  test('never leaves 0 to 100 % for shares', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }), (values) => {
        const { min, max } = scaleFor('ratio', values);
        expect(min).toBeGreaterThanOrEqual(0);
        expect(max).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('ticks are written with the decimals of their step', () => {
  const scale = scaleFor('money', [520_000, 1_760_000], { most: 7 });
  expect(ticksOf(scale).map(tickText('money', scale, 'en'))[0]).toBe('0.4');
  const percent = scaleFor('ratio', [0.01, 0.034]);
  expect(ticksOf(percent).map(tickText('ratio', percent, 'en'))).toEqual([
    '1.0%',
    '1.5%',
    '2.0%',
    '2.5%',
    '3.0%',
    '3.5%',
  ]);
  const whole = scaleFor('ratio', [0.1, 0.4]);
  expect(ticksOf(whole).map(tickText('ratio', whole, 'ms'))[0]).toBe('10%');
});

test('figures of one column share a size and its decimals', () => {
  expect([4e6, 4.86e6].map(figuresFor('money', [4e6, 4.86e6], 'en').text)).toEqual(['4.00', '4.86']);
  expect([25_800, 1_200].map(figuresFor('money', [25_800, 1_200], 'en').text)).toEqual(['25.8', '1.2']);
  expect([486_200].map(figuresFor('money', [486_200], 'en').text)).toEqual(['486']);
  expect([1_842].map(figuresFor('money', [1_842], 'en').text)).toEqual(['1,842']);
  expect([0.312, 0.3].map(figuresFor('ratio', [], 'en').text)).toEqual(['31.2%', '30.0%']);
});

test('a year is written where it begins', () => {
  expect(periodLabels(['2025Q3', '2025Q4', '2026Q1', '2026Q2', null], 'en')).toEqual([
    'Q3 FY25',
    'Q4',
    'Q1 FY26',
    'Q2',
    '–',
  ]);
});

test('where there is little room the first period is told short, and the year that begins keeps its own', () => {
  const labels = periodLabels(['2024Q4', '2025Q1', '2025Q2', '2025Q3', '2025Q4', '2026Q1'], 'en');
  const plot = { x: (i: number) => i * 38, y: () => 0, left: 0, right: 200, top: 0, bottom: 100 };
  const written = JSON.stringify(periodTexts(plot, labels, (i) => i * 38, marksOf('light')));
  expect(written.match(/"text":"[^"]*"/g)?.map((text) => text.slice(8, -1))).toEqual([
    'Q4',
    'Q1 FY25',
    'Q2',
    'Q3',
    'Q4',
    'Q1 FY26',
  ]);
});

test('labels are set apart, within their room, in their order', () => {
  expect(setApart([10, 12, 40], 14, 0, 100)).toEqual([4, 18, 40]);
  expect(setApart([98, 99], 14, 0, 100)).toEqual([86, 100]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 8 }), (wanted) => {
      const places = setApart(wanted, 14, 0, 200);
      const sorted = [...places].sort((a, b) => a - b);
      sorted.slice(1).forEach((place, i) => expect(place - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9));
      for (const place of places) expect(place).toBeGreaterThanOrEqual(-1e-9);
      for (const place of places) expect(place).toBeLessThanOrEqual(200 + 1e-9);
    }),
  );
});
