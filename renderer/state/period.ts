/** Stretches of time a question may be about, by the fiscal calendar they follow. Pure; dates are `YYYY-MM-DD`, ends are excluded. */
import type { FiscalCalendar } from '../../electron/model/fiscal';
import { fiscalMonthAt, fiscalMonthStart, offeredPeriods } from '../../electron/model/fiscal';

export type Period =
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'quarters'; readonly year: number; readonly quarter: number; readonly count: number }
  | {
      readonly kind: 'month';
      readonly year: number;
      readonly month: number;
      /** A month of a fiscal year of whole weeks, counted from the year's first; else one of the calendar. */
      readonly ofWeeks?: true;
    }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'custom'; readonly from: string; readonly to: string }
  | { readonly kind: 'all' };

export type Calendar = FiscalCalendar;

export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** First and day after the last of a period; nulls for all of history. */
export function rangeOf(period: Period, calendar: Calendar): DateRange {
  const known = ranges.get(period);
  if (known?.calendar === calendar) return known.range;
  const range = countRange(period, calendar);
  ranges.set(period, { calendar, range });
  return range;
}

// Everything on screen asks for the days of its period at every drawing.
const ranges = new WeakMap<Period, { readonly calendar: Calendar; readonly range: DateRange }>();

function countRange(period: Period, calendar: Calendar): DateRange {
  switch (period.kind) {
    case 'quarter':
      return monthsTo(period, 3 * period.quarter, 3, calendar);
    case 'quarters':
      return monthsTo(period, 3 * period.quarter, 3 * period.count, calendar);
    case 'year':
      return monthsTo(period, 12, 12, calendar);
    case 'month':
      return period.ofWeeks ? monthsTo(period, period.month, 1, calendar) : calendarMonth(period);
    case 'custom':
      return { from: period.from, to: period.to };
    case 'all':
      return { from: null, to: null };
  }
}

/** The quarter, month or week that a label of time names, such as `2026Q3`, `2026-07`, `2026P07` or `2026-W31`; null for any other text. */
export function periodAt(label: string): Period | null {
  const [, name = '', letter = '', part = ''] = /^(\d{4})(?=[QP]|-)-?([QPWS]?)(\d{1,2})$/.exec(label) ?? [];
  const [year, number] = [Number(name), Number(part)];
  if (number < 1) return null;
  if (letter === 'Q') return number > 4 ? null : { kind: 'quarter', year, quarter: number };
  if (letter === 'W' || letter === 'S') return number > 53 ? null : weekOf(year, number, letter);
  if (number > 12) return null;
  return letter === 'P'
    ? { kind: 'month', year, month: number, ofWeeks: true }
    : { kind: 'month', year, month: number };
}

// Weeks from Monday are numbered so that 4 January lies in the first; those from Sunday so that the first Sunday begins it.
function weekOf(year: number, number: number, letter: 'W' | 'S'): Period {
  const within = letter === 'W' ? `${year}-01-04` : `${year}-01-07`;
  const after = (new Date(within).getUTCDay() + (letter === 'W' ? 6 : 0)) % 7;
  const from = plusDays(within, 7 * (number - 1) - after);
  return { kind: 'custom', from, to: plusDays(from, 7) };
}

/** All time from one period to another, both included. */
export function stretchOf(first: Period, last: Period, calendar: Calendar): Period {
  if (JSON.stringify(first) === JSON.stringify(last)) return first;
  if (first.kind === 'quarter' && last.kind === 'quarter') {
    const count = 4 * (last.year - first.year) + last.quarter - first.quarter + 1;
    return { ...last, kind: 'quarters', count };
  }
  const [{ from }, { to }] = [rangeOf(first, calendar), rangeOf(last, calendar)];
  return from === null || to === null ? { kind: 'all' } : { kind: 'custom', from, to };
}

/** The fiscal quarter a date lies in. */
export function quarterAt(date: string, calendar: Calendar): Period & { kind: 'quarter' } {
  const { year, month } = fiscalMonthAt(date, calendar);
  return { kind: 'quarter', year, quarter: Math.ceil(month / 3) };
}

/** The fiscal year a date lies in. */
export function yearAt(date: string, calendar: Calendar): Period & { kind: 'year' } {
  return { kind: 'year', year: quarterAt(date, calendar).year };
}

