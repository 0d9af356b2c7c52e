import type { Database } from '../db/open';
import type { Parameters } from '../db/run';
import { query } from '../db/run';
import { catalogue, metricOf, optionsOf } from '../analytics';
import { finish } from '../analytics/finish';
import { compareGroups } from '../analytics/homogeneity';
import { changeBetween, earlierPeriod } from '../analytics/measured-change';
import type { MetricDeclaration, Options } from '../analytics/metric';
import type { Answer, Homogeneity, Question } from '../model/question';
import type { Settings } from '../model/settings';
import type { Table } from '../model/table';
import { numberColumn, rowsOf, stackTables, textColumn, withColumns } from '../model/table';
import type { RowsRequest } from './session';
import { derivedParameters, inSchema } from './derive';
import type { Composed, ExtraColumns } from './scope';
import { composeAnswer, composeRows } from './scope';

/** What an answer is computed from: the database at one as-of, the settings, and what the workspace holds. */
export interface Ground {
  readonly database: Database;
  readonly settings: Settings;
  /** As-of the derived tables in `schema` were made for; null in an empty workspace. */
  readonly asOf: string | null;
  readonly schema: string;
  readonly extras: ExtraColumns;
  /** Tables that hold no row. */
  readonly empty: ReadonlySet<string>;
}

type Statement = Answer['sql'][number];

/** Answers a metric with its whole frame. Throws UserError for an unknown metric, dimension or option, and `query_cancelled`. */
export async function answerMetric(
  ground: Ground,
  id: string,
  question: Question,
  signal?: AbortSignal,
): Promise<Answer> {
  const options = optionsOf(id, question.options);
  if (id === 'measured-change') return answerChange(ground, question, options, signal);
  const metric = metricOf(id);
  const missing = metric.needs.find((table) => ground.empty.has(table));
  if (missing) return frame(ground, id, question, options, unavailable(question, missing), []);
  const statements: Statement[] = [];
  const tables: Table[] = [];
  for (const run of metric.runs(options, ground.settings)) {
    const composed = composeAnswer(metric, question, run.options, ground.extras);
    const parameters = parametersOf(ground, metric, question, run.options, composed);
    const text = inSchema(composed.sql, ground.schema);
    statements.push({ text, parameters });
    const raw = await ground.database.read((connection) => query(connection, text, parameters, metric.columns), signal);
    tables.push(finish(metric, labelled(raw, run.labels), question.by, ground.settings));
  }
  const table = stackTables(tables);
  const compared = comparedBy(metric, question, table);
  return frame(ground, id, question, options, compared?.table ?? table, statements, compared?.homogeneity);
}

function comparedBy(
  metric: MetricDeclaration,
  question: Question,
  table: Table,
): { table: Table; homogeneity: Homogeneity } | null {
  const [only] = question.by;
  if (metric.kind !== 'rate' || question.by.length !== 1 || metric.keys.length > 0) return null;
  return only === 'rep' || only === 'team' ? compareGroups(table, only) : null;
}

async function answerChange(
  ground: Ground,
  question: Question,
  options: Options,
  signal?: AbortSignal,
): Promise<Answer> {
  const of = options['of'] ?? 'win-rate';
  const plain = { ...question, options: {} };
  const now = await answerMetric(ground, of, plain, signal);
  const before = await answerMetric(ground, of, earlierPeriod(plain, options['against']), signal);
  return frame(ground, 'measured-change', question, options, changeBetween(now, before, options), [
    ...now.sql,
    ...before.sql,
  ]);
}

// A label column the answer does not make itself is the same in all its rows; an empty aggregate gets its row with the label later.
function labelled(raw: Table, labels: Readonly<Record<string, string>>): Table {
  const length = Math.max(raw.length, 1);
  const columns = Object.entries(labels).map(([name, label]) =>
    textColumn(name, 'label', new Array<string>(length).fill(label)),
  );
  return withColumns(raw, columns);
}

function unavailable(question: Question, missing: string): Table {
  const length = question.by.length > 0 ? 0 : 1;
  const one = <T>(value: T): T[] => new Array<T>(length).fill(value);
  return {
    length,
    columns: [
      ...question.by.map((name) => textColumn(name, 'label', [])),
      ...(['value', 'numerator', 'denominator', 'n', 'lower', 'upper', 'level'] as const).map((name) =>
        numberColumn(name, 'count', one(null)),
      ),
      textColumn('method', 'label', one(null)),
      textColumn('state', 'label', one('unavailable')),
      textColumn('reason', 'label', one(`missing:${missing}`)),
      textColumn('excluded', 'label', one('{}')),
    ],
  };
}

