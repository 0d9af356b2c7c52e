import { totalmem } from 'node:os';
import { metricOf } from '../analytics';
import type { BoardPlan, Quick } from '../analytics/board';
import { giveRoom, madeAhead, mostMembers } from '../analytics/board';
import type { Calendar } from '../analytics/board-spans';
import { questionsOffered } from '../analytics/board-spans';
import type { MetricDeclaration, Options } from '../analytics/metric';
import { pause } from '../model/pause';
import type { Parameters } from '../db/run';
import { query } from '../db/run';
import { UserError } from '../model/errors';
import type { Question } from '../model/question';
import { everything } from '../model/question';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Ground } from './answer';
import { derivedParameters, inSchema, makeLater } from './derive';
import { localDay } from './fiscal';
import { prepared } from './prepare';
import { composeAnswer, composeMembers } from './scope';

/** Rows below which a statement is quick enough, and above which the memory of a board would not be. */
const fewest = 2_000;
const most = Math.min(mostMembers - 1, totalmem() / 1_500);

giveRoom(Math.max(120_000_000, totalmem() / 40));

/** How long nothing may have been asked before a board is read, in milliseconds. */
const quiet = 300;

type Plan = BoardPlan<unknown>;

interface Shelf {
  /** Boards by their plan; null where one does not fit. */
  readonly boards: Map<Plan, unknown>;
  /** Those that would have been of use, with the questions asked last in whose place they will be asked, by what was asked. */
  readonly wanted: Map<Plan, Map<string, Rehearsal>>;
  readonly spans: Map<string, Promise<Table>>;
  readonly calendar: Calendar;
  /** Statements that are being asked. */
  asked: number;
  isReading: boolean;
}

/** Asks a board what its statement was asked, so that what no filter changes is made before one is. */
type Rehearsal = (board: unknown) => Promise<unknown>;

/** Most questions kept to be asked anew of one board. */
const mostRehearsed = 30;

const shelves = new WeakMap<Ground, Shelf>();

function shelfOf(ground: Ground): Shelf {
  const known = shelves.get(ground);
  if (known) return known;
  const shelf: Shelf = {
    boards: new Map(),
    wanted: new Map(),
    spans: new Map(),
    calendar: calendarOf(ground),
    asked: 0,
    isReading: false,
  };
  shelves.set(ground, shelf);
  return shelf;
}

/**
 * The rows a metric's statement, or its further half, would gather, from a board in memory; null where the statement has to be asked: the board does not cover the question, does not fit the
 * data, or is not read yet. Boards belong to a ground, and go with it when data or settings change. Throws `query_cancelled`.
 */
export async function quickRows(
  ground: Ground,
  metric: MetricDeclaration,
  question: Question,
  options: Options,
  parameters: Parameters,
  half: 'answer' | 'more',
  signal?: AbortSignal,
): Promise<Table | null> {
  const { quick } = metric;
  const gather = half === 'answer' ? quick?.gather : quick?.more;
  if (!quick || !gather || !quick.covers(question, options)) return null;
  const shelf = shelfOf(ground);
  const own = metric.parameters(options, question);
  const ask = async (board: unknown) => {
    const spans = await spansOf(ground, quick, question, parameters);
    await turn();
    if (signal?.aborted) throw new UserError('query_cancelled');
    return gather(board, { question, options, parameters: own, spans });
  };
  const board = shelf.boards.get(quick.plan);
  if (board === undefined) want(shelf, quick.plan, JSON.stringify([question, options, own, half]), ask);
  return board === undefined || board === null ? null : ask(board);
}

function want({ wanted }: Shelf, plan: Plan, question: string, ask: Rehearsal): void {
  const rehearsals = wanted.get(plan) ?? new Map<string, Rehearsal>();
  wanted.set(plan, rehearsals.set(question, ask));
  const [oldest] = rehearsals.keys();
  if (rehearsals.size > mostRehearsed && oldest !== undefined) rehearsals.delete(oldest);
}

let last = Promise.resolve();

// One walk over a board a turn, so that between two of them a withdrawal is heard.
function turn(): Promise<void> {
  last = last.then(pause);
  return last;
}

/** Asks a statement; boards that would have been of use are read when none has been asked for a while. */
export async function asking<T>(ground: Ground, work: () => Promise<T>): Promise<T> {
  const shelf = shelfOf(ground);
  shelf.asked++;
  try {
    return await work();
  } finally {
    if (--shelf.asked === 0 && shelf.wanted.size > 0) setTimeout(() => void readWanted(ground, shelf), quiet).unref();
  }
}

// One after the other, so that one lane is always left for what is asked meanwhile.
async function readWanted(ground: Ground, shelf: Shelf): Promise<void> {
  if (shelf.asked > 0 || shelf.isReading) return;
  shelf.isReading = true;
  for (const plan of shelf.wanted.keys()) await readBoard(ground, plan, fewest, most);
  shelf.isReading = false;
}

/** True while a statement is asked. */
export function isAsked(ground: Ground): boolean {
  return shelfOf(ground).asked > 0;
}

