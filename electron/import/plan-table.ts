import type { FileMap } from '../contract';
import { UserError } from '../model/errors';
import { tableModel } from '../model/tables';
import type { TableName } from '../model/tables';
import { isVirtualField } from './formats/format';
import { extraColumnNames, headerNames, isStatusReason, plainName } from './recognise/names';
import type { Target } from './recognise/targets';
import type { ColumnFacts, SourceTable, TablePlan } from './table-plan';

/** Puts the targets of a file's columns together into one table's rows. A further table keeps no extra columns and drops rows without its needs. */
export function planTable(
  source: SourceTable,
  table: TableName,
  targets: readonly Target[],
  facts: readonly ColumnFacts[],
  map: FileMap,
  { further = false, used = new Set() }: { further?: boolean; used?: ReadonlySet<string> },
): TablePlan {
  const sources = sourcesOf(targets);
  const constants = constantsOf(source.name, table, map, sources, facts);
  const keyColumns = keyColumnsOf(source, table, sources, map, facts);
  const [key] = tableModel(table).key;
  const keyField = tableModel(table).fields.find((field) => field.name === key);
  const named = ['accounts', 'products', 'reps'].includes(table) && (sources.has('name') || sources.has('first_name'));
  const has = (name: string) => sources.has(name) || constants.has(name);
  const keyless = keyField?.required === true && key !== undefined && !has(key) && keyColumns.length === 0 && !named;
  if (keyless && (tableModel(table).key.length > 1 || needsRealKey.has(table))) {
    throw new UserError('missing_column', { file: source.name, column: key, table, found: source.header.join(', ') });
  }
  return {
    table,
    sources,
    extras: further ? new Map() : extrasOf(source.header, targets, used),
    constants,
    keyColumns,
    keyFromRow: keyless,
    needs: further ? needsOf(table).filter(has) : [],
    splitsClose: splitsClose(targets),
  };
}

// Records that others point at make no sense without an id of their own.
const needsRealKey: ReadonlySet<TableName> = new Set([
  'accounts',
  'reps',
  'products',
  'opportunities',
  'subscriptions',
  'programmes',
]);

function sourcesOf(targets: readonly Target[]): Map<string, number[]> {
  const sources = new Map<string, number[]>();
  for (const { index, target } of [...targets].sort((a, b) => a.rank - b.rank || a.index - b.index)) {
    for (const field of target?.split('+') ?? []) {
      if (!field.startsWith('x_')) sources.set(field, [...(sources.get(field) ?? []), index]);
    }
  }
  return sources;
}

function constantsOf(
  file: string,
  table: TableName,
  map: FileMap,
  sources: ReadonlyMap<string, readonly number[]>,
  facts: readonly ColumnFacts[],
): Map<string, string> {
  const constants = new Map<string, string>();
  const { fields } = tableModel(table);
  for (const [field, value] of Object.entries(map.constants ?? {})) {
    if (!fields.some(({ name }) => name === field))
      throw new UserError('unknown_field', { file, field, table, fields: fields.map(({ name }) => name).join(', ') });
    constants.set(field, String(value));
  }
  const takesCurrency = fields.some(({ name }) => name === 'currency') && !sources.has('currency');
  const inAmounts = facts[sources.get('amount')?.[0] ?? -1]?.numbers.currency ?? undefined;
  const currency = map.currency?.toUpperCase() ?? inAmounts;
  if (currency !== undefined && takesCurrency && !constants.has('currency')) constants.set('currency', currency);
  return constants;
}

// Where the export's own key is a name, the name is the id; told key columns are joined.
function keyColumnsOf(
  source: SourceTable,
  table: TableName,
  sources: ReadonlyMap<string, readonly number[]>,
  map: FileMap,
  facts: readonly ColumnFacts[],
): number[] {
  const told = typeof map.key === 'string' ? [map.key] : (map.key ?? []);
  const columns = told.map((name) =>
    source.header.findIndex((header) => header === name || plainName(header) === plainName(name)),
  );
  const missing = columns.indexOf(-1);
  if (missing >= 0)
    throw new UserError('missing_column', {
      file: source.name,
      column: told[missing] ?? '',
      found: source.header.join(', '),
    });
  const [key] = tableModel(table).key;
  if (columns.length > 0) return columns.length === 1 && key && sources.get(key)?.[0] === columns[0] ? [] : columns;
  if (table !== 'opportunities' || sources.has('opportunity_id')) return [];
  const name = headerNames(source.header).findIndex((header) => nameColumns.has(header));
  if (name < 0) return [];
  const distinct = new Set(facts[name]?.values).size;
  const account = sources.get('account_id')?.[0];
  return distinct < source.sample.length && account !== undefined ? [name, account] : [name];
}

// In the languages exports are written in; compared by plain name.
const nameColumns = new Set(
  [
    'opportunity name|deal name|potential name|name|topic|deal title|title|nama peluang|nama urus niaga|nama|geschäft|thema|verkaufschance',
    'nom de l’opportunité|nom de la transaction|nom de l’affaire|rubrique|nombre de la oportunidad|nombre del negocio|tema|nome da oportunidade|nome do negócio|tópico',
    'nome opportunità|nome dell’opportunità|nome trattativa|nome della trattativa|argomento|naam opportunity|opportunitynaam|dealnaam|naam deal|onderwerp|affärsnamn|nazwa szansy|取引名',
  ].flatMap((list) => list.split('|').map(plainName)),
);

function extrasOf(
  header: readonly string[],
  targets: readonly Target[],
  used: ReadonlySet<string>,
): Map<number, string> {
  const names = extraColumnNames(header);
  const extras = new Map<number, string>();
  for (const { index, source, target } of targets) {
    // What a mark or a mixed reason says in full is kept beside what it makes.
    const isKept = target === 'done' || (target === 'loss_reason' && isStatusReason(source));
    if (target !== null && isVirtualField(target) && !isKept) continue;
    if (target === null && used.has(source)) continue;
    if (target === null || isKept) extras.set(index, names[index] ?? `x_column_${index + 1}`);
    else if (target.startsWith('x_')) extras.set(index, target);
  }
  return extras;
}

function needsOf(table: TableName): string[] {
  return tableModel(table)
    .fields.filter((field) => field.required)
    .map((field) => field.name);
}

function splitsClose(targets: readonly Target[]): boolean {
  return targets.some(({ target }) => target === 'expected_close+closed_at');
}
