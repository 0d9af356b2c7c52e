import type { DuckDBConnection } from '@duckdb/node-api';
import { query } from '../db/run';
import { join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import { cellColumn } from './prepare';
import type { Mask } from './recognise/masks';

function textOf(cell: Sql): Sql {
  return sql`case when starts_with(${cell}, '="') then regexp_replace(${cell}, '^="([^"]*)"$', '\\1') else trim(${cell}) end`;
}

// One of the first two numbers of three, as a day and a month stand.
const numberAt = (place: 1 | 2): Sql =>
  raw(`try_cast(regexp_extract(x, '^(\\d{1,2})[/. -](\\d{1,2})[/. -]\\d{2,4}', ${place}) as integer)`);
const [first, second] = [numberAt(1), numberAt(2)];

/** The makes of all values of some columns of a file, in one reading of it; the most frequent 300 a column. */
export async function wholeMasks(
  connection: DuckDBConnection,
  from: Sql,
  columns: readonly number[],
): Promise<Map<number, Mask[]>> {
  const structs = columns.map((index) => sql`{'i': ${literal(index)}, 'x': ${textOf(cellColumn(index))}}`);
  const found = await query(
    connection,
    sql`with cells as (select unnest([${join(structs)}]) as cell from ${from}),
      values as (select cell.i as i, cell.x as x, translate(cell.x, '0123456789', '9999999999') as mask from cells where cell.x is not null and cell.x <> '')
      select i, mask, count(*) as n, min(x) as example,
        count(*) filter (where regexp_matches(x, '[T ]0{1,2}:00(:00([.]0+)?)?($|[^0-9:.])')) as midnight,
        count(*) filter (where ${first} between 13 and 31 and ${second} <= 12) as first_over,
        count(*) filter (where ${second} between 13 and 31 and ${first} <= 12) as second_over,
        max(case when regexp_full_match(x, '-?\\d+([.]\\d+)?') then try_cast(x as double) end) as largest
      from values group by i, mask
      qualify row_number() over (partition by i order by n desc, mask) <= 300
      order by i, n desc, mask`.text,
  );
  const out = new Map<number, Mask[]>(columns.map((index) => [index, []] as const));
  const [indices, counts, midnights, firsts, seconds, largest] = [
    'i',
    'n',
    'midnight',
    'first_over',
    'second_over',
    'largest',
  ].map((name) => numbersOf(found, name));
  const masks = textsOf(found, 'mask');
  const examples = textsOf(found, 'example');
  for (let row = 0; row < found.length; row++) {
    const most = largest?.[row] ?? NaN;
    out.get(indices?.[row] ?? -1)?.push({
      mask: masks[row] ?? '',
      count: counts?.[row] ?? 0,
      midnight: midnights?.[row] ?? 0,
      firstOver12: firsts?.[row] ?? 0,
      secondOver12: seconds?.[row] ?? 0,
      example: examples[row] ?? '',
      largest: Number.isNaN(most) ? null : most,
    });
  }
  return out;
}
