import { wilson } from '../stats/intervals';
import type { Settings } from '../model/settings';
import type { Column, Table } from '../model/table';
import { columnOf, numberColumn, numbersOf, pickColumns, textColumn, textsOf, withColumns } from '../model/table';
import type { FigureState } from '../model/question';
import { envelope } from '../model/question';
import type { Unit } from '../model/units';
import type { FinishContext, MetricDeclaration } from './metric';

const level = 0.95;

/** State of a median or mean of n units: thin below the evidence rule, of none as well. Source: domain specification 1.11. */
export function middleState(n: number, settings: Settings): FigureState {
  return n < settings.evidence_median ? 'thin' : 'ok';
}

/** Finishes a median that the statement works out itself with its states. */
export function withMiddleStates(raw: Table, { settings }: FinishContext): Table {
  const states = Array.from(numbersOf(raw, 'n'), (n) => middleState(n, settings));
  return withColumns(raw, [textColumn('state', 'label', states)]);
}

/** Puts the envelope on a metric's aggregate: value, interval, state, reason and what was left out, one row a group. */
export async function finish(metric: MetricDeclaration, raw: Table, context: FinishContext): Promise<Table> {
  const { by, settings } = context;
  const table = nameGroups(metric.finish ? await metric.finish(raw, context) : raw, by);
  const judged = withColumns(table, judge(metric, table, settings));
  const whole = withColumns(judged, [markDerived(judged), excludedOf(table), levelOf(judged)]);
  const order = [...by, ...metric.carries, ...metric.keys, ...envelope, ...Object.keys(metric.columns)];
  return pickColumns(withUnits(whole, metric), [...new Set(order)]);
}

// Evidence of a fallback outweighs thin evidence, and a period that still runs both; an answer that cannot be given stays what it is.
function markDerived(table: Table): Column {
  const own = columnOf(table, 'state');
  if (own?.kind === 'text' && !columnOf(table, 'from_flags') && !columnOf(table, 'complete')) return own;
  const derived = numbersOf(table, 'from_flags');
  const complete = numbersOf(table, 'complete');
  const given = (state: string | null) => state === 'ok' || state === 'thin';
  const marked = textsOf(table, 'state').map((state, row) =>
    given(state) && (derived[row] ?? 0) > 0 ? 'derived' : state,
  );
  return textColumn(
    'state',
    'label',
    marked.map((state, row) => (given(state) && complete[row] === 0 ? 'immature' : state)),
  );
}

// An aggregate over nothing has no row; the answer to the plain question still has one, that says so, under its labels.
function nameGroups(raw: Table, by: readonly string[]): Table {
  const columns = raw.columns
    .filter((column) => !/^by_\d$/.test(column.name) || by[Number(column.name.slice(3)) - 1] !== undefined)
    .map((column) =>
      /^by_\d$/.test(column.name) ? { ...column, name: by[Number(column.name.slice(3)) - 1] ?? '' } : column,
    );
  if (raw.length > 0 || by.length > 0) return { length: raw.length, columns };
  return {
    length: 1,
    columns: columns.map((column): Column =>
      column.kind === 'text'
        ? { ...column, codes: column.codes.length === 1 ? column.codes : Int32Array.of(-1) }
        : { ...column, values: Float64Array.of(column.unit === 'count' ? 0 : NaN) },
    ),
  };
}

function judge(metric: MetricDeclaration, table: Table, settings: Settings): Column[] {
  switch (metric.kind) {
    case 'rate':
      return judgeRates(metric, table, settings);
    case 'days':
      return judgeDays(table, settings);
    case 'money':
    case 'count':
      return judgeTotals(metric, table);
    case 'survival':
      return judgeSurvival(metric, table, settings);
    case 'custom':
      return judgeCustom(metric, table);
  }
}

// What the metric brings stands; the rest of the envelope is filled in.
function judgeCustom(metric: MetricDeclaration, table: Table): Column[] {
  const n = numbersOf(table, 'n');
  const counts = ['numerator', 'denominator', 'n'].map((name) => numberColumn(name, 'count', numbersOf(table, name)));
  const limits = ['lower', 'upper'].map((name) => numberColumn(name, metric.unit, numbersOf(table, name)));
  const states = textsOf(table, 'state').map((state) => state ?? 'ok');
  const values = numbersOf(table, 'value');
  const reasons = textsOf(table, 'reason').map(
    (reason, row) => reason ?? (n[row] === 0 && Number.isNaN(values[row]) ? 'empty' : null),
  );
  return [
    ...counts,
    ...limits,
    textColumn('method', 'label', textsOf(table, 'method')),
    textColumn('state', 'label', states),
    textColumn('reason', 'label', reasons),
  ];
}

function judgeSurvival(metric: MetricDeclaration, table: Table, settings: Settings): Column[] {
  const n = numbersOf(table, 'n');
  const middle = numbersOf(table, 'median_days');
  const none = new Float64Array(table.length).fill(NaN);
  return [
    { kind: 'number', name: 'value', unit: metric.unit, values: middle },
    ...['numerator', 'denominator'].map((name) => numberColumn(name, 'count', none)),
    textColumn(
      'method',
      'label',
      Array.from(middle, (value) => (Number.isNaN(value) ? null : 'kaplan-meier')),
    ),
    textColumn(
      'state',
      'label',
      Array.from(n, (count) => middleState(count, settings)),
    ),
    textColumn(
      'reason',
      'label',
      Array.from(n, (count, row) => (count === 0 ? 'empty' : Number.isNaN(middle[row] ?? NaN) ? 'not_reached' : null)),
    ),
  ];
}

