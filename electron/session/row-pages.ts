/**
 * Pages of the rows behind a mark. Sorting every column of every row for a hundred of them is what takes long, so the whole list is sorted once by its two keys alone:
 * every hundredth key is kept as a fence, and a page reads the rows between two fences. Days are stored in order, so most of the rest is never read.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Parameters } from '../db/run';
import { query } from '../db/run';
import type { Table } from '../model/table';
import { numbersOf, textsOf } from '../model/table';

/** A list of rows: a statement that gives `on_day` and a column that tells rows apart. */
export interface RowList {
  readonly sql: string;
  readonly parameters: Parameters;
  readonly unitId: string;
}

/** A column of the list that its rows are sorted by, in place of their days; missing values come last. */
export interface RowOrder {
  readonly by: string;
  readonly desc: boolean;
}

/** Where every hundredth row stands. */
interface Fences {
  /** Its day as text, null where it has none. */
  readonly days: readonly (string | null)[];
  readonly units: readonly (string | null)[];
  /** Position of the first row with the same keys. */
  readonly firsts: Float64Array;
}

interface Known {
  readonly count: number;
  fences?: Fences;
}

const stride = 100;

/** How many lists are remembered at a time. */
const keptLists = 64;

/** What is known of lists already read; of one ground, whose rows do not change. */
export type KnownLists = Map<string, Known>;

/** Rows `offset` to `offset + limit` of a list in the order asked for, then of its days, then of its units, and how many there are. */
export async function readPage(
  connection: DuckDBConnection,
  known: KnownLists,
  list: RowList,
  offset: number,
  limit: number,
  order?: RowOrder,
): Promise<{ table: Table; count: number }> {
  const key = JSON.stringify([list.sql, list.parameters]);
  const found = known.get(key) ?? { count: await countOf(connection, list) };
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > keptLists && oldest !== undefined) known.delete(oldest);
  if (order) return { table: await sorted(connection, list, order, offset, limit), count: found.count };
  if (offset < stride || offset >= found.count)
    return { table: await between(connection, list, {}, offset, limit), count: found.count };
  found.fences ??= await fencesOf(connection, list);
  return { table: await fenced(connection, list, found.fences, offset, limit), count: found.count };
}

async function countOf(connection: DuckDBConnection, { sql, parameters }: RowList): Promise<number> {
  const counted = await query(connection, `select cast(count(*) as double) as rows from (${sql})`, parameters);
  return numbersOf(counted, 'rows')[0] ?? 0;
}

async function fencesOf(connection: DuckDBConnection, { sql, parameters, unitId }: RowList): Promise<Fences> {
  const table = await query(
    connection,
    `select cast(on_day as varchar) as on_day, unit, cast(first_place - 1 as double) as first_place
from (
  select on_day, cast(unit as varchar) as unit, row_number() over places as place, rank() over places as first_place
  from (select on_day, ${unitId} as unit from (${sql}))
  window places as (order by on_day, unit)
)
where place % ${stride} = 1
order by place`,
    parameters,
  );
  return {
    days: textsOf(table, 'on_day'),
    units: textsOf(table, 'unit'),
    firsts: Float64Array.from(numbersOf(table, 'first_place')),
  };
}

// A sort by any column has no fences: the engine keeps no more rows than those up to the end of the page.
function sorted(
  connection: DuckDBConnection,
  { sql, parameters, unitId }: RowList,
  { by, desc }: RowOrder,
  offset: number,
  limit: number,
): Promise<Table> {
  const column = `"${by.replaceAll('"', '""')}"`;
  return query(
    connection,
    `select * from (${sql})\norder by ${column} ${desc ? 'desc' : 'asc'} nulls last, on_day, ${unitId} limit ${limit} offset ${offset}`,
    parameters,
  );
}

function fenced(
  connection: DuckDBConnection,
  list: RowList,
  { days, units, firsts }: Fences,
  offset: number,
  limit: number,
): Promise<Table> {
  const low = Math.floor(offset / stride);
  const high = Math.ceil((offset + limit) / stride);
  const bounds = { low_day: days[low], low_unit: units[low], high_day: days[high], high_unit: units[high] };
  return between(connection, list, bounds, offset - (firsts[low] ?? 0), limit);
}

/** Keys of the first and last row that may be read; a day that is null stands after all others, one left out is no bound. */
interface Bounds {
  readonly low_day?: string | null | undefined;
  readonly low_unit?: string | null | undefined;
  readonly high_day?: string | null | undefined;
  readonly high_unit?: string | null | undefined;
}

function between(
  connection: DuckDBConnection,
  { sql, parameters, unitId }: RowList,
  bounds: Bounds,
  offset: number,
  limit: number,
): Promise<Table> {
  const conditions = [...lowest(bounds, unitId), ...highest(bounds, unitId)];
  const where = conditions.length > 0 ? `\nwhere ${conditions.join('\n  and ')}` : '';
  const given = Object.entries(bounds).map(([name, value]) => [`page_${name}`, value ?? null] as const);
  return query(
    connection,
    `select * from (${sql})${where}\norder by on_day, ${unitId} limit ${limit} offset ${offset}`,
    {
      ...parameters,
      ...Object.fromEntries(given),
    },
  );
}

function lowest({ low_day, high_day }: Bounds, unit: string): string[] {
  if (low_day === undefined) return [];
  if (low_day === null) return ['on_day is null', `${unit} >= cast_to_type($page_low_unit, ${unit})`];
  const from = 'on_day >= cast($page_low_day as date)';
  return [
    high_day ? from : `(${from} or on_day is null)`,
    `(on_day is distinct from cast($page_low_day as date) or ${unit} >= cast_to_type($page_low_unit, ${unit}))`,
  ];
}

function highest({ high_day }: Bounds, unit: string): string[] {
  if (high_day === undefined) return [];
  if (high_day === null) return [`(on_day is not null or ${unit} <= cast_to_type($page_high_unit, ${unit}))`];
  return [
    'on_day <= cast($page_high_day as date)',
    `(on_day < cast($page_high_day as date) or ${unit} <= cast_to_type($page_high_unit, ${unit}))`,
  ];
}