/** The month a date lies in: that of the fiscal year where years are whole weeks, else that of the calendar. */
export function monthAt(date: string, calendar: Calendar): Period & { kind: 'month' } {
  if (calendar.fiscal_calendar !== 'months') return { kind: 'month', ...fiscalMonthAt(date, calendar), ofWeeks: true };
  const index = monthIndex(date);
  return { kind: 'month', year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The period of the same length so many lengths later, or earlier when negative; null for all of history. */
export function shifted(period: Period, by: number): Period | null {
  switch (period.kind) {
    case 'quarter':
      return { ...period, ...quarterPlus(period, by) };
    case 'quarters':
      return { ...period, ...quarterPlus(period, by * period.count) };
    case 'year':
      return { ...period, year: period.year + by };
    case 'month': {
      const index = period.year * 12 + period.month - 1 + by;
      return { ...period, year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
    }
    case 'custom': {
      const length = dayIndex(period.to) - dayIndex(period.from);
      return { kind: 'custom', from: plusDays(period.from, by * length), to: plusDays(period.to, by * length) };
    }
    case 'all':
      return null;
  }
}

/** The same stretch a year earlier; null for all of history. */
export function yearBefore(period: Period): Period | null {
  switch (period.kind) {
    case 'quarter':
    case 'quarters':
    case 'month':
    case 'year':
      return { ...period, year: period.year - 1 };
    case 'custom':
      return { kind: 'custom', from: plusMonths(period.from, -12), to: plusMonths(period.to, -12) };
    case 'all':
      return null;
  }
}

/** The quarter of a period, or its last one; for periods that are no quarters, the quarter of its last day, or of the as-of date. */
export function lastQuarterOf(period: Period, calendar: Calendar, asOf: string): Period & { kind: 'quarter' } {
  if (period.kind === 'quarter') return period;
  if (period.kind === 'quarters') return { kind: 'quarter', year: period.year, quarter: period.quarter };
  const { to } = rangeOf(period, calendar);
  return quarterAt(to === null ? asOf : plusDays(to, -1), calendar);
}

/** So many quarters that end with this one, oldest first. */
export function quartersTo(last: Period & { kind: 'quarter' }, count: number): (Period & { kind: 'quarter' })[] {
  return Array.from({ length: count }, (_, i) => ({ ...last, ...quarterPlus(last, i - count + 1) }));
}

/** The latest period of this kind, no later than the chosen one, whose last journeys have had their whole window; the chosen one where none can be moved. */
export function maturePeriod(chosen: Period, calendar: Calendar, asOf: string, days: number): Period {
  if (chosen.kind === 'custom' || chosen.kind === 'all') return chosen;
  let period: Period = chosen;
  for (let tries = 0; tries < 40; tries++) {
    const { to } = rangeOf(period, calendar);
    if (to === null || plusDays(to, days - 1) <= asOf) return period;
    period = shifted(period, -1) ?? period;
  }
  return chosen;
}

/** The periods of one kind that a person is offered, the newest first, up to the one that holds the as-of. */
export function periodsOffered(
  kind: Exclude<Period['kind'], 'custom'>,
  day: string,
  calendar: Calendar,
): readonly Period[] {
  const quarters = quartersTo(quarterAt(day, calendar), offeredPeriods.quarter).reverse();
  const back = (last: Period, count: number): Period[] =>
    Array.from({ length: count }, (_, i) => shifted(last, -i) ?? last);
  switch (kind) {
    case 'quarter':
      return quarters;
    case 'quarters':
      return quarters.slice(0, offeredPeriods.quarters).map(({ year, quarter }) => ({ kind, year, quarter, count: 4 }));
    case 'year':
      return back(yearAt(day, calendar), offeredPeriods.year);
    case 'month':
      return back(monthAt(day, calendar), offeredPeriods.month);
    case 'all':
      return [{ kind }];
  }
}

/** A date so many days later. */
export function plusDays(date: string, days: number): string {
  return isoDate((dayIndex(date) + days) * 86_400_000);
}

function plusMonths(date: string, months: number): string {
  const index = monthIndex(date) + months;
  const lastDay = dayIndex(firstOf(index + 1)) - dayIndex(firstOf(index));
  return `${firstOf(index).slice(0, 8)}${String(Math.min(Number(date.slice(8, 10)), lastDay)).padStart(2, '0')}`;
}

function quarterPlus(at: { year: number; quarter: number }, by: number): { year: number; quarter: number } {
  const index = at.year * 4 + at.quarter - 1 + by;
  return { year: Math.floor(index / 4), quarter: (((index % 4) + 4) % 4) + 1 };
}

// So many months that end with this one of a fiscal year.
function monthsTo({ year }: { year: number }, last: number, count: number, calendar: Calendar): DateRange {
  return {
    from: fiscalMonthStart({ year, month: last - count + 1 }, calendar),
    to: fiscalMonthStart({ year, month: last + 1 }, calendar),
  };
}

function calendarMonth({ year, month }: { year: number; month: number }): DateRange {
  const index = year * 12 + month - 1;
  return { from: firstOf(index), to: firstOf(index + 1) };
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function firstOf(index: number): string {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function dayIndex(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
