import { newcombe } from '../stats/intervals';
import { benjaminiHochberg } from '../stats/benjamini-hochberg';
import { normalCdf } from '../stats/distributions';
import type { Answer, Question } from '../model/question';
import { envelope } from '../model/question';
import { UserError } from '../model/errors';
import type { FiscalCalendar } from '../model/fiscal';
import { fiscalMonthAt, fiscalMonthStart } from '../model/fiscal';
import type { Table } from '../model/table';
import { columnOf, numbersOf, pickColumns, textColumn, textsOf, withColumns } from '../model/table';
import type { Unit } from '../model/units';
import type { Line } from './groups';
import { envelopeUnits, tableOf } from './groups';
import type { Options } from './metric';
import { metric, oneOf } from './metric';

/** Measured change: a metric in a period against an earlier one. Composed of two answers, so it has no statement of its own. */
export const measuredChange = metric({
  spec: 'M61',
  title: 'Measured change',
  sql: '',
  kind: 'custom',
  period: 'quarter',
  unit: 'score',
  columns: { now: 'score', before: 'score', verdict: 'label', passes_list_rule: 'flag' },
  options: {
    of: oneOf(
      'win-rate',
      'conversation-conversion',
      'cohort-conversion',
      'stage-conversion-by-value',
      'bookings',
      'cycle-length',
      'logo-retention',
      'revenue-retention',
      'renewal-rate',
      'referral-yield',
      'satisfaction',
    ),
    against: oneOf('previous', 'last_year'),
  },
});

/** Options of a metric whose change is measured: its own, and of a conversion of many steps the way from qualified to won, as of a cohort's. */
export function optionsOfChanged(of: string | undefined): Options {
  return of === 'stage-conversion-by-value' ? { steps: 'qualified,won' } : {};
}

/** The question cut off at the day of the as-of, with whether it was: a period not over yet is measured against as many days of the other. Source: domain specification 8. */
export function toDate(question: Question, today: string): { question: Question; cut: boolean } {
  const tomorrow = shiftDays(today, 1);
  const cut = question.to !== null && question.from !== null && question.to > tomorrow && question.from < tomorrow;
  return { question: cut ? { ...question, to: tomorrow } : question, cut };
}

/** The same days of a period that was cut off, so much earlier as the whole period says; no more of them than the earlier one has. Throws as `earlierPeriod`. */
export function earlierToDate(
  whole: Question,
  cut: Question,
  against: string | undefined,
  calendar: FiscalCalendar,
): Question {
  const before = earlierPeriod(whole, against, calendar);
  const sameDays = shiftDays(before.from ?? '', daysApart(cut.from ?? '', cut.to ?? ''));
  return { ...before, to: before.to !== null && before.to < sameDays ? before.to : sameDays };
}

/** The period a change is measured against: as many whole months of the fiscal calendar earlier where the period is whole months, else as many days. Throws `bad_question` for an open period. */
export function earlierPeriod(question: Question, against: string | undefined, calendar: FiscalCalendar): Question {
  const { from, to } = question;
  if (!from || !to) throw new UserError('bad_question', { detail: 'measured-change needs from and to' });
  const [first, end] = [fiscalMonthAt(from, calendar), fiscalMonthAt(to, calendar)];
  if (fiscalMonthStart(first, calendar) === from && fiscalMonthStart(end, calendar) === to) {
    const months = against === 'last_year' ? 12 : (end.year - first.year) * 12 + end.month - first.month;
    const back = ({ year, month }: typeof first) => fiscalMonthStart({ year, month: month - months }, calendar);
    return { ...question, from: back(first), to: back(end) };
  }
  const back = (date: string) =>
    against === 'last_year' ? shiftMonths(date, -12) : shiftDays(date, -daysApart(from, to));
  return { ...question, from: back(from), to: back(to) };
}

function shiftMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

function shiftDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A difference of two figures; the interval is missing where one of them has none. */
export interface Change {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number;
}

/** Rows of the change by group: difference with interval and verdict. Improved or declined only when the interval leaves out 0. Source: domain specification M61, 5.2, 5.3. */
export function changeBetween(now: Answer, before: Answer, options: Options): Table {
  const groups = now.by;
  const pairs = pairsOf(rowKeys(now), rowKeys(before));
  const unit = columnOf(now.table, 'value')?.unit ?? 'score';
  const isRate = unit === 'ratio' && columnOf(now.table, 'numerator')?.unit !== 'money';
  const changes = pairs.map(([a, b]) => changeOfRows(now.table, a, before.table, b));
  const lessIsBetter = options['of'] === 'cycle-length';
  const passes = passing(changes);
  const [laterN, earlierN] = [numbersOf(now.table, 'n'), numbersOf(before.table, 'n')];
  const [laterState, earlierState] = [textsOf(now.table, 'state'), textsOf(before.table, 'state')];
  const [laterLeft, earlierLeft] = [textsOf(now.table, 'excluded'), textsOf(before.table, 'excluded')];
  const lines = changes.map((change, row): Line => {
    const [a, b] = pairs[row] ?? [-1, -1];
    return {
      value: change.value,
      n: (laterN[a] ?? 0) + (earlierN[b] ?? 0),
      lower: change.lower,
      upper: change.upper,
      level: change.lower === null ? null : 0.95,
      method: change.lower === null ? null : isRate ? 'newcombe' : 'normal',
      state: worse(laterState[a], earlierState[b]),
      reason: change.value === null ? 'empty' : null,
      excluded: leftOutOfBoth(laterLeft[a], earlierLeft[b]),
      now: numbersOf(now.table, 'value')[a],
      before: numbersOf(before.table, 'value')[b],
      verdict: verdictOf(change, lessIsBetter),
      passes_list_rule: passes.has(change),
    };
  });
  const units: Readonly<Record<string, Unit>> = {
    ...Object.fromEntries(envelope.map((name) => [name, envelopeUnits(unit)[name] ?? 'label'] as const)),
    level: 'ratio',
    now: unit,
    before: unit,
    verdict: 'label',
    passes_list_rule: 'flag',
  };
  const table = tableOf(
    lines.map((line) => ({ by: [], line })),
    units,
  );
  const labels = groups.map((name) => {
    const [later, earlier] = [textsOf(now.table, name), textsOf(before.table, name)];
    return textColumn(
      name,
      'label',
      pairs.map(([a, b]) => (a >= 0 ? later[a] : earlier[b]) ?? null),
    );
  });
  return pickColumns(withColumns(table, labels), [...groups, ...Object.keys(units)]);
}

