import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { dateOnlyColumn, tableModel } from '../model/tables';
import type { Field, TableName } from '../model/tables';
import { dayOf, instantOf } from './cast-date';
import { currencyOf, enumOf, flagOf, listOf, numberOf, shareOf, wholeOf } from './cast-value';
import { closedCondition, lostCondition, mixesReasons } from './endings';
import type { RowCondition } from './row-conditions';
import { cellName, held, rowConditions } from './row-conditions';
import type { ColumnFacts, FilePlan, TablePlan } from './table-plan';

/** One value of a row: how it is computed from the cells, whether it is a day only, and when a cell that holds something could not be read. */
interface Value {
  readonly field: Field;
  readonly value: Sql;
  readonly isDate: Sql | null;
  readonly unread: Sql | null;
}

/** Fields whose values are shares of one. */
export const shareFields: ReadonlySet<string> = new Set(['discount', 'probability', 'credit_share']);

/**
 * The one statement that makes a table's rows from a file: reads cells as text, types them, and marks in `src_unread` what could not be read.
 * `from` gives columns `c0…cn` and, where lines are known, `_line`.
 */
export function loadStatement(plan: FilePlan, table: TablePlan, from: Sql, fileNumber: number, hasLine: boolean): Sql {
  const values = valuesOf(plan, table);
  const columns = [
    ...values.map(({ field }) => sql`${finalValue(plan, table, field)} as ${ident(field.name)}`),
    ...values.flatMap(({ field, isDate }) => (isDate ? [sql`${isDate} as ${ident(dateOnlyColumn(field.name))}`] : [])),
    ...derivedFields(table),
    ...[...table.extras].map(([index, name]) => sql`${cellName(index)} as ${ident(name)}`),
    sql`${unreadBits(table.table, values)} as src_unread`,
    sql`cast(${literal(fileNumber)} as integer) as src_file`,
    ...(hasLine ? [sql`cast("_line" as bigint) as src_row`] : []),
  ];
  const kept = conditionsOf(plan, table, values).map((condition) => condition.kept);
  const where = kept.length === 0 ? raw('') : sql`where ${join(kept, ' and ')}`;
  return sql`select ${join(columns)} from ${typedRows(plan, table, from, values, hasLine)} as typed ${where}`;
}

/** The records of a file, with lines, that become no row of its table: `line` and the `reason` of each. Null where every record becomes one. */
export function leftOutStatement(plan: FilePlan, table: TablePlan, from: Sql): Sql | null {
  const values = valuesOf(plan, table);
  const conditions = conditionsOf(plan, table, values);
  if (conditions.length === 0) return null;
  const reasons = conditions.map(({ kept, reason }) => sql`when not (${kept}) then ${reason}`);
  return sql`select * from (select cast("_line" as bigint) as line, case ${join(reasons, ' ')} end as reason from ${typedRows(plan, table, from, values, true)} as typed) where reason is not null`;
}

function conditionsOf(plan: FilePlan, table: TablePlan, values: readonly Value[]): RowCondition[] {
  return rowConditions(plan, table, values.find(({ field }) => field.name === 'at')?.isDate ?? null);
}

function typedRows(plan: FilePlan, table: TablePlan, from: Sql, values: readonly Value[], hasLine: boolean): Sql {
  const first = [
    raw('*'),
    ...values.map(({ field, value }) => sql`${value} as ${held(field.name)}`),
    ...(table.table === 'order_lines' && !table.sources.has('line') ? [raw('row_number() over () as src_order')] : []),
  ];
  const cells = plan.source.header.map((_, index) => sql`${cellText(plan, table, index)} as ${cellName(index)}`);
  const inner = sql`select ${join([...cells, ...(hasLine ? [ident('_line')] : [])])} from ${from}`;
  return sql`(select ${join(first)} from (${inner}) as cells)`;
}

// Cells are trimmed where the sample shows a need, ids always; words for "nothing here" become null in ids and typed columns.
function cellText(plan: FilePlan, table: TablePlan, index: number): Sql {
  const facts = plan.facts[index];
  const cell = cellName(index);
  const feeds = fieldsFedBy(table, index);
  const isId = feeds.some((field) => field.type === 'id');
  const typed = feeds.some((field) => !['id', 'text'].includes(field.type));
  let text = cell;
  if (facts?.wrapped) text = sql`nullif(regexp_replace(${cell}, '^="([^"]*)"$', '\\1'), '')`;
  else if (facts?.padded) text = sql`nullif(trim(${cell}), '')`;
  else if (isId)
    text = sql`case when starts_with(${cell}, ' ') or ends_with(${cell}, ' ') then nullif(trim(${cell}), '') else ${cell} end`;
  if (isId && plan.format?.idPrefix)
    text = sql`case when starts_with(${text}, ${literal(plan.format.idPrefix)}) then substr(${text}, ${literal(plan.format.idPrefix.length + 1)}) else ${text} end`;
  if (isId && plan.format?.idBraces) text = sql`regexp_replace(${text}, '^[{](.*)[}]$', '\\1')`;
  if (isId && facts?.floatIds) text = sql`regexp_replace(${text}, '[.]0+$', '')`;
  if ((isId || feeds.some(({ name }) => name === 'name')) && /^associated/i.test(plan.source.header[index] ?? ''))
    text = sql`nullif(trim(split_part(${text}, ';', 1)), '')`;
  const missing = isId ? (facts?.missingIds ?? []) : typed ? (facts?.dates.missing ?? []) : [];
  if (missing.length === 0) return text;
  return sql`case when ${text} in (${join(missing.map(literal))}) then null else ${text} end`;
}

