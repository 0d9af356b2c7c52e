import { describe, expect, test } from 'vitest';
import { isoWeek, type IsoWeek } from '../../electron/stats/iso-week';
import { hasSharedData } from '../shared-data';
import { reference } from './near';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

interface WeeksFile {
  cases: { date: string; iso_year: number; iso_week: number; iso_weekday: number }[];
}

describe.skipIf(!hasSharedData)('ISO weeks at year ends', () => {
  test('every case agrees', () => {
    const { cases } = reference<WeeksFile>('iso_weeks.json');
    expect(cases.length).toBeGreaterThan(15);
    for (const { date, iso_year, iso_week, iso_weekday } of cases) {
      expect({ date, ...isoWeek(day(date)) }).toEqual({ date, year: iso_year, week: iso_week, weekday: iso_weekday });
    }
  });
});

describe('ISO weeks', () => {
  test('every day follows the one before it, before 1970 too', () => {
    const follows = (before: IsoWeek, now: IsoWeek): boolean => {
      if (now.weekday > 1)
        return now.year === before.year && now.week === before.week && now.weekday === before.weekday + 1;
      const sameYear = now.year === before.year && now.week === before.week + 1;
      return (
        before.weekday === 7 && (sameYear || (now.week === 1 && now.year === before.year + 1 && before.week >= 52))
      );
    };
    const broken: number[] = [];
    for (let at = day('1900-01-01'); at < day('2101-01-01'); at++)
      if (!follows(isoWeek(at - 1), isoWeek(at))) broken.push(at);
    expect(broken).toEqual([]);
  });
});