// Places of each group's row in the later and the earlier answer, -1 where it has none: those of the later one first.
function pairsOf(now: readonly string[], before: readonly string[]): readonly (readonly [number, number])[] {
  const [known, earlier] = [new Set(now), new Map(before.map((key, row) => [key, row] as const))];
  const gone = before.flatMap((key, row) => (known.has(key) ? [] : [[-1, row] as const]));
  return [...now.map((key, row) => [row, earlier.get(key) ?? -1] as const), ...gone];
}

// What nothing can be said of is no change, and makes none of the others less sure.
function passing(changes: readonly Change[]): ReadonlySet<Change> {
  const told = changes.filter(({ lower }) => lower !== null);
  const passes = benjaminiHochberg(told.map(({ p }) => p));
  return new Set(told.filter((_, at) => passes[at]));
}

function rowKeys(answer: Answer): string[] {
  const texts = answer.by.map((name) => textsOf(answer.table, name));
  return Array.from({ length: answer.table.length }, (_, row) =>
    JSON.stringify(texts.map((column) => column[row] ?? null)),
  );
}

/** The difference of two rows' values with its interval. Shares of money have no count of successes; their own intervals are what there is. Source: domain specification 5.2, 5.3. */
export function changeOfRows(now: Table, a: number, before: Table, b: number): Change {
  const method = textsOf(now, 'method')[a] ?? 'wilson';
  const share = columnOf(now, 'value')?.unit === 'ratio' && method === 'wilson';
  return share && columnOf(now, 'numerator')?.unit !== 'money'
    ? rateChange(now, a, before, b)
    : plainChange(now, a, before, b);
}

function rateChange(now: Table, a: number, before: Table, b: number): Change {
  const [k1, n1] = [numbersOf(now, 'numerator')[a] ?? 0, numbersOf(now, 'denominator')[a] ?? 0];
  const [k2, n2] = [numbersOf(before, 'numerator')[b] ?? 0, numbersOf(before, 'denominator')[b] ?? 0];
  const found = n1 > 0 && n2 > 0 ? newcombe(k1, n1, k2, n2) : null;
  if (!found) return { value: null, lower: null, upper: null, p: 1 };
  return {
    value: found.difference,
    lower: found.lower,
    upper: found.upper,
    p: tail(found.difference, (found.upper - found.lower) / 3.92),
  };
}

// Half widths add in squares, as for independent periods; without intervals the difference stands alone and says nothing.
function plainChange(now: Table, a: number, before: Table, b: number): Change {
  const [x, y] = [numbersOf(now, 'value')[a] ?? NaN, numbersOf(before, 'value')[b] ?? NaN];
  if (Number.isNaN(x) || Number.isNaN(y)) return { value: null, lower: null, upper: null, p: 1 };
  const below = Math.hypot(x - (numbersOf(now, 'lower')[a] ?? NaN), (numbersOf(before, 'upper')[b] ?? NaN) - y);
  const above = Math.hypot((numbersOf(now, 'upper')[a] ?? NaN) - x, y - (numbersOf(before, 'lower')[b] ?? NaN));
  if (Number.isNaN(below) || Number.isNaN(above)) return { value: x - y, lower: null, upper: null, p: 1 };
  return { value: x - y, lower: x - y - below, upper: x - y + above, p: tail(x - y, (below + above) / 3.92) };
}

function tail(difference: number, error: number): number {
  return error > 0 ? 2 * (1 - normalCdf(Math.abs(difference) / error)) : 1;
}

function verdictOf(change: Change, lessIsBetter: boolean): string {
  if (change.lower === null || change.upper === null || (change.lower <= 0 && change.upper >= 0))
    return 'no_clear_change';
  return change.lower > 0 !== lessIsBetter ? 'improved' : 'declined';
}

// What either period left out is no part of the change.
function leftOutOfBoth(...texts: readonly (string | null | undefined)[]): string {
  const all: Record<string, number> = {};
  for (const text of texts)
    for (const [reason, count] of Object.entries(JSON.parse(text ?? '{}') as Record<string, number>))
      all[reason] = (all[reason] ?? 0) + count;
  return JSON.stringify(all);
}

function worse(a: string | null | undefined, b: string | null | undefined): string {
  const order = ['unavailable', 'immature', 'thin', 'derived', 'ok'];
  return order.find((state) => state === a || state === b) ?? 'ok';
}
