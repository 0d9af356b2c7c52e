import type { FileMap, ImportMap } from '../contract';
import { UserError } from '../model/errors';
import { isExit, isRung } from '../model/ladder';
import { isTimeZone } from '../model/settings';
import { isTableName, tableModel, tableNames } from '../model/tables';
import type { TableName } from '../model/tables';
import { isVirtualField } from './formats/format';
import { fitsPattern, plainName } from './recognise/names';

/** The part of a mapping that is meant for a file: the entry of its exact name, else the first pattern it fits; undefined when there is none. */
export function mapFor(map: ImportMap, name: string): FileMap | undefined {
  if (Object.hasOwn(map, name)) return map[name];
  return Object.entries(map).find(([pattern]) => fitsPattern(name, pattern))?.[1];
}

/** The table a mapping names; null when it says "none". Throws `map_wrong`. */
export function mappedTable(file: string, map: FileMap): TableName | null | undefined {
  if (map.table === undefined || map.table === null) return map.table;
  if (isTableName(map.table)) return map.table;
  throw new UserError('map_wrong', {
    at: file,
    reason: `there is no table ${map.table}; the tables are ${tableNames.join(', ')}`,
  });
}

/** Targets that a mapping gives to columns, by index. Throws `missing_column` with what was found, `unknown_field`. */
export function mappedColumns(
  file: string,
  map: FileMap,
  table: TableName,
  header: readonly string[],
): Map<number, string | null> {
  const targets = new Map<number, string | null>();
  for (const [column, target] of Object.entries(map.columns ?? {})) {
    const exact = header.indexOf(column);
    const index = exact >= 0 ? exact : header.findIndex((name) => plainName(name) === plainName(column));
    if (index < 0) throw new UserError('missing_column', { file, column, found: header.join(', ') });
    for (const field of (target ?? '').split('+')) if (target !== null) checkField(file, table, field);
    targets.set(index, target);
  }
  return targets;
}

/** Throws `unknown_field` unless the name is a field of the table, a virtual field or an extra column. */
export function checkField(file: string, table: TableName, field: string): void {
  const { fields } = tableModel(table);
  if (fields.some(({ name }) => name === field) || isVirtualField(field) || /^x_[a-z0-9_]+$/.test(field)) return;
  throw new UserError('unknown_field', { file, field, table, fields: fields.map(({ name }) => name).join(', ') });
}

/** Throws `map_wrong` unless every stage goes to a rung or an exit, the zone is one, and aliases are of tables. */
export function checkValues(file: string, map: FileMap): void {
  checkStages(file, map);
  if (map.time_zone !== undefined && !isTimeZone(map.time_zone))
    throw new UserError('map_wrong', { at: file, reason: `there is no time zone ${map.time_zone}` });
  for (const table of Object.keys(map.aliases ?? {}))
    if (!isTableName(table))
      throw new UserError('map_wrong', {
        at: file,
        reason: `there is no table ${table} for aliases; the tables are ${tableNames.join(', ')}`,
      });
}

function checkStages(file: string, map: FileMap): void {
  for (const [stage, target] of Object.entries(map.stages ?? {})) {
    if (isRung(target) || isExit(target) || target === '') continue;
    throw new UserError('map_wrong', { at: file, reason: `stage ${stage} cannot become ${target}` });
  }
}

/** Key columns of a mapping as a list. */
export function keyOf(map: FileMap): readonly string[] {
  return map.key === undefined ? [] : typeof map.key === 'string' ? [map.key] : map.key;
}
