import { UserError } from '../model/errors';
import type { FiscalCalendar } from '../model/fiscal';
import { fiscalMonthStart } from '../model/fiscal';

/** A fiscal quarter, the year as the fiscal calendar names it. */
export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/** The quarter a text such as `2026Q3` names. Throws `bad_quarter`. */
export function quarterOf(text: string): Quarter {
  const [, year = '', quarter = ''] = /^(\d{4})Q([1-4])$/.exec(text.trim().toUpperCase()) ?? [];
  if (year === '') throw new UserError('bad_quarter', { value: text });
  return { year: Number(year), quarter: Number(quarter) };
}

/** The quarter as the engine labels it: `2026Q3`. */
export function quarterLabel({ year, quarter }: Quarter): string {
  return `${year}Q${quarter}`;
}

/** The quarter so many later, or earlier when negative. */
export function quarterPlus({ year, quarter }: Quarter, by: number): Quarter {
  const index = year * 4 + quarter - 1 + by;
  return { year: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 };
}

/** First day of so many quarters that end with this one, and the day after the last. */
export function quarterDays(last: Quarter, count: number, calendar: FiscalCalendar): { from: string; to: string } {
  const month = 3 * last.quarter + 1;
  return {
    from: fiscalMonthStart({ year: last.year, month: month - 3 * count }, calendar),
    to: fiscalMonthStart({ year: last.year, month }, calendar),
  };
}

/** A day so many days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