/** Reads the boards of these metrics that are of use at this size and not read yet. */
export async function readBoards(ground: Ground, metrics: readonly MetricDeclaration[]): Promise<void> {
  const shelf = shelfOf(ground);
  for (const { quick } of metrics)
    if (quick && !shelf.boards.has(quick.plan) && !shelf.wanted.has(quick.plan))
      shelf.wanted.set(quick.plan, new Map());
  await readWanted(ground, shelf);
}

/** Asks the board of a metric about the periods a person is offered, one a step, so that what it keeps of them is made before one is chosen. */
export function* periodsAhead(ground: Ground, metric: MetricDeclaration): Generator<undefined, void> {
  const { quick } = metric;
  const { boards, calendar } = shelfOf(ground);
  const board = quick && boards.get(quick.plan);
  if (!board || !quick.keepsPeriods || typeof quick.spans !== 'function') return;
  const options = usualOptions(metric);
  for (const question of questionsOffered(calendar)) {
    if (!quick.covers(question, options)) continue;
    const parameters = metric.parameters(options, question);
    const spans = quick.spans(question, calendar);
    madeAhead(() => quick.gather(board, { question, options, parameters, spans }));
    yield;
  }
}

/** Reads the board of a metric's quick way, whatever its size; null where it cannot tell all exactly. */
export async function boardOf(ground: Ground, { quick }: MetricDeclaration): Promise<unknown> {
  if (!quick) return null;
  const { boards } = shelfOf(ground);
  if (!boards.has(quick.plan)) await readBoard(ground, quick.plan, 0, Infinity);
  return boards.get(quick.plan);
}

async function readBoard(ground: Ground, plan: Plan, low: number, high: number): Promise<void> {
  const shelf = shelfOf(ground);
  // Not to be read is no fault of the question: the statement answers it.
  const board = await boardWithin(ground, plan, low, high).catch(() => null);
  shelf.boards.set(plan, board);
  const rehearsals = shelf.wanted.get(plan);
  shelf.wanted.delete(plan);
  if (board === null) return;
  // Nobody waits for these: what goes wrong will be said to whoever asks.
  for (const ask of rehearsals?.values() ?? []) await ask(board).catch(() => null);
}

async function boardWithin(ground: Ground, plan: Plan, low: number, high: number): Promise<unknown> {
  const metric = metricOf(plan.of);
  const options = usualOptions(metric);
  const parameters = { ...derivedParameters(ground.settings, ground.asOf), ...metric.parameters(options) };
  await makeLater(ground, [...metric.uses, ...(plan.uses ?? [])]);
  const whole = plan.whole && (await wholeAnswer(ground, metric, options));
  return ground.database.read(async (connection) => {
    const ask = (sql: string, more: Parameters = {}) =>
      query(connection, inSchema(sql, ground.schema), { ...parameters, ...more });
    const size = await ask(plan.size);
    const rows = numbersOf(size, 'rows')[0] ?? 0;
    if (numbersOf(size, 'fits')[0] !== 1 || rows < low || rows > high) return null;
    const members = await ask(composeMembers(metric, options, plan.members, plan.order));
    const parts: Record<string, Table> = {};
    for (const [name, sql] of Object.entries(plan.parts)) parts[name] = await ask(sql);
    return plan.build(members, parts, whole && (await ask(whole.sql, whole.parameters)));
  });
}

async function wholeAnswer(ground: Ground, metric: MetricDeclaration, options: Options) {
  const { parameters } = await prepared(ground, metric, options);
  const composed = composeAnswer(metric, everything, options, ground.extras);
  return { sql: composed.sql, parameters: { period_from: null, period_to: null, ...parameters } };
}

function usualOptions({ options }: MetricDeclaration): Options {
  return Object.fromEntries(Object.entries(options).map(([name, { default: value }]) => [name, value]));
}

async function spansOf(
  ground: Ground,
  { spans: wanted }: Quick,
  question: Question,
  parameters: Parameters,
): Promise<Table> {
  if (wanted === null) return { length: 0, columns: [] };
  const { spans, calendar } = shelfOf(ground);
  if (typeof wanted === 'function') return wanted(question, calendar);
  const text = inSchema(wanted, ground.schema);
  const key = JSON.stringify([text, parameters['period_from'], parameters['period_to'], parameters['grain']]);
  const asked = spans.get(key) ?? ground.database.read((connection) => query(connection, text, parameters));
  spans.set(key, asked);
  asked.catch(() => spans.delete(key));
  return asked;
}

// The microsecond after the as-of lies in another day only after the last of one, and days end with whole milliseconds.
function calendarOf({ asOf, settings }: Ground): Calendar {
  const instant = asOf ?? '1970-01-01T00:00:00.000000Z';
  const today = localDay(instant, settings.time_zone);
  const next = new Date(Date.parse(instant) + 1).toISOString();
  return { fiscal: settings, today, tomorrow: /999Z?$/.test(instant) ? localDay(next, settings.time_zone) : today };
}
