/** The fiscal calendar as TypeScript needs it: months and quarters of fiscal years, and the one number `calendar.sql` reads. Pure, so that the page counts as the engine does. Dates are `YYYY-MM-DD`. */
import type { Settings } from './settings';

/** How fiscal years run and are named. */
export type FiscalCalendar = Pick<
  Settings,
  'fiscal_start_month' | 'fiscal_naming' | 'fiscal_calendar' | 'fiscal_year_end'
>;

/** A month of a fiscal year: the year as it is named, months counted from its first, 1 to 12. */
export interface FiscalMonth {
  readonly year: number;
  readonly month: number;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const patterns = ['4-4-5', '4-5-4', '5-4-4'];

/** Milliseconds of a day. */
export const dayLength = 86_400_000;

/** The number that stands for a fiscal calendar in SQL; `calendar.sql` says how it reads. */
export function fiscalCode(calendar: FiscalCalendar): number {
  const pattern = patterns.indexOf(calendar.fiscal_calendar) + 1;
  if (pattern === 0) return calendar.fiscal_start_month;
  const { nearest, weekday } = yearEndRule(calendar);
  return pattern * 10_000 + (nearest ? 1000 : 0) + weekday * 100 + calendar.fiscal_start_month;
}

/** First day of a month of a fiscal year; months before the first and after the twelfth lie in the years around it. */
export function fiscalMonthStart({ year, month }: FiscalMonth, calendar: FiscalCalendar): string {
  const [begun, number] = [year - namedLater(calendar) + Math.floor((month - 1) / 12), (((month - 1) % 12) + 12) % 12];
  if (calendar.fiscal_calendar === 'months') return isoDay(timeOf(begun, calendar.fiscal_start_month - 1 + number, 1));
  return isoDay(weekYearEnd(begun, calendar) + (1 + 7 * weeksBefore(number, calendar)) * dayLength);
}

/** The month of a fiscal year that a day lies in. */
export function fiscalMonthAt(day: string, calendar: FiscalCalendar): FiscalMonth {
  const [calendarYear = 0, calendarMonth = 1] = day.split('-').map(Number);
  if (calendar.fiscal_calendar === 'months') {
    const since = calendarYear * 12 + calendarMonth - calendar.fiscal_start_month;
    return { year: Math.floor(since / 12) + namedLater(calendar), month: (since % 12) + 1 };
  }
  const at = Date.parse(day);
  const begun = [calendarYear, calendarYear - 1].find((each) => at > weekYearEnd(each, calendar)) ?? calendarYear - 2;
  const week = Math.floor((at - weekYearEnd(begun, calendar) - dayLength) / (7 * dayLength));
  const number = Array.from({ length: 12 }, (_, month) => month).findLast(
    (month) => week >= weeksBefore(month, calendar),
  );
  return { year: begun + namedLater(calendar), month: (number ?? 0) + 1 };
}

/** Name of a month as `month_label` of the calendar says it: the calendar's own, or counted from the beginning of a year of whole weeks. */
export function monthLabel({ year, month }: FiscalMonth, calendar: FiscalCalendar): string {
  if (calendar.fiscal_calendar === 'months') return fiscalMonthStart({ year, month }, calendar).slice(0, 7);
  return `${year}P${String(month).padStart(2, '0')}`;
}

/** Name of the quarter that a month lies in, as `fiscal_quarter` of the calendar says it. */
export function quarterLabel({ year, month }: FiscalMonth): string {
  return `${year}Q${Math.ceil(month / 3)}`;
}

/** The fiscal quarter a day lies in, or one so many quarters away, as a half-open period. */
export function fiscalQuarterAt(
  day: string,
  calendar: FiscalCalendar,
  away = 0,
): { readonly from: string; readonly to: string } {
  const { year, month } = fiscalMonthAt(day, calendar);
  const first = month - ((month - 1) % 3) + 3 * away;
  return {
    from: fiscalMonthStart({ year, month: first }, calendar),
    to: fiscalMonthStart({ year, month: first + 3 }, calendar),
  };
}

/** How many periods of each kind a person is offered to choose from, up to the one that holds the as-of: quarters, four quarters, years, months. */
export const offeredPeriods = { quarter: 12, quarters: 8, year: 6, month: 12 } as const;

/** True for the text of a rule by which years of whole weeks end: `last-saturday`, `nearest-sunday`. */
export function isYearEndRule(text: string): boolean {
  const [rule = '', weekday = ''] = text.split('-');
  return ['last', 'nearest'].includes(rule) && weekdays.includes(weekday) && text.split('-').length === 2;
}

// Years a fiscal year is named after the calendar year it is counted by.
function namedLater(calendar: FiscalCalendar): number {
  const first = calendar.fiscal_start_month === 1;
  if (calendar.fiscal_calendar === 'months') return calendar.fiscal_naming === 'ends' && !first ? 1 : 0;
  return calendar.fiscal_naming === 'ends' || first ? 1 : 0;
}

function yearEndRule({ fiscal_year_end }: FiscalCalendar): { nearest: boolean; weekday: number } {
  const [rule, weekday = ''] = fiscal_year_end.split('-');
  return { nearest: rule === 'nearest', weekday: weekdays.indexOf(weekday) + 1 };
}

// Last day of the year of whole weeks whose last month lies in a calendar year.
function weekYearEnd(year: number, calendar: FiscalCalendar): number {
  const { nearest, weekday } = yearEndRule(calendar);
  const month = calendar.fiscal_start_month === 1 ? 12 : calendar.fiscal_start_month - 1;
  const latest = timeOf(year, month, 0) + (nearest ? 3 * dayLength : 0);
  const isoWeekday = ((new Date(latest).getUTCDay() + 6) % 7) + 1;
  return latest - ((isoWeekday - weekday + 7) % 7) * dayLength;
}

// Weeks of the year before a month, 0 to 11; a 53rd week belongs to the last one.
function weeksBefore(month: number, { fiscal_calendar }: FiscalCalendar): number {
  const lengths = fiscal_calendar.split('-').map(Number);
  return 13 * Math.floor(month / 3) + lengths.slice(0, month % 3).reduce((sum, weeks) => sum + weeks, 0);
}

/** The same day a year earlier; of a leap day the last of that February. */
export function yearBefore(day: string): string {
  const before = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return before.endsWith('-02-29') ? before.replace(/29$/, '28') : before;
}

/** Time at which a day of the calendar begins, in milliseconds since 1970; unlike `Date.UTC` of any year, the first hundred too. */
export function timeOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** The day a time lies in. */
export function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
