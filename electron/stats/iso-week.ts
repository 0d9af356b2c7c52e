/* ISO 8601 week dates: weeks begin on Monday and belong to the year that holds their Thursday. Valid for the Gregorian calendar. */

/** Year, week 1 to 53 and weekday, Monday being 1. */
export interface IsoWeek {
  year: number;
  week: number;
  weekday: number;
}

const DAY_MS = 86_400_000;

/** Week of a day counted from 1970-01-01 as day 0; negative before. */
export function isoWeek(day: number): IsoWeek {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  const thursday = day - weekday + 4;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const newYear = Date.UTC(year, 0, 1) / DAY_MS;
  return { year, week: Math.floor((thursday - newYear) / 7) + 1, weekday };
}