function judgeRates(metric: MetricDeclaration, table: Table, settings: Settings): Column[] {
  const hits = numbersOf(table, 'numerator');
  const judged = numbersOf(table, 'denominator');
  const immature = metric.immatureColumn ? numbersOf(table, metric.immatureColumn) : new Float64Array(table.length);
  const pooled = sum(hits) / Math.max(1, sum(judged));
  const limits = Array.from(judged, (n, row) => wilson(hits[row] ?? 0, n, level));
  const states = Array.from(judged, (n, row): FigureState => {
    if (n === 0) return (immature[row] ?? 0) > 0 ? 'immature' : 'thin';
    const reference = table.length > 1 ? pooled : (hits[row] ?? 0) / n;
    return enough(n, reference, settings) ? 'ok' : 'thin';
  });
  const reasons = Array.from(judged, (n, row) => (n > 0 ? null : (immature[row] ?? 0) > 0 ? 'not_mature' : 'empty'));
  return [
    numberColumn(
      'value',
      'ratio',
      Array.from(judged, (n, row) => (n > 0 ? (hits[row] ?? 0) / n : null)),
    ),
    numberColumn('n', 'count', judged),
    numberColumn(
      'lower',
      'ratio',
      limits.map((interval) => interval?.lower ?? null),
    ),
    numberColumn(
      'upper',
      'ratio',
      limits.map((interval) => interval?.upper ?? null),
    ),
    textColumn(
      'method',
      'label',
      limits.map((interval) => (interval ? 'wilson' : null)),
    ),
    textColumn('state', 'label', states),
    textColumn('reason', 'label', reasons),
  ];
}

/** True when a rate of n units may be judged against a reference rate; source: domain specification 1.11. */
export function enough(n: number, reference: number, settings: Settings): boolean {
  const expected = Math.min(n * reference, n * (1 - reference));
  return n >= settings.evidence_n && expected >= settings.evidence_expected - 1e-9;
}

function judgeDays(table: Table, settings: Settings): Column[] {
  const n = numbersOf(table, 'n');
  const lower = numbersOf(table, 'lower');
  return [
    { kind: 'number', name: 'value', unit: 'days', values: numbersOf(table, 'median_days') },
    numberColumn('numerator', 'count', new Float64Array(table.length).fill(NaN)),
    numberColumn('denominator', 'count', new Float64Array(table.length).fill(NaN)),
    textColumn(
      'method',
      'label',
      Array.from(lower, (value) => (Number.isNaN(value) ? null : 'bootstrap')),
    ),
    textColumn(
      'state',
      'label',
      Array.from(n, (count) => middleState(count, settings)),
    ),
    textColumn(
      'reason',
      'label',
      Array.from(n, (count) => (count > 0 ? null : 'empty')),
    ),
  ];
}

function judgeTotals(metric: MetricDeclaration, table: Table): Column[] {
  const n = numbersOf(table, 'n');
  const missing = new Float64Array(table.length).fill(NaN);
  const values = numbersOf(table, 'value');
  return [
    ...['numerator', 'denominator'].map((name) => numberColumn(name, 'count', missing)),
    ...['lower', 'upper'].map((name) => numberColumn(name, metric.unit, missing)),
    textColumn('method', 'label', new Array<null>(table.length).fill(null)),
    textColumn('state', 'label', new Array<string>(table.length).fill('ok')),
    textColumn(
      'reason',
      'label',
      Array.from(n, (count, row) => (!(count > 0) ? 'empty' : Number.isNaN(values[row] ?? NaN) ? 'no_money' : null)),
    ),
  ];
}

function levelOf(table: Table): Column {
  const own = columnOf(table, 'level');
  if (own) return own;
  const [lower, upper] = [numbersOf(table, 'lower'), numbersOf(table, 'upper')];
  const bare = (row: number) => Number.isNaN(lower[row] ?? NaN) && Number.isNaN(upper[row] ?? NaN);
  return numberColumn(
    'level',
    'ratio',
    Array.from(lower, (_, row) => (bare(row) ? null : level)),
  );
}

const excludedHead = 'excluded_';

/** The `excluded` column: JSON text of reason → count, from the answer's `excluded_<reason>` columns; reasons that left nothing out are not named. */
function excludedOf(table: Table): Column {
  const counts = table.columns.flatMap((column) =>
    column.name.startsWith(excludedHead) && column.kind === 'number'
      ? [{ reason: column.name.slice(excludedHead.length), values: column.values }]
      : [],
  );
  const texts = new Array<string>(table.length).fill('{}');
  for (let row = 0; row < table.length; row++) {
    if (!counts.some(({ values }) => values[row]! > 0)) continue;
    const left = counts.filter(({ values }) => values[row]! > 0).map(({ reason, values }) => [reason, values[row]!]);
    texts[row] = JSON.stringify(Object.fromEntries(left));
  }
  return textColumn('excluded', 'label', texts);
}

function withUnits(table: Table, metric: MetricDeclaration): Table {
  const units: Record<string, Unit> = { ...metric.columns, value: metric.unit, lower: metric.unit, upper: metric.unit };
  return { ...table, columns: table.columns.map((column) => ({ ...column, unit: units[column.name] ?? column.unit })) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
}
