/** What a query may call: the model's own macros, documented by the comment above each, and DuckDB's functions but for those that the guard refuses. */
import type { SqlFunction } from '../contract';
import type { Database } from '../db/open';
import { query } from '../db/run';
import { macrosSql } from '../model/derived';
import type { Settings } from '../model/settings';
import { textsOf } from '../model/table';
import { refusedFunctions } from './free-sql';

/** The functions by name, the model's own first. */
export async function listSqlFunctions(
  database: Database,
  calendar: Settings['fiscal_calendar'],
): Promise<readonly SqlFunction[]> {
  const about = remarksOf(macrosSql(calendar));
  const table = await database.read((connection) =>
    query(
      connection,
      `select
         function_name as name,
         arg_max(array_to_string(parameters, ','), len(parameters)) as takes,
         coalesce(any_value(description), '') as about,
         case when bool_or(not internal) then 'own' else '' end as own
       from duckdb_functions()
       where function_type in ('scalar', 'aggregate', 'macro', 'table_macro')
         and regexp_full_match(function_name, '[a-z][a-z0-9_]*')
         and not starts_with(function_name, 'pg_')
         and schema_name = 'main'
       group by function_name
       order by own desc, name`,
    ),
  );
  const [names, takes, said, own] = ['name', 'takes', 'about', 'own'].map((name) => textsOf(table, name));
  return (names ?? []).flatMap((name, row): readonly SqlFunction[] =>
    name === null || refusedFunctions.test(name)
      ? []
      : [
          {
            name,
            takes: (takes?.[row] ?? '').split(',').filter((each) => each !== ''),
            about: about.get(name) ?? said?.[row] ?? '',
            own: own?.[row] === 'own',
          },
        ],
  );
}

/** The comment right above each macro, by its name. */
function remarksOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/((?:^--.*\n)+)create or replace macro (\w+)/gm);
  return new Map(
    [...found].map(([, remark = '', name = '']) => [
      name,
      remark
        .replaceAll(/^--\s*/gm, '')
        .trim()
        .replaceAll('\n', ' '),
    ]),
  );
}