function parametersOf(
  ground: Ground,
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  composed: Composed,
): Parameters {
  return {
    ...derivedParameters(ground.settings, ground.asOf),
    period_from: question.from,
    period_to: question.to,
    ...metric.parameters(options),
    ...composed.parameters,
  };
}

function frame(
  ground: Ground,
  id: string,
  question: Question,
  options: Options,
  table: Table,
  statements: readonly Statement[],
  homogeneity?: Homogeneity,
): Answer {
  return {
    metric: id,
    spec: metricOf(id).spec,
    as_of: ground.asOf,
    period: { start: question.from, end: question.to },
    filters: question.filters,
    by: question.by,
    time_zone: ground.settings.time_zone,
    currency: ground.settings.currency,
    settings: options,
    columns: table.columns.map(({ name, unit }) => ({ name, unit })),
    table,
    sql: statements,
    ...(homogeneity ? { homogeneity } : {}),
  };
}

/** The rows behind one mark, a page at a time, with their whole count. A mark's own values become filters, its rungs options. */
export async function answerRows(
  ground: Ground,
  request: RowsRequest,
  signal?: AbortSignal,
): Promise<{ table: Table; count: number }> {
  const metric = metricOf(request.metric);
  const { question, options } = markQuestion(metric, request);
  if (metric.needs.some((table) => ground.empty.has(table))) return { table: { length: 0, columns: [] }, count: 0 };
  const checked = optionsOf(request.metric, options);
  const [run] = metric.runs(checked, ground.settings);
  const runOptions = { ...(run?.options ?? checked), ...rungsOf(request.where) };
  const composed = composeRows(metric, question, runOptions, ground.extras, request.part);
  const parameters = parametersOf(ground, metric, question, runOptions, composed);
  const conditions = keyConditions(metric, request.where);
  const inner =
    inSchema(composed.sql, ground.schema) +
    conditions.map((name) => ` and rung_of(rung_rank) = cast($key_${name} as varchar)`).join('');
  const all = {
    ...parameters,
    ...Object.fromEntries(conditions.map((name) => [`key_${name}`, request.where[name] ?? null])),
  };
  return ground.database.read(async (connection) => {
    const page = `select * from (${inner}) order by on_day, journey_id limit ${request.limit} offset ${request.offset}`;
    const table = await query(connection, page, all);
    const counted = await query(connection, `select count(*) as rows from (${inner})`, all);
    return { table: presentable(table), count: Number(rowsOf(counted)[0]?.['rows'] ?? 0) };
  }, signal);
}

function rungsOf(where: RowsRequest['where']): Record<string, string> {
  const out: Record<string, string> = {};
  if (where['from_rung']) out['from'] = where['from_rung'];
  if (where['to_rung']) out['to'] = where['to_rung'];
  return out;
}

function keyConditions(metric: MetricDeclaration, where: RowsRequest['where']): string[] {
  return metric.keys.filter((name) => name === 'rung' && where[name] !== undefined);
}

function markQuestion(metric: MetricDeclaration, request: RowsRequest): { question: Question; options: Options } {
  const filters: Record<string, readonly string[]> = { ...request.question.filters };
  for (const [name, value] of Object.entries(request.where)) {
    if (name === 'from_rung' || name === 'to_rung' || metric.keys.includes(name)) continue;
    const allowed = filters[name];
    filters[name] = value === null || (allowed && !allowed.includes(value)) ? [] : [value];
  }
  return { question: { ...request.question, by: [], filters }, options: request.question.options };
}

const shown = [
  'journey_id',
  'opportunity_id',
  'lead_id',
  'account',
  'rep',
  'team',
  'stage',
  'outcome',
  'began_on',
  'closed_on',
  'on_day',
  'amount_money',
  'cycle_days',
  'step_days',
  'segment',
  'source',
  'product',
  'region',
  'industry',
  'size_band',
  'loss_reason',
  'competitor',
  'money_note',
  'hit',
  'left_out',
];

// What a person reads in the list, in reading order; the working columns stay behind.
function presentable(table: Table): Table {
  const wanted = shown.filter((name) => table.columns.some((column) => column.name === name));
  const extra = table.columns.filter((column) => column.name.startsWith('x_')).map((column) => column.name);
  return {
    ...table,
    columns: [...wanted, ...extra].flatMap((name) => table.columns.filter((column) => column.name === name)),
  };
}

export { catalogue };
