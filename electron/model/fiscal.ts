/** The fiscal calendar as TypeScript needs it: which quarter a day lies in, and the one number `calendar.sql` reads. Dates are `YYYY-MM-DD`. */
import type { Settings } from './settings';

type FiscalSettings = Pick<Settings, 'fiscal_start_month' | 'fiscal_calendar' | 'fiscal_year_end'>;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayLength = 86_400_000;

/** The number that stands for a fiscal calendar in SQL; `calendar.sql` says how it reads. */
export function fiscalCode(settings: FiscalSettings): number {
  const pattern = ['4-4-5', '4-5-4', '5-4-4'].indexOf(settings.fiscal_calendar) + 1;
  if (pattern === 0) return settings.fiscal_start_month;
  const { nearest, weekday } = yearEndRule(settings);
  return pattern * 10_000 + (nearest ? 1000 : 0) + weekday * 100 + settings.fiscal_start_month;
}

/** The fiscal quarter a day lies in, or one so many quarters away, as a half-open period. */
export function fiscalQuarterAt(
  day: string,
  settings: FiscalSettings,
  away = 0,
): { readonly from: string; readonly to: string } {
  if (settings.fiscal_calendar === 'months') {
    const [year = 0, month = 1] = day.split('-').map(Number);
    const first = month - 1 - ((month - settings.fiscal_start_month + 12) % 3) + 3 * away;
    return { from: isoDay(Date.UTC(year, first, 1)), to: isoDay(Date.UTC(year, first + 3, 1)) };
  }
  const { year, quarter } = weekQuarterAt(Date.parse(day), settings);
  const number = year * 4 + quarter + away;
  return { from: isoDay(weekQuarterStart(number, settings)), to: isoDay(weekQuarterStart(number + 1, settings)) };
}

/** True for the text of a rule by which years of whole weeks end: `last-saturday`, `nearest-sunday`. */
export function isYearEndRule(text: string): boolean {
  const [rule = '', weekday = ''] = text.split('-');
  return ['last', 'nearest'].includes(rule) && weekdays.includes(weekday) && text.split('-').length === 2;
}

function yearEndRule({ fiscal_year_end }: FiscalSettings): { nearest: boolean; weekday: number } {
  const [rule, weekday = ''] = fiscal_year_end.split('-');
  return { nearest: rule === 'nearest', weekday: weekdays.indexOf(weekday) + 1 };
}

// Last day of the year of whole weeks whose last month lies in a calendar year.
function weekYearEnd(year: number, settings: FiscalSettings): number {
  const { nearest, weekday } = yearEndRule(settings);
  const month = settings.fiscal_start_month === 1 ? 12 : settings.fiscal_start_month - 1;
  const latest = Date.UTC(year, month, 0) + (nearest ? 3 * dayLength : 0);
  const isoWeekday = ((new Date(latest).getUTCDay() + 6) % 7) + 1;
  return latest - ((isoWeekday - weekday + 7) % 7) * dayLength;
}

function weekQuarterAt(day: number, settings: FiscalSettings): { year: number; quarter: number } {
  const calendarYear = new Date(day).getUTCFullYear();
  const year = [calendarYear, calendarYear - 1].find((each) => day > weekYearEnd(each, settings)) ?? calendarYear - 2;
  const week = Math.floor((day - weekYearEnd(year, settings) - dayLength) / (7 * dayLength));
  return { year, quarter: Math.min(3, Math.floor(week / 13)) };
}

function weekQuarterStart(number: number, settings: FiscalSettings): number {
  return weekYearEnd(Math.floor(number / 4), settings) + dayLength + (((number % 4) + 4) % 4) * 13 * 7 * dayLength;
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
