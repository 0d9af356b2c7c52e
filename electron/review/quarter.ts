import { UserError } from '../model/errors';
import type { Settings } from '../model/settings';

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

type Calendar = Pick<Settings, 'fiscal_start_month' | 'fiscal_naming'>;

/** First day of so many quarters that end with this one, and the day after the last. */
export function quarterDays(last: Quarter, count: number, calendar: Calendar): { from: string; to: string } {
  const shift = calendar.fiscal_naming === 'ends' && calendar.fiscal_start_month > 1 ? 1 : 0;
  const month = (last.year - shift) * 12 + calendar.fiscal_start_month - 1 + (last.quarter - 1) * 3;
  return { from: firstOf(month - 3 * (count - 1)), to: firstOf(month + 3) };
}

/** A day so many days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
