/** What a question says of time, counted from the calendar as the statements count it: the days, the periods and the spans that boards are asked about. */
import type { FiscalCalendar } from '../model/fiscal';
import {
  dayLength,
  fiscalMonthAt,
  fiscalMonthStart,
  isoDay,
  monthLabel,
  offeredPeriods,
  quarterLabel,
  timeOf,
  yearBefore,
} from '../model/fiscal';
import type { Question } from '../model/question';
import { everything } from '../model/question';
import type { Table } from '../model/table';
import { emptyTable, numberColumn, textColumn } from '../model/table';
import { dayAsked } from './board';
import { isTimed } from './board-groups';
import { grainOf } from './customers';

/** The calendar of a workspace, and where it stands at the as-of. Days are `YYYY-MM-DD`. */
export interface Calendar {
  readonly fiscal: FiscalCalendar;
  /** Local day of the as-of, and of the microsecond after it: the first on which a period that ends there is over. */
  readonly today: string;
  readonly tomorrow: string;
}

/** Rows `on_day`, `month`, `quarter`: each day of the asked period, in order, with the labels it bears; none where time does not split. */
export function periodDays({ from, to, by }: Question, { fiscal }: Calendar): Table {
  if (from === null || to === null || from >= to || !isTimed(by)) return emptyTable;
  const [days, months, quarters]: [number[], string[], string[]] = [[], [], []];
  const end = dayAsked(to, NaN);
  let day = dayAsked(from, NaN);
  for (let month = fiscalMonthAt(from, fiscal); day < end; month = { ...month, month: month.month + 1 }) {
    const next = dayAsked(fiscalMonthStart({ ...month, month: month.month + 1 }, fiscal), NaN);
    const own = fiscalMonthAt(isoDay(day * dayLength), fiscal);
    const labels = [monthLabel(own, fiscal), quarterLabel(own)] as const;
    for (; day < Math.min(next, end); day++) {
      days.push(day);
      months.push(labels[0]);
      quarters.push(labels[1]);
    }
  }
  return {
    length: days.length,
    columns: [
      numberColumn('on_day', 'date', days),
      textColumn('month', 'label', months),
      textColumn('quarter', 'label', quarters),
    ],
  };
}

/** The periods a person is offered, each with the one before it, as questions; and of the quarters the trends that end with them. Those chosen most often come first. */
export function questionsOffered({ fiscal, today }: Calendar): readonly Question[] {
  const { year, month } = fiscalMonthAt(today, fiscal);
  const quarter = month - ((month - 1) % 3);
  const span = (first: number, months: number, by: Question['by'] = []): Question => ({
    ...everything,
    from: fiscalMonthStart({ year, month: first }, fiscal),
    to: fiscalMonthStart({ year, month: first + months }, fiscal),
    by,
  });
  const back = (count: number, first: number, months: number, step: number) =>
    Array.from({ length: count }, (_, at) => span(first - step * at, months));
  const trends = Array.from({ length: offeredPeriods.quarter }, (_, at) =>
    span(quarter - 3 * at - 21, 24, ['quarter']),
  );
  return [
    ...back(offeredPeriods.quarter + 1, quarter, 3, 3),
    ...trends,
    ...back(offeredPeriods.month + 1, month, 1, 1),
    ...back(offeredPeriods.year + 1, 1, 12, 12),
    ...back(offeredPeriods.quarters + 4, quarter - 9, 12, 3),
  ];
}

interface Period {
  readonly before: string;
  readonly start: string;
  readonly end: string;
}

/** Rows `before_on`, `start_on`, `last_on`, `complete`, `month`, `quarter`: the asked period, or each month or quarter of it, with the start of the one before it, as far as begun by the as-of; the last day is the as-of's where that comes first. */
export function periodsAsked(question: Question, { fiscal, today, tomorrow }: Calendar): Table {
  const begun = periodsOf(question, fiscal).filter(({ start }) => start <= today);
  const months = begun.map(({ start }) => fiscalMonthAt(start, fiscal));
  const days = (name: string, of: (period: Period) => number) => numberColumn(name, 'date', begun.map(of));
  return {
    length: begun.length,
    columns: [
      days('before_on', ({ before }) => dayAsked(before, NaN)),
      days('start_on', ({ start }) => dayAsked(start, NaN)),
      days('last_on', ({ end }) => Math.min(dayAsked(end, NaN) - 1, dayAsked(today, NaN))),
      numberColumn(
        'complete',
        'flag',
        begun.map(({ end }) => Number(end <= tomorrow)),
      ),
      textColumn(
        'month',
        'label',
        months.map((month) => monthLabel(month, fiscal)),
      ),
      textColumn('quarter', 'label', months.map(quarterLabel)),
    ],
  };
}

function periodsOf(question: Question, fiscal: FiscalCalendar): readonly Period[] {
  const { from, to } = question;
  if (from === null || to === null) return [];
  const { grain } = grainOf(question);
  if (grain === 'period') return from < to ? [{ before: startBefore(from, to), start: from, end: to }] : [];
  if (grain !== 'month' && grain !== 'quarter') throw new Error(`no periods of a ${String(grain)}`);
  const months = grain === 'month' ? 1 : 3;
  const last = isoDay(Date.parse(to) - dayLength);
  const { year, month } = fiscalMonthAt(from, fiscal);
  const first = month - ((month - 1) % months);
  const startOf = (number: number) => fiscalMonthStart({ year, month: first + months * number }, fiscal);
  const periods: Period[] = [];
  for (let number = 0; startOf(number) <= last; number++)
    periods.push({ before: startOf(number - 1), start: startOf(number), end: startOf(number + 1) });
  return periods;
}

// As many whole months before a period of whole months, or else as many days.
function startBefore(from: string, to: string): string {
  const [begin, end] = [from, to].map((date) => date.split('-').map(Number)) as [number[], number[]];
  const [year = 0, month = 1, day = 1] = begin;
  if (day !== 1 || end[2] !== 1) return isoDay(2 * Date.parse(from) - Date.parse(to));
  const months = 12 * ((end[0] ?? 0) - year) + (end[1] ?? 1) - month;
  return isoDay(timeOf(year, month - 1 - months, 1));
}

/** One row `end_on`, `from_on`: the last day of the asked period, or the as-of's where that comes first, and the first on which a customer must have bought to be judged. */
export function contactSpan({ from, to }: Question, { today }: Calendar): Table {
  const now = dayAsked(today, NaN);
  const end = Math.min(now, to === null ? now : dayAsked(to, NaN) - 1);
  const begin = dayAsked(from ?? yearBefore(isoDay((end + 1) * dayLength)), NaN);
  return { length: 1, columns: [numberColumn('end_on', 'date', [end]), numberColumn('from_on', 'date', [begin])] };
}
