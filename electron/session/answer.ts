import type { Database } from '../db/open';
import type { Parameters } from '../db/run';
import { metricOf, optionsOf } from '../analytics';
import { finish } from '../analytics/finish';
import { compareGroups } from '../analytics/homogeneity';
import type { Fitted, MetricDeclaration, Options, ParameterValues } from '../analytics/metric';
import type { Answer, Homogeneity, Question } from '../model/question';
import type { Settings } from '../model/settings';
import type { Table } from '../model/table';
import { UserError } from '../model/errors';
import { numberColumn, stackTables, textColumn, withColumns } from '../model/table';
import type { TableName } from '../model/tables';
import { tableNames } from '../model/tables';
import type { RowsRequest } from './session';
import { giveWay } from './ahead';
import { framed, toldPeriod } from './asked-period';
import { chosenRows } from './chosen-rows';
import { composedMetric } from './composed';
import { derivedParameters, inSchema, makeLater } from './derive';
import { rowsFor, stillWanted } from './gathered';
import { asking, quickRows } from './boards';
import { gapsFor, withGapRows } from './gaps';
import { keptAnswer } from './kept-answers';
import { keyConditions, markQuestion, rungsOf, runOf } from './mark';
import { runsOf, workspaceOptions } from './own-options';
import type { Composed, ExtraColumns } from './scope';
import { prepared } from './prepare';
import type { KnownLists } from './row-pages';
import { isPresentable, presentable } from './presentable';
import { readPage } from './row-pages';
import { composeAnswer, composeRows } from './scope';

/** What an answer is computed from: the database at one as-of, the settings, and what the workspace holds. */
export interface Ground {
  readonly database: Database;
  readonly settings: Settings;
  /** Revision of the data that answers are given of. */
  readonly revision: number;
  /** As-of the derived tables in `schema` were made for; null in an empty workspace. */
  readonly asOf: string | null;
  readonly schema: string;
  readonly extras: ExtraColumns;
  /** Rungs that a stage or a lead stands on. */
  readonly rungs: ReadonlySet<string>;
  /** Tables that hold no row. */
  readonly empty: ReadonlySet<string>;
}

type Statement = Answer['sql'][number];

/** Answers a metric with its whole frame. Throws UserError for an unknown metric, dimension or option, and `query_cancelled`. */
export async function answerMetric(ground: Ground, id: string, asked: Question, signal?: AbortSignal): Promise<Answer> {
  const options = optionsOf(id, workspaceOptions(id, asked.options, ground));
  const composed = composedMetric(id);
  if (composed) return answerComposed(ground, id, composed, asked, options, signal);
  const metric = standIn(metricOf(id), ground);
  const question = framed(metric, asked, ground);
  const missing = missingTable(metric, ground);
  if (missing) return frame(ground, id, question, options, unavailable(question, missing), []);
  giveWay(ground, metric.uses);
  await makeLater(ground, metric.uses, signal);
  const fitted = await prepared(ground, metric, options, signal);
  const extra: Record<string, unknown> = { ...fitted.extra };
  const gathered = gatheredOf(metric, question);
  const unused = await gapsFor(ground, id, { ...gathered, from: asked.from, to: asked.to }, options, signal);
  const statements: Statement[] = [];
  const tables: Table[] = [];
  const turn = () => stillWanted(signal);
  for (const run of runsOf(metric, options, asked.options, ground)) {
    const gather = async (half: 'answer' | 'more') => {
      const composed = composeAnswer(metric, gathered, run.options, ground.extras, half);
      const parameters = parametersOf(ground, metric, gathered, run.options, composed, fitted);
      const text = inSchema(composed.sql, ground.schema);
      statements.push({ text, parameters });
      const quick = await quickRows(ground, metric, gathered, run.options, parameters, half, signal);
      return quick ?? asking(ground, () => rowsFor(ground, metric, text, parameters, signal));
    };
    const first = await gather('answer');
    const raw = metric.more?.when(first) ? metric.more.join(first, await gather('more'), run.options) : first;
    await turn();
    const { settings, empty } = ground;
    const context = { options: run.options, settings, by: gathered.by, empty, extra, turn };
    const finished = await finish(metric, labelled(raw, run.labels), context);
    tables.push(unused ? unused.on(finished) : finished);
  }
  if (unused) statements.push(unused.statement);
  const table = chosenRows(stackTables(tables), metric.carries, question.filters);
  const compared = comparedBy(metric, question, table);
  const answer = frame(ground, id, question, options, compared?.table ?? table, statements, compared?.homogeneity);
  return Object.keys(extra).length > 0 ? { ...answer, extra } : answer;
}

