import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../renderer/i18n/format';
import { currencySign, format, formatPeriod, formatRange } from '../../renderer/i18n/format';

const ringgit = { currency: 'MYR' };
const compact = { currency: 'MYR', compact: true };

describe('format', () => {
  test('a percent has one decimal, and none only when asked', () => {
    expect(format('ratio', 0.312, 'en')).toBe('31.2%');
    expect(format('ratio', 0.31, 'en')).toBe('31.0%');
    expect(format('ratio', 0.31, 'en', { trim: true })).toBe('31%');
    expect(format('ratio', 0.312, 'en', { trim: true })).toBe('31.2%');
    expect(format('ratio', 0.312, 'ms', { decimals: 0 })).toBe('31%');
    expect(format('ratio', 0.312, 'en', { bare: true })).toBe('31.2');
  });

  test('halves round away from zero as the digits on paper would', () => {
    expect(format('ratio', 0.285, 'en', { decimals: 0 })).toBe('29%');
    expect(format('ratio', 0.2845, 'en')).toBe('28.5%');
    expect(format('ratio', -0.2845, 'en')).toBe('−28.5%');
    expect(format('ratio', 0.0005, 'en')).toBe('0.1%');
    expect(format('index', 1.005, 'en')).toBe('1.01');
    expect(format('count', 2.5, 'en')).toBe('3');
    expect(format('count', -2.5, 'en')).toBe('−3');
  });

  test('money is written in full or compact, in English and Malay', () => {
    expect(format('money', 1842, 'en', ringgit)).toBe('RM 1,842');
    expect(format('money', 1842, 'en', compact)).toBe('RM 1,842');
    expect(format('money', 486_200, 'en', compact)).toBe('RM 486K');
    expect(format('money', 4_860_000, 'en', compact)).toBe('RM 4.86M');
    expect(format('money', 486_200, 'ms', compact)).toBe('RM 486 ribu');
    expect(format('money', 4_860_000, 'ms', compact)).toBe('RM 4.86 juta');
    expect(format('money', 22_000, 'en', { compact: true })).toBe('22K');
    expect(format('money', 4_000_000, 'en', { ...compact, decimals: 2 })).toBe('RM 4.00M');
    expect(format('money', 9_999.6, 'en', compact)).toBe('RM 10K');
    expect(format('money', 999_950, 'en', compact)).toBe('RM 1M');
    expect(format('money', 1_240.5, 'en', { ...ringgit, decimals: 2 })).toBe('RM 1,240.50');
    expect(format('money', 1_200_000, 'en', { currency: 'USD', compact: true })).toBe('$1.2M');
  });

  test('the minus sign is a true one and stands before the currency', () => {
    expect(format('money', -1842, 'en', ringgit)).toBe('−RM 1,842');
    expect(format('ratio', -0.093, 'en', { bare: true })).toBe('−9.3');
    expect(format('score', 3.5, 'en', { sign: true })).toBe('+3.5');
    expect(format('score', 0, 'en', { sign: true })).toBe('0');
  });

  test('what rounds to zero has no sign', () => {
    expect(format('ratio', -0.0001, 'en')).toBe('0.0%');
    expect(format('ratio', -0.0001, 'en', { sign: true })).toBe('0.0%');
    expect(format('count', -0, 'en')).toBe('0');
  });

  test('counts, days, scores and indices keep their own decimals', () => {
    expect(format('count', 1284, 'ms')).toBe('1,284');
    expect(format('days', 21, 'en')).toBe('21 d');
    expect(format('days', 20.5, 'en', { bare: true })).toBe('20.5');
    expect(format('days', 21, 'ms')).toBe('21 hari');
    expect(format('score', 41, 'en')).toBe('41');
    expect(format('score', 4.4, 'en')).toBe('4.4');
    expect(format('index', 0.1, 'en')).toBe('0.10');
  });

  test('a date is day, short month, year, whether it comes as text or as days', () => {
    expect(format('date', '2026-09-30', 'en')).toBe('30 Sep 2026');
    expect(format('date', Date.UTC(2026, 8, 30) / 86_400_000, 'en')).toBe('30 Sep 2026');
    expect(format('date', '2026-08-03', 'ms')).toBe('3 Ogo 2026');
    expect(format('date', '2026-05-14', 'en', { short: true })).toBe('14 May');
  });

  test('an instant is read in the zone that is asked for', () => {
    expect(format('instant', '2026-09-30T09:42:00Z', 'en', { timeZone: 'Asia/Kuala_Lumpur' })).toBe(
      '30 Sep 2026, 17:42',
    );
    expect(format('instant', Date.UTC(2026, 8, 30, 16, 5), 'en', { timeZone: 'Asia/Kuala_Lumpur' })).toBe(
      '1 Oct 2026, 00:05',
    );
  });

  test('labels and flags are words', () => {
    expect(format('label', '<img src=x onerror=alert(1)>', 'en')).toBe('<img src=x onerror=alert(1)>');
    expect(format('flag', true, 'en')).toBe('yes');
    expect(format('flag', 0, 'ms')).toBe('tidak');
  });

  test('a missing value of any unit is an en dash, never zero', () => {
    const units: Unit[] = ['ratio', 'count', 'days', 'money', 'score', 'index', 'label', 'date', 'instant', 'flag'];
    for (const unit of units) {
      for (const value of [null, undefined, NaN]) {
        if (unit === 'label' && Number.isNaN(value)) continue;
        expect(format(unit, value, 'en')).toBe('–');
      }
    }
    expect(format('money', Infinity, 'en')).toBe('–');
    expect(format('date', 'yesterday', 'en')).toBe('–');
    expect(format('count', '12', 'en')).toBe('–');
  });

  test('the printed figure is the value rounded half away from zero, for any decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), (thousandths) => {
        const printed = format('score', thousandths / 1000, 'en', { decimals: 1 });
        const tenths = Math.sign(thousandths) * Math.floor((Math.abs(thousandths) + 50) / 100);
        expect(Number(printed.replace('−', '-').replaceAll(',', ''))).toBe(tenths / 10 + 0);
      }),
    );
  });
});

