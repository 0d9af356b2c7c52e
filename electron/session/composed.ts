/** Answers that are made of other answers, and have no statement of their own. */
import { optionsOf } from '../analytics';
import { changeBetween, earlierPeriod, earlierToDate } from '../analytics/measured-change';
import type { Options } from '../analytics/metric';
import { adjustedForMix, isOfPeople, notAdjusted, rateOf, stratum } from '../analytics/mix-adjustment';
import type { Turn } from '../model/pause';
import type { Answer, Homogeneity, Question } from '../model/question';
import type { Table } from '../model/table';
import { textsOf } from '../model/table';
import { chosenRows } from './chosen-rows';
import type { Ground } from './answer';
import { laterPeriod } from './asked-period';
import type { RowsRequest } from './session';

type Statement = Answer['sql'][number];

/** How what an answer is made of is asked. */
export interface Parts {
  readonly answer: (id: string, question: Question) => Promise<Answer>;
  /** The rows that a metric's statement gathers, by `by_1` …, without an envelope. */
  readonly gather: (
    id: string,
    question: Question,
  ) => Promise<{ readonly table: Table; readonly statement: Statement }>;
  readonly turn: Turn;
}

/** What is put into the frame of the answer. */
export interface Made {
  readonly question: Question;
  readonly options: Options;
  readonly table: Table;
  readonly sql: readonly Statement[];
  readonly homogeneity?: Homogeneity;
  readonly extra: NonNullable<Answer['extra']>;
}

interface ComposedMetric {
  readonly make: (ground: Ground, question: Question, options: Options, parts: Parts) => Promise<Made>;
  /** The same request of the metric whose rows are behind the figures. */
  readonly rows: (ground: Ground, request: RowsRequest) => RowsRequest;
}

/** The metric as one made of others; undefined for all that have a statement. */
export function composedMetric(id: string): ComposedMetric | undefined {
  return composedMetrics.get(id);
}

// Behind a change stand the rows of what it became, behind an adjusted rate those it was counted from.
const composedMetrics: ReadonlyMap<string, ComposedMetric> = new Map([
  ['measured-change', { make: change, rows: rowsOfLater }],
  ['mix-adjustment', { make: adjustment, rows: rowsOfRate }],
]);

async function change(ground: Ground, question: Question, options: Options, parts: Parts): Promise<Made> {
  const of = options['of'] ?? 'win-rate';
  const { whole, plain, cut } = laterPeriod(ground, question);
  const { settings } = ground;
  const earlier = cut
    ? earlierToDate(whole, plain, options['against'], settings)
    : earlierPeriod(whole, options['against'], settings);
  // The view asks for these two as well.
  const [now, before] = await Promise.all([parts.answer(of, plain), parts.answer(of, earlier)]);
  const table = changeBetween(now, before, options);
  const extra = { to_date: cut, against: { start: earlier.from, end: earlier.to } };
  return { question: plain, options, table, sql: [...now.sql, ...before.sql], extra };
}

function rowsOfLater(ground: Ground, request: RowsRequest): RowsRequest {
  const { of = 'win-rate' } = optionsOf(request.metric, request.question.options);
  return { ...request, metric: of, question: laterPeriod(ground, request.question).plain };
}

async function adjustment({ settings }: Ground, asked: Question, options: Options, parts: Parts): Promise<Made> {
  const rate = rateOf(options);
  const question = { ...asked, options: rate.options };
  const { by } = question;
  const everybody = isOfPeople(by) ? { ...question, filters: withoutNames(question.filters, by) } : question;
  const [crude, counts] = await Promise.all([
    parts.answer(rate.id, everybody),
    isOfPeople(by) ? parts.gather(rate.id, { ...everybody, by: [...by, stratum] }) : null,
  ]);
  const made = { question, options: { of: rate.id, ...crude.settings } };
  if (!counts || textsOf(crude.table, 'state').includes('unavailable'))
    return { ...made, table: notAdjusted(crude.table, by), sql: crude.sql, extra: { strata: 0 } };
  const { table, statement } = counts;
  const { strata, ...adjusted } = await adjustedForMix(crude.table, by, table, settings, parts.turn);
  const chosen = chosenRows(adjusted.table, by, question.filters);
  return { ...made, ...adjusted, table: chosen, sql: [...crude.sql, statement], extra: { strata } };
}

// A choice among the people who are compared chooses rows: each is still set against everybody.
function withoutNames(filters: Question['filters'], names: readonly string[]): Question['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));
}

function rowsOfRate(_: Ground, request: RowsRequest): RowsRequest {
  const { id, options } = rateOf(optionsOf(request.metric, request.question.options));
  return { ...request, metric: id, question: { ...request.question, options } };
}