// Where a table is empty and another statement can stand in, that one is the metric's.
function standIn(metric: MetricDeclaration, ground: Ground): MetricDeclaration {
  for (const name of tableNames) {
    const sql = metric.without[name];
    if (sql !== undefined && ground.empty.has(name)) return { ...metric, sql, quick: null };
  }
  return metric;
}

function missingTable(metric: MetricDeclaration, ground: Ground): TableName | undefined {
  const missing = metric.needs.find((needed) =>
    typeof needed === 'string' ? ground.empty.has(needed) : needed.every((table) => ground.empty.has(table)),
  );
  return typeof missing === 'object' ? missing[0] : missing;
}

// What the rows bear themselves neither groups nor narrows what is gathered.
function gatheredOf(metric: MetricDeclaration, question: Question): Question {
  if (metric.carries.length === 0) return question;
  const carried: readonly string[] = metric.carries;
  return {
    ...question,
    by: question.by.filter((name) => !carried.includes(name)),
    filters: Object.fromEntries(Object.entries(question.filters).filter(([name]) => !carried.includes(name))),
  };
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

async function answerComposed(
  ground: Ground,
  id: string,
  { make }: NonNullable<ReturnType<typeof composedMetric>>,
  asked: Question,
  options: Options,
  signal?: AbortSignal,
): Promise<Answer> {
  const { question, table, sql, homogeneity, extra, ...made } = await make(ground, asked, options, {
    answer: (of, each) => keptAnswer(ground, of, each, (stop) => answerMetric(ground, of, each, stop), signal),
    gather: (of, each) => gatherRows(ground, of, each, signal),
    turn: () => stillWanted(signal),
  });
  return { ...frame(ground, id, question, made.options, table, sql, homogeneity), extra };
}

// What a metric's statement gathers, of a metric of one run.
async function gatherRows(ground: Ground, id: string, asked: Question, signal?: AbortSignal) {
  const metric = standIn(metricOf(id), ground);
  const question = framed(metric, asked, ground);
  const options = optionsOf(id, workspaceOptions(id, asked.options, ground));
  giveWay(ground, metric.uses);
  await makeLater(ground, metric.uses, signal);
  const fitted = await prepared(ground, metric, options, signal);
  const composed = composeAnswer(metric, question, options, ground.extras);
  const parameters = parametersOf(ground, metric, question, options, composed, fitted);
  const text = inSchema(composed.sql, ground.schema);
  const table = await asking(ground, () => rowsFor(ground, metric, text, parameters, signal));
  return { table, statement: { text, parameters } };
}

// A label column the answer does not make itself is the same in all its rows; an empty aggregate gets its row with the label later.
function labelled(raw: Table, labels: Readonly<Record<string, string>>): Table {
  // The very table: what was made of it once is known by it.
  if (Object.keys(labels).length === 0) return raw;
  const length = Math.max(raw.length, 1);
  const columns = Object.entries(labels).map(([name, label]) =>
    textColumn(name, 'label', new Array<string>(length).fill(label)),
  );
  return withColumns(raw, columns);
}

// One row, its groups without a name, so that the reason is told whatever was asked by.
function unavailable(question: Question, missing: string): Table {
  return {
    length: 1,
    columns: [
      ...question.by.map((name) => textColumn(name, 'label', [null])),
      ...(['value', 'numerator', 'denominator', 'n', 'lower', 'upper', 'level'] as const).map((name) =>
        numberColumn(name, 'count', [null]),
      ),
      textColumn('method', 'label', [null]),
      textColumn('state', 'label', ['unavailable']),
      textColumn('reason', 'label', [`missing:${missing}`]),
      textColumn('excluded', 'label', ['{}']),
    ],
  };
}

function parametersOf(
  ground: Ground,
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  composed: Composed,
  fitted: Fitted,
): Parameters {
  return {
    ...derivedParameters(ground.settings, ground.asOf),
    period_from: question.from,
    period_to: question.to,
    ...metric.parameters(options, question),
    ...fitted.parameters,
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
    period: toldPeriod(ground, metricOf(id), question),
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
  const composedOf = composedMetric(request.metric);
  if (composedOf) return answerRows(ground, composedOf.rows(ground, request), signal);
  const metric = standIn(metricOf(request.metric), ground);
  const { question: asked, options } = markQuestion(metric, request);
  const question = framed(metric, asked, ground);
  if (missingTable(metric, ground)) return { table: { length: 0, columns: [] }, count: 0 };
  giveWay(ground, metric.uses);
  await makeLater(ground, metric.uses, signal);
  const asRungs = { ...options, ...rungsOf(request.where) };
  const named = Object.fromEntries(Object.entries(asRungs).filter(([name]) => name in metric.options));
  const checked = optionsOf(request.metric, workspaceOptions(request.metric, named, ground));
  const run = runOf(runsOf(metric, checked, options, ground), request.where);
  const runOptions = { ...(run?.options ?? checked), ...rungsOf(request.where) };
  const composed = composeRows(metric, question, runOptions, ground.extras, request.part);
  const fitted = await prepared(ground, metric, checked, signal);
  const parameters = parametersOf(ground, metric, question, runOptions, composed, fitted);
  const conditions = keyConditions(metric, run, runOptions, request);
  const equal = (name: string) => `${name} is not distinct from cast($key_${name} as varchar)`;
  const narrowed = conditions.map((name) => ` and (${metric.narrows[name] ?? equal(name)})`);
  const inner = inSchema(composed.sql + narrowed.join(''), ground.schema);
  const keys = [...metric.keys, ...conditions].map((name) => [`key_${name}`, request.where[name] ?? null] as const);
  const all = {
    ...parameters,
    ...Object.fromEntries(keys),
    ...(await told(ground, metric, question, runOptions, signal)),
  };
  const own = { sql: inner, parameters: all, unitId: metric.unitId };
  const list = request.part === 'excluded' ? await withGapRows(ground, request, own, asked, checked) : own;
  const lists = knownLists.get(ground) ?? (new Map() as KnownLists);
  knownLists.set(ground, lists);
  return ground.database.read(async (connection) => {
    const { table, count } = await readPage(connection, lists, list, request.offset, request.limit, orderOf(request));
    return { table: presentable(table), count };
  }, signal);
}

// What only the finishing step can tell of the rows is read off the answer's own.
async function told(
  ground: Ground,
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  signal?: AbortSignal,
): Promise<ParameterValues> {
  if (!metric.told) return {};
  const fitted = await prepared(ground, metric, options, signal);
  const composed = composeAnswer(metric, question, options, ground.extras);
  const parameters = parametersOf(ground, metric, question, options, composed, fitted);
  const raw = await rowsFor(ground, metric, inSchema(composed.sql, ground.schema), parameters, signal);
  return metric.told(raw, { extra: { ...fitted.extra } });
}

// Only what a person sees of a row can be what the list is sorted by.
function orderOf({ order }: RowsRequest): RowsRequest['order'] {
  if (order && !isPresentable(order.by))
    throw new UserError('bad_question', { detail: `rows cannot be sorted by ${order.by}` });
  return order;
}

const knownLists = new WeakMap<Ground, KnownLists>();
