import type { DuckDBConnection } from '@duckdb/node-api';
import { change, query } from '../db/run';
import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { numbersOf, textsOf } from '../model/table';
import { sqlTypeOfField, tableModel } from '../model/tables';
import { dayOfExport } from './recognise/export-day';
import { storedColumnNames } from './stored-columns';

/*
 * A list of deals that comes again says what changed since the list before, though not when. Each difference becomes an event at the closest moment the files give:
 * the row's own last change, its closing, else the day of the export; the list before gives the state it was in until then. Such events are marked inferred,
 * and step back where a recorded history of the deal comes. Where the files do not even say which came first, the earlier state is only named as the one it came from.
 * What a closed deal is corrected to is no history.
 */
const watched = ['stage', 'amount', 'expected_close'] as const;
const moments = ['updated_at', 'created_at', 'closed_at'] as const;

/** Makes events of what a newer list of deals changed, given the number of its file; gives how many. */
export async function inferHistory(connection: DuckDBConnection, fileNumber: number): Promise<number> {
  const columns = await storedColumnNames(connection, 'opportunities');
  const has = (name: string) => columns.includes(name);
  if (!has('src_replaced_by') || !watched.some(has)) return 0;
  await readyEvents(connection);
  const days = await exportDays(connection, has);
  const statement = eventsOf(fileNumber, has, days);
  const names = eventColumns.map(ident);
  const before = await countEvents(connection, fileNumber);
  await change(
    connection,
    sql`insert into store.stage_events (${join(names)}) select ${join(names)} from (${statement}) order by src_row, entered_at`
      .text,
  );
  return (await countEvents(connection, fileNumber)) - before;
}

/** Lets inferred events of deals step back whose recorded history of stages has come with a file; they return when it is undone. */
export async function yieldToRecorded(connection: DuckDBConnection, fileNumber: number): Promise<void> {
  const columns = await storedColumnNames(connection, 'stage_events');
  if (!['is_inferred', 'opportunity_id', 'src_replaced_by'].every((name) => columns.includes(name))) return;
  await change(
    connection,
    sql`update store.stage_events set src_replaced_by = ${literal(fileNumber)}
      where is_inferred and src_replaced_by is null and opportunity_id in (
        select opportunity_id from store.stage_events where src_file = ${literal(fileNumber)} and not coalesce(is_inferred, false) and to_stage is not null)`
      .text,
  );
}

const eventColumns = [
  'event_id',
  'opportunity_id',
  'entered_at',
  'entered_at_is_date',
  'to_stage',
  'from_stage',
  'rep_id',
  'amount',
  'expected_close',
  'is_inferred',
  'src_unread',
  'src_file',
  'src_row',
] as const;

// The table of events comes with its first file; one that came with fewer columns gets those that are missing.
async function readyEvents(connection: DuckDBConnection): Promise<void> {
  const { fields } = tableModel('stage_events');
  const types = new Map<string, string>(fields.map((field) => [field.name, sqlTypeOfField(field)] as const));
  const wanted = [...eventColumns, 'src_replaced_by'].map(
    (name) => [name, types.get(name) ?? traceType(name)] as const,
  );
  const known = await storedColumnNames(connection, 'stage_events');
  if (known.length === 0) {
    const columns = wanted.map(([name, type]) => sql`${ident(name)} ${raw(type)}`);
    await change(connection, sql`create table store.stage_events (${join(columns)})`.text);
    return;
  }
  for (const [name, type] of wanted) {
    if (!known.includes(name))
      await change(connection, sql`alter table store.stage_events add column ${ident(name)} ${raw(type)}`.text);
  }
}

function traceType(name: string): string {
  if (name === 'entered_at_is_date') return 'boolean';
  return name === 'src_row' || name === 'src_unread' ? 'bigint' : 'integer';
}

// The day a list was written: as its name says, else the latest moment that stands in it.
async function exportDays(connection: DuckDBConnection, has: (name: string) => boolean): Promise<Sql> {
  const files = await query(connection, 'select number, name from store.files order by number');
  const numbers = numbersOf(files, 'number');
  const named = textsOf(files, 'name').flatMap((name, i) => {
    const day = dayOfExport(name ?? '');
    return day === null ? [] : [sql`(${literal(numbers[i] ?? 0)}, timestamp ${literal(day)})`];
  });
  const told = named.length > 0 ? sql`(values ${join(named)})` : raw('(select 0, null::timestamp where false)');
  const known = moments.filter(has).map((name) => sql`max(${ident(name)})`);
  const latest = known.length === 0 ? raw('null::timestamp') : sql`greatest(${join(known)})`;
  return sql`select number, coalesce(day, latest) as at, day is not null as is_day
    from (select src_file as number, ${latest} as latest from store.opportunities group by src_file)
    left join ${told} as told(named, day) on named = number`;
}

