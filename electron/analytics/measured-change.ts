import { newcombe } from '../stats/intervals';
import { benjaminiHochberg } from '../stats/benjamini-hochberg';
import { normalCdf } from '../stats/distributions';
import type { Answer, Question } from '../model/question';
import { UserError } from '../model/errors';
import type { Table } from '../model/table';
import { columnOf, numberColumn, numbersOf, textColumn, textsOf } from '../model/table';
import type { Options } from './metric';
import { metric, oneOf } from './metric';

/** Measured change: a metric in a period against an earlier one. Composed of two answers, so it has no statement of its own. */
export const measuredChange = metric({
  spec: 'M61',
  title: 'Measured change',
  sql: '',
  kind: 'custom',
  unit: 'score',
  columns: { now: 'score', before: 'score', verdict: 'label', passes_list_rule: 'flag' },
  options: {
    of: oneOf('win-rate', 'conversation-conversion', 'cohort-conversion', 'bookings', 'cycle-length'),
    against: oneOf('previous', 'last_year'),
  },
});

/** The period a change is measured against: as many whole months earlier where the period is whole months, else as many days. Throws `bad_question` for an open period. */
export function earlierPeriod(question: Question, against: string | undefined): Question {
  const { from, to } = question;
  if (!from || !to) throw new UserError('bad_question', { detail: 'measured-change needs from and to' });
  const months = wholeMonths(from, to);
  const back = (date: string) => {
    if (against === 'last_year') return shiftMonths(date, -12);
    return months === null ? shiftDays(date, -daysApart(from, to)) : shiftMonths(date, -months);
  };
  return { ...question, from: back(from), to: back(to) };
}

function wholeMonths(from: string, to: string): number | null {
  if (!from.endsWith('-01') || !to.endsWith('-01')) return null;
  const [a, b] = [new Date(from), new Date(to)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
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

interface Change {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly p: number;
}

/** Rows of the change by group: difference with interval and verdict. Improved or declined only when the interval leaves out 0. Source: domain specification M61, 5.2, 5.3. */
export function changeBetween(now: Answer, before: Answer, options: Options): Table {
  const groups = now.by;
  const earlier = new Map(rowKeys(before).map((key, row) => [key, row] as const));
  const keys = rowKeys(now);
  const pairs = keys.map((key, row) => [row, earlier.get(key) ?? -1] as const);
  const unit = columnOf(now.table, 'value')?.unit ?? 'score';
  const changes = pairs.map(([a, b]) =>
    unit === 'ratio' ? rateChange(now.table, a, before.table, b) : plainChange(now.table, a, before.table, b),
  );
  const lessIsBetter = options['of'] === 'cycle-length';
  const verdicts = changes.map((change) => verdictOf(change, lessIsBetter));
  const passes = benjaminiHochberg(changes.map((change) => change.p));
  const nowValues = numbersOf(now.table, 'value');
  const thenValues = numbersOf(before.table, 'value');
  return {
    length: keys.length,
    columns: [
      ...groups.map((name) => textColumn(name, 'label', textsOf(now.table, name))),
      numberColumn(
        'value',
        unit,
        changes.map((change) => change.value),
      ),
      numberColumn(
        'numerator',
        'count',
        keys.map(() => null),
      ),
      numberColumn(
        'denominator',
        'count',
        keys.map(() => null),
      ),
      numberColumn(
        'n',
        'count',
        pairs.map(
          ([a, b]) => (numbersOf(now.table, 'n')[a] ?? 0) + (b < 0 ? 0 : (numbersOf(before.table, 'n')[b] ?? 0)),
        ),
      ),
      numberColumn(
        'lower',
        unit,
        changes.map((change) => change.lower),
      ),
      numberColumn(
        'upper',
        unit,
        changes.map((change) => change.upper),
      ),
      numberColumn(
        'level',
        'ratio',
        changes.map((change) => (change.lower === null ? null : 0.95)),
      ),
      textColumn(
        'method',
        'label',
        changes.map((change) => (change.lower === null ? null : unit === 'ratio' ? 'newcombe' : 'normal')),
      ),
      textColumn(
        'state',
        'label',
        pairs.map(([a, b]) => worse(textsOf(now.table, 'state')[a], textsOf(before.table, 'state')[b])),
      ),
      textColumn(
        'reason',
        'label',
        changes.map((change) => (change.value === null ? 'empty' : null)),
      ),
      textColumn(
        'excluded',
        'label',
        keys.map(() => '{}'),
      ),
      numberColumn(
        'now',
        unit,
        pairs.map(([a]) => nowValues[a] ?? NaN),
      ),
      numberColumn(
        'before',
        unit,
        pairs.map(([, b]) => thenValues[b] ?? NaN),
      ),
      textColumn('verdict', 'label', verdicts),
      numberColumn(
        'passes_list_rule',
        'flag',
        passes.map((pass) => (pass ? 1 : 0)),
      ),
    ],
  };
}

function rowKeys(answer: Answer): string[] {
  const texts = answer.by.map((name) => textsOf(answer.table, name));
  return Array.from({ length: answer.table.length }, (_, row) =>
    JSON.stringify(texts.map((column) => column[row] ?? null)),
  );
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

function worse(a: string | null | undefined, b: string | null | undefined): string {
  const order = ['unavailable', 'immature', 'derived', 'thin', 'ok'];
  return order.find((state) => state === a || state === b) ?? 'ok';
}