function fieldsFedBy(table: TablePlan, index: number): Field[] {
  return tableModel(table.table).fields.filter((field) => table.sources.get(field.name)?.includes(index));
}

function valuesOf(plan: FilePlan, table: TablePlan): Value[] {
  const values: Value[] = [];
  for (const field of tableModel(table.table).fields) {
    const value = valueOf(plan, table, field);
    if (value) values.push(value);
  }
  return values;
}

function valueOf(plan: FilePlan, table: TablePlan, field: Field): Value | null {
  const constant = table.constants.get(field.name);
  const indices = table.sources.get(field.name) ?? [];
  if (indices.length === 0) {
    if (constant !== undefined) return { field, ...constantOf(constant, field), unread: null };
    const made = madeValue(plan, table, field);
    return made && { field, value: made, isDate: null, unread: null };
  }
  const read = indices.map((index) => {
    const facts = plan.facts[index];
    const cell = cellName(index);
    return { cell, ...(facts ? typedCell(plan, table, field, cell, facts) : { value: cell, isDate: null }) };
  });
  const [one] = read;
  if (!one) return null;
  const value = read.length === 1 ? one.value : sql`coalesce(${join(read.map((part) => part.value))})`;
  const filled = read.length === 1 ? one.cell : sql`coalesce(${join(read.map((part) => part.cell))})`;
  const canFail = !['id', 'text', 'enum', 'list'].includes(field.type);
  return {
    field,
    value,
    isDate: dateMark(read),
    unread: canFail ? sql`${filled} is not null and ${held(field.name)} is null` : null,
  };
}

function dateMark(read: readonly { readonly value: Sql; readonly isDate: Sql | null }[]): Sql | null {
  const [one] = read;
  if (!one?.isDate) return null;
  if (read.length === 1) return one.isDate;
  const cases = read.map((part) => sql`when ${part.value} is not null then ${part.isDate ?? raw('false')}`);
  return sql`case ${join(cases, ' ')} end`;
}

function typedCell(
  plan: FilePlan,
  table: TablePlan,
  field: Field,
  cell: Sql,
  facts: ColumnFacts,
): { value: Sql; isDate: Sql | null } {
  const plainly = (value: Sql) => ({ value, isDate: null });
  switch (field.type) {
    case 'id':
      return plainly(cell);
    case 'text':
      return plainly(field.name === 'currency' ? currencyOf(cell, facts.values) : cell);
    case 'bool':
      return plainly(flagOf(cell, field.name));
    case 'int':
      return plainly(sql`coalesce(${wholeOf(cell, facts.numbers)}, cast(try_cast(${cell} as boolean) as bigint))`);
    case 'dec':
      return plainly(
        shareFields.has(field.name)
          ? shareOf(cell, facts.numbers, plan.points.has(field.name))
          : numberOf(cell, facts.numbers),
      );
    case 'date':
      return plainly(dayOf(cell, facts.dates, plan.zone));
    case 'ts':
      return instantOf(cell, facts.dates, plan.zone);
    case 'enum':
      return plainly(enumOf(cell, table.table, field, facts.values));
    case 'list':
      return plainly(listOf(cell));
  }
}

function constantOf(text: string, field: Field): { value: Sql; isDate: Sql | null } {
  const type: Readonly<Record<Field['type'], string>> = {
    id: 'varchar',
    text: 'varchar',
    enum: 'varchar',
    bool: 'boolean',
    int: 'bigint',
    dec: 'decimal(18,4)',
    date: 'date',
    ts: 'timestamp',
    list: 'varchar',
  };
  const value = sql`cast(${literal(text)} as ${raw(type[field.type])})`;
  if (field.type === 'list') return { value: sql`[${value}]`, isDate: null };
  return { value, isDate: field.type === 'ts' ? literal(text.length <= 10) : null };
}