describe('formatRange', () => {
  test('bounds stand on both sides of an en dash', () => {
    expect(formatRange('ratio', 0.283, 0.4, 'en')).toBe('28.3–40.0');
    expect(formatRange('days', 18, 24, 'en')).toBe('18–24');
    expect(formatRange('ratio', 0.283, 0.4, 'en', { bare: false })).toBe('28.3%–40.0%');
  });

  test('a negative bound brings the word', () => {
    expect(formatRange('ratio', -0.169, -0.014, 'en')).toBe('−16.9 to −1.4');
    expect(formatRange('ratio', -0.169, -0.014, 'ms')).toBe('−16.9 hingga −1.4');
    expect(formatRange('ratio', -0.071, 0.035, 'en', { sign: true })).toBe('−7.1 to +3.5');
    expect(formatRange('ratio', 0.011, 0.211, 'en', { sign: true })).toBe('+1.1 to +21.1');
  });

  test('money names its currency and, in Malay, its word once', () => {
    expect(formatRange('money', 127_000, 495_000, 'en', compact)).toBe('RM 127K–495K');
    expect(formatRange('money', 127_000, 495_000, 'ms', compact)).toBe('RM 127–495 ribu');
    expect(formatRange('money', 900_000, 1_200_000, 'ms', compact)).toBe('RM 900 ribu–1.2 juta');
    expect(formatRange('money', 8_460, 10_291, 'en', compact)).toBe('RM 8,460–10,291');
    expect(formatRange('money', -8_460, 10_291, 'en', compact)).toBe('−RM 8,460 to 10,291');
    expect(formatRange('money', 8_460, 120_000, 'en', compact)).toBe('RM 8,460–120K');
  });

  test('both ends have as many decimals', () => {
    expect(formatRange('score', 4.7, 6, 'en')).toBe('4.7–6.0');
    expect(formatRange('days', 18, 24.5, 'en')).toBe('18.0–24.5');
    expect(formatRange('score', 4, 6, 'en')).toBe('4–6');
  });

  test('a range with a missing bound is missing', () => {
    expect(formatRange('ratio', null, 0.4, 'en')).toBe('–');
    expect(formatRange('ratio', 0.1, NaN, 'en')).toBe('–');
  });
});

describe('formatPeriod', () => {
  test('quarters carry the fiscal year', () => {
    expect(formatPeriod('2026Q3', 'en')).toBe('Q3 FY26');
    expect(formatPeriod('2026Q3', 'ms')).toBe('S3 TK26');
    expect(formatPeriod('2026Q3', 'en', { short: true })).toBe('Q3');
  });

  test('months and weeks are named', () => {
    expect(formatPeriod('2026-08', 'en')).toBe('Aug 2026');
    expect(formatPeriod('2026-08', 'ms', { short: true })).toBe('Ogo');
    expect(formatPeriod('2026-W07', 'en')).toBe('W7 2026');
    expect(formatPeriod('2026P03', 'en')).toBe('P3 FY26');
    expect(formatPeriod('2026P03', 'ms', { short: true })).toBe('B3');
  });

  test('any other text stays as it is', () => {
    for (const text of [
      'Referral',
      '2026',
      '',
      'Q3 FY26',
      '2026-04-01',
      '20251',
      '202512',
      '2026-13',
      '2026Q5',
      '2026P13',
    ])
      expect(formatPeriod(text, 'en')).toBe(text);
  });
});

test('a currency sign is the one the country writes', () => {
  expect(currencySign('MYR')).toBe('RM');
  expect(currencySign('USD')).toBe('$');
  expect(currencySign('IDR')).toBe('IDR');
});
