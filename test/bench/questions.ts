/** Funnel, cohort grid and scorecard against the plain SQL of the same questions over the typed load; the answers are compared. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../../electron/db/run';
import type { Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import type { Column, Table } from '../../electron/model/table';
import { cellOf, columnOf } from '../../electron/model/table';
import type { Figure } from './figure';
import { ratioOf } from './figure';
import type { Ground } from './ground';
import { inTurns, timed } from './in-turns';
import bookings from './plain/bookings.sql?raw';
import cohort from './plain/cohort.sql?raw';
import conversationConversion from './plain/conversation-conversion.sql?raw';
import cycleLength from './plain/cycle-length.sql?raw';
import dealValue from './plain/deal-value.sql?raw';
import funnel from './plain/funnel.sql?raw';
import winRate from './plain/win-rate.sql?raw';

/** One metric beside the plain SQL that gives the same figures. */
interface Pair {
  readonly metric: string;
  readonly question: Question;
  readonly sql: string;
  /** Columns that both give; the first ones tell rows apart. */
  readonly columns: readonly string[];
}

interface Job {
  readonly name: string;
  readonly what: string;
  readonly pairs: readonly Pair[];
}

const byRep = { ...everything, by: ['rep'] };
const rate = ['rep', 'numerator', 'denominator'];

const jobs: readonly Job[] = [
  {
    name: 'funnel',
    what: 'step conversion within 90 days by month and rep',
    pairs: [
      {
        metric: 'stage-conversion',
        question: { ...everything, by: ['month', 'rep'], options: { window: '90d' } },
        sql: funnel,
        columns: ['month', 'rep', 'from_rung', 'numerator', 'denominator', 'immature', 'median_days'],
      },
    ],
  },
  {
    name: 'cohort grid',
    what: 'customers by month of first order',
    pairs: [{ metric: 'cohort-retention', question: everything, sql: cohort, columns: ['cohort', 'k', 'numerator'] }],
  },
  {
    name: 'scorecard',
    what: 'five measures by rep',
    pairs: [
      { metric: 'win-rate', question: byRep, sql: winRate, columns: rate },
      { metric: 'bookings', question: byRep, sql: bookings, columns: ['rep', 'value'] },
      {
        metric: 'deal-value',
        question: byRep,
        sql: dealValue,
        columns: ['rep', 'mean_money', 'median_money', 'p75_money', 'n'],
      },
      {
        metric: 'cycle-length',
        question: byRep,
        sql: cycleLength,
        columns: ['rep', 'median_days', 'p25_days', 'p75_days', 'mean_days', 'n'],
      },
      { metric: 'conversation-conversion', question: byRep, sql: conversationConversion, columns: rate },
    ],
  },
];

/** Each question is asked as the page would, of a session with everything derived and at rest after a first question, and never twice the same: answers that are kept would tell nothing. */
export async function measureQuestions(ground: Ground): Promise<Figure[]> {
  const { session, plain } = await ground.filled();
  await plain.run(`create or replace temp table people as
    select rep_id, case when count(*) over (partition by name) > 1 then name || ' (' || rep_id || ')' else name end as label from reps`);
  const figures: Figure[] = [];
  for (const { name, what, pairs } of jobs) {
    // Of the statements first, then of what is held in memory once they have been asked.
    for (const asked of [(question: Question) => question, anew]) {
      for (const { metric, question, sql, columns } of pairs) {
        const { table } = await session.answer(metric, asked(question));
        compare(metric, linesOf(table, columns), linesOf(await query(plain, sql), columns));
      }
      await atRest();
    }
    const { ours, theirs } = await inTurns(
      ground.rounds,
      {
        ours: () =>
          timed(() => Promise.all(pairs.map(({ metric, question }) => session.answer(metric, anew(question))))),
        theirs: () => timed(() => allOf(plain, pairs)),
      },
      true,
    );
    figures.push(ratioOf({ name, what, yardstick: 'plain SQL, same answer', goal: 0.35 }, ours, theirs));
  }
  return figures;
}

async function allOf(plain: DuckDBConnection, pairs: readonly Pair[]): Promise<void> {
  for (const { sql } of pairs) await query(plain, sql);
}

// What is read ahead of further questions is read once nothing is asked, and belongs to neither side.
async function atRest(): Promise<void> {
  const busy = async () => {
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const { user, system } = process.cpuUsage(before);
    return user + system > 100_000;
  };
  while (await busy());
}

let asked = 0;

// The same question in other words: periods long before the first day differ, and nothing else does.
function anew(question: Question): Question {
  asked++;
  return { ...question, from: `19${String(10 + (asked % 80))}-01-01` };
}

type Lines = ReadonlyMap<string, readonly number[]>;

// Numbers by what tells their row apart. Rows that hold nothing are left out: a grid may name them or not.
function linesOf(table: Table, names: readonly string[]): Lines {
  const columns = names.map((name) => {
    const column = columnOf(table, name);
    if (!column) throw new Error(`no column ${name}`);
    return column;
  });
  const isKey = (column: Column) => column.kind === 'text' || column.name === 'k';
  const rows = Array.from({ length: table.length }, (_, row): [string, number[]] => [
    JSON.stringify(columns.filter(isKey).map((column) => cellOf(column, row))),
    columns.filter((column) => !isKey(column)).map((column) => Number(cellOf(column, row) ?? 0)),
  ]);
  return new Map(rows.filter(([, numbers]) => numbers.some((number) => number !== 0)));
}

// Sums of doubles differ in their last digits with the order they are added in.
function compare(name: string, ours: Lines, theirs: Lines): void {
  const near = (a = NaN, b = NaN) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1);
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [own, other] = [ours.get(key) ?? [], theirs.get(key) ?? []];
    if (own.length !== other.length || own.some((number, i) => !near(number, other[i])))
      throw new Error(`${name} ${key}: ours ${own.join(' ')}, plain SQL ${other.join(' ')}`);
  }
  if (ours.size === 0) throw new Error(`${name}: nothing to compare`);
}