function eventsOf(fileNumber: number, has: (name: string) => boolean, days: Sql): Sql {
  const at = (alias: string, name: string, type: string) =>
    has(name) ? sql`${raw(alias)}.${ident(name)}` : raw(`cast(null as ${type})`);
  const changed = watched.map(
    (name) =>
      sql`(${at('new', name, 'varchar')} is not null and ${at('new', name, 'varchar')} is distinct from ${at('old', name, 'varchar')})`,
  );
  const isDate = (alias: string, name: string) => sql`coalesce(${at(alias, `${name}_is_date`, 'boolean')}, false)`;
  return sql`with days as (${days}),
    recorded as (select distinct opportunity_id from store.stage_events where not coalesce(is_inferred, false) and src_replaced_by is null and to_stage is not null),
    inferred as (select distinct opportunity_id from store.stage_events where is_inferred and src_replaced_by is null),
    pairs as (
      select new.opportunity_id, ${changed[0] ?? raw('false')} as moved, recorded.opportunity_id is not null as is_recorded, inferred.opportunity_id is not null as is_known,
        ${at('old', 'stage', 'varchar')} as old_stage, ${at('new', 'stage', 'varchar')} as new_stage,
        ${at('old', 'owner_id', 'varchar')} as old_rep, ${at('new', 'owner_id', 'varchar')} as new_rep,
        ${at('old', 'amount', 'decimal(18,4)')} as old_amount, ${at('new', 'amount', 'decimal(18,4)')} as new_amount,
        ${at('old', 'expected_close', 'date')} as old_close, ${at('new', 'expected_close', 'date')} as new_close,
        ${at('old', 'created_at', 'timestamp')} as created, ${isDate('old', 'created_at')} as created_is_date,
        ${at('old', 'closed_at', 'timestamp')} is not null as was_closed,
        case when ${at('old', 'closed_at', 'timestamp')} is not null then {'at': ${at('old', 'closed_at', 'timestamp')}, 'day': ${isDate('old', 'closed_at')}}
          when ${at('old', 'updated_at', 'timestamp')} is not null then {'at': ${at('old', 'updated_at', 'timestamp')}, 'day': ${isDate('old', 'updated_at')}}
          else {'at': coalesce(before.at, ${at('old', 'created_at', 'timestamp')}), 'day': coalesce(before.is_day, true)} end as was,
        case when ${at('new', 'updated_at', 'timestamp')} > coalesce(${at('old', 'updated_at', 'timestamp')}, timestamp '0001-01-01') then {'at': ${at('new', 'updated_at', 'timestamp')}, 'day': ${isDate('new', 'updated_at')}}
          when ${at('new', 'closed_at', 'timestamp')} is not null and ${at('old', 'closed_at', 'timestamp')} is null then {'at': ${at('new', 'closed_at', 'timestamp')}, 'day': ${isDate('new', 'closed_at')}}
          else {'at': after.at, 'day': coalesce(after.is_day, true)} end as became,
        ${at('new', 'src_row', 'bigint')} as src_row
      from store.opportunities as new
      join store.opportunities as old on old.opportunity_id = new.opportunity_id and old.src_replaced_by = new.src_file
      left join days as before on before.number = old.src_file
      left join days as after on after.number = new.src_file
      left join recorded on recorded.opportunity_id = new.opportunity_id
      left join inferred on inferred.opportunity_id = new.opportunity_id
      where new.src_file = ${literal(fileNumber)} and new.opportunity_id is not null and (${join(changed, ' or ')})
    ),
    dated as (
      select * replace (case when is_ordered then was else {'at': least(created, became.at), 'day': created_is_date} end as was)
      from (select *, became.at > was.at as is_ordered from pairs) where became.at is not null and (moved or not was_closed)
        and (not is_recorded or new_amount is distinct from old_amount and new_amount is not null or new_close is distinct from old_close and new_close is not null)
    ),
    events as (
      select opportunity_id, was as moment, case when not is_recorded and is_ordered then old_stage end as to_stage, cast(null as varchar) as from_stage, old_rep as rep_id,
        old_amount as amount, old_close as expected_close, src_row, 'before' as part
      from dated where not is_known and was.at is not null
      union all by name
      select opportunity_id, became as moment, case when moved and not is_recorded then new_stage end as to_stage, case when moved and not is_recorded then old_stage end as from_stage,
        new_rep as rep_id, new_amount as amount, new_close as expected_close, src_row, 'after' as part
      from dated
    )
    select concat_ws(' ', 'inferred', part, ${literal(String(fileNumber))}, opportunity_id) as event_id, opportunity_id, moment.at as entered_at, moment.day as entered_at_is_date,
      to_stage, from_stage, rep_id, amount, expected_close, true as is_inferred, 0 as src_unread, ${literal(fileNumber)} as src_file, src_row
    from events where to_stage is not null or amount is not null or expected_close is not null`;
}

async function countEvents(connection: DuckDBConnection, fileNumber: number): Promise<number> {
  const found = await query(
    connection,
    sql`select count(*) as n from store.stage_events where src_file = ${literal(fileNumber)} and is_inferred`.text,
  );
  return numbersOf(found, 'n')[0] ?? 0;
}
