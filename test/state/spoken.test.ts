import { expect, it } from 'vitest';
import { defaultSettings } from '../../electron/model/settings';
import type { Vocabulary } from '../../renderer/state/spoken';
import { heard, spoken } from '../../renderer/state/spoken';

const vocabulary: Vocabulary = {
  measures: [
    { id: 'win-rate', names: ['Win rate', 'Kadar kemenangan'] },
    { id: 'win-rate-by-value', names: ['Win rate by value', 'Kadar kemenangan mengikut nilai'] },
    { id: 'bookings', names: ['Bookings', 'Nilai tempahan'] },
  ],
  dimensions: [
    { id: 'team', names: ['Team', 'Pasukan'] },
    { id: 'rep', names: ['Rep', 'Wakil jualan'] },
    { id: 'x_deal_size', names: ['deal size'] },
  ],
  values: [
    { id: 'team:Central', names: ['Central'] },
    { id: 'rep:Siti Nur', names: ['Siti Nur'] },
  ],
};
const calendar = { ...defaultSettings, fiscal_start_month: 4 };

function ask(text: string) {
  return spoken(text, vocabulary, calendar, '2026-09-30');
}

it.each([
  ['win rate', 'win-rate', null, null],
  ['win rate by team last quarter', 'win-rate', 'team', { kind: 'quarter', year: 2027, quarter: 1 }],
  ['kadar kemenangan mengikut pasukan suku lepas', 'win-rate', 'team', { kind: 'quarter', year: 2027, quarter: 1 }],
  ['Last month bookings per rep', 'bookings', 'rep', { kind: 'month', year: 2026, month: 8 }],
  ['nilai tempahan ikut wakil jualan tahun ini', 'bookings', 'rep', { kind: 'year', year: 2027 }],
  ['win rate by value', 'win-rate-by-value', null, null],
  ['win rate by value by team 2026', 'win-rate-by-value', 'team', { kind: 'year', year: 2026 }],
  ['bookings by deal size Q3 FY26', 'bookings', 'x_deal_size', { kind: 'quarter', year: 2026, quarter: 3 }],
  ['nilai tempahan S3 TK26', 'bookings', null, { kind: 'quarter', year: 2026, quarter: 3 }],
  ['what was the win rate all time', 'win-rate', null, { kind: 'all' }],
  ['show me win rates for each team this fiscal year', 'win-rate', 'team', { kind: 'year', year: 2027 }],
  ['bookings across teams Q4', 'bookings', 'team', { kind: 'quarter', year: 2026, quarter: 4 }],
  ['win rate Q2', 'win-rate', null, { kind: 'quarter', year: 2027, quarter: 2 }],
  ['How are our bookings in March?', 'bookings', null, { kind: 'month', year: 2026, month: 3 }],
  ['nilai tempahan setiap pasukan pada Oktober', 'bookings', 'team', { kind: 'month', year: 2025, month: 10 }],
  ['kadar kemenangan Mac 2025', 'win-rate', null, { kind: 'month', year: 2025, month: 3 }],
  ['win rate last 4 quarters', 'win-rate', null, { kind: 'quarters', year: 2027, quarter: 2, count: 4 }],
  [
    'berapakah kadar kemenangan dua suku lepas',
    'win-rate',
    null,
    { kind: 'quarters', year: 2027, quarter: 2, count: 2 },
  ],
  ['win rate ytd', 'win-rate', null, { kind: 'year', year: 2027 }],
])('“%s” asks for %s by %s', (text, measure, by, period) => {
  expect(ask(text)).toEqual({ measure, by, period, only: null });
});

it('a person or team is asked for with or without a small word', () => {
  expect(ask('win rate for Central this quarter')?.only).toEqual({ dimension: 'team', value: 'Central' });
  expect(ask('bookings bagi siti nur')?.only).toEqual({ dimension: 'rep', value: 'Siti Nur' });
  expect(ask('Siti Nur win rate')?.only).toEqual({ dimension: 'rep', value: 'Siti Nur' });
  expect(ask("Siti Nur's win rate")?.only).toEqual({ dimension: 'rep', value: 'Siti Nur' });
});

it.each(['', 'team', 'win rate by moon', 'win rate for Nobody', 'profit by team', 'win rat'])(
  '“%s” is not understood, rather than half understood',
  (text) => {
    expect(ask(text)).toBeNull();
  },
);

it('tells which words it did not understand, where a measure is named', () => {
  expect(heard('win rate by moon for Central', vocabulary, calendar, '2026-09-30')).toMatchObject({
    measure: 'win-rate',
    only: { dimension: 'team', value: 'Central' },
    unknown: ['by', 'moon'],
  });
  expect(heard('profit by team', vocabulary, calendar, '2026-09-30')).toBeNull();
});