// Values that no column of the file gives but others imply.
function madeValue(plan: FilePlan, table: TablePlan, field: Field): Sql | null {
  const virtual = (name: string) => (table.sources.get(name) ?? []).map(cellName);
  const [key] = tableModel(table.table).key;
  if (field.name === key && table.keyColumns.length > 0)
    return sql`nullif(concat_ws(' · ', ${join(table.keyColumns.map(cellName))}), '')`;
  if (field.name === key && table.keyFromRow) {
    const all = plan.source.header.map((_, index) => sql`coalesce(${cellName(index)}, chr(30))`);
    const print = sql`left(md5(concat_ws(chr(31), ${join(all)})), 20)`;
    // Like rows of one file stay apart by their number, and are known again when the file comes again.
    return sql`'row ' || ${print} || coalesce(' ' || nullif(row_number() over (partition by ${print} order by cast("_line" as bigint)), 1), '')`;
  }
  if (field.name === 'name') {
    const parts = [...virtual('first_name'), ...virtual('last_name')];
    if (parts.length > 0) return sql`nullif(trim(concat_ws(' ', ${join(parts)})), '')`;
  }
  if (field.name === 'amount') return amountOfLine(plan, table);
  if (field.name === 'minutes') {
    const [seconds] = virtual('seconds');
    const [milliseconds] = virtual('milliseconds');
    if (seconds) return sql`cast(try_cast(${seconds} as double) / 60 as decimal(18,4))`;
    if (milliseconds) return sql`cast(try_cast(${milliseconds} as double) / 60000 as decimal(18,4))`;
  }
  return table.table === 'activities' ? linked(field.name, virtual('who_id')[0], virtual('what_id')[0]) : null;
}

function amountOfLine(plan: FilePlan, table: TablePlan): Sql | null {
  const [quantity, price] = ['quantity', 'unit_price'].map((name) => {
    const [index] = table.sources.get(name) ?? [];
    const facts = index === undefined ? undefined : plan.facts[index];
    return index === undefined || !facts ? null : numberOf(cellName(index), facts.numbers);
  });
  return quantity && price ? sql`cast(${quantity} * ${price} as decimal(18,4))` : null;
}

// Salesforce tells what a shared look-up points at by the first three characters of the id.
function linked(field: string, who: Sql | undefined, what: Sql | undefined): Sql | null {
  const starts = (cell: Sql | undefined, prefix: string) =>
    cell && sql`case when starts_with(${cell}, ${literal(prefix)}) then ${cell} end`;
  if (field === 'lead_id') return starts(who, '00Q') ?? null;
  if (field === 'contact_id') return starts(who, '003') ?? null;
  if (field === 'opportunity_id') return starts(what, '006') ?? null;
  if (field === 'account_id') return starts(what, '001') ?? null;
  return null;
}

function finalValue(plan: FilePlan, table: TablePlan, field: Field): Sql {
  const value = held(field.name);
  if (field.name === 'loss_reason' && mixesReasons(plan, table))
    return sql`case when ${lostCondition(plan, table)} then ${value} end`;
  if (!table.splitsClose || (field.name !== 'closed_at' && field.name !== 'expected_close')) return value;
  const closed = closedCondition(plan, table);
  return field.name === 'closed_at'
    ? sql`case when ${closed} then ${value} end`
    : sql`case when not ${closed} then ${value} end`;
}

// Columns the model wants and a rule of the specification fills: a name that is its own id, a conversation told by its kind.
function derivedFields(table: TablePlan): Sql[] {
  const has = (name: string) => table.sources.has(name) || table.constants.has(name);
  const made: Sql[] = [];
  const [key] = tableModel(table.table).key;
  const named = ['accounts', 'products', 'reps'].includes(table.table);
  if (named && key && !has(key) && has('name') && table.keyColumns.length === 0)
    made.push(sql`${held('name')} as ${ident(key)}`);
  if (table.table === 'activities' && !has('is_conversation') && has('kind'))
    made.push(sql`${conversation(table)} as is_conversation`);
  if (table.table === 'order_lines' && !has('line'))
    made.push(sql`row_number() over (partition by ${held('order_id')} order by src_order) as line`);
  return made;
}

// Two-way: a meeting, demonstration or visit; a call that was answered; a message that came in.
function conversation(table: TablePlan): Sql {
  const outcome = table.sources.has('outcome')
    ? sql`case when ${held('outcome')} is null then null else regexp_matches(lower(${held('outcome')}), ${literal(answeredWords)}) and not regexp_matches(lower(${held('outcome')}), ${literal(missedWords)}) end`
    : raw('null');
  const incoming = table.sources.has('direction') ? sql`${held('direction')} = 'in'` : raw('null');
  return sql`cast(case when ${held('kind')} in ('meeting', 'demo', 'visit') then true when ${held('kind')} = 'call' then ${outcome} when ${held('kind')} in ('email', 'message') then ${incoming} when ${held('kind')} in ('task', 'note') then false end as boolean)`;
}

const answeredWords =
  'reach|connect|answer|spoke|talk|conversation|interested|booked|meeting|held|complet|success|positive|callback|call back|dijawab|bercakap|berjaya';
const missedWords =
  'no answer|not answer|unanswer|no reply|voicemail|voice mail|left message|busy|wrong number|not reach|unreach|not connect|no connect|failed|tidak dijawab';

function unreadBits(name: TableName, values: readonly Value[]): Sql {
  const { fields } = tableModel(name);
  const bits = values.flatMap(({ field, unread }) => {
    if (!unread) return [];
    return [sql`case when ${unread} then cast(${literal(2 ** fields.indexOf(field))} as bigint) else 0 end`];
  });
  return bits.length === 0 ? raw('cast(0 as bigint)') : join(bits, ' + ');
}
