import type { FileMap } from '../contract';
import { plainName } from './recognise/names';
import type { SourceTable } from './table-plan';

/** A mapping that was decided for an earlier file of the workspace. */
export interface Remembered {
  readonly importId: string;
  readonly file: string;
  readonly map: FileMap;
}

/** An earlier mapping that a file's header calls for again, and how the headers differ. */
export interface Recalled {
  readonly importId: string;
  readonly file: string;
  /** Columns the earlier file did not have. */
  readonly added: readonly string[];
  /** Columns of the earlier file that are not in this one. */
  readonly gone: readonly string[];
  /** The person's mapping over the earlier one. */
  readonly map: FileMap;
  /** How the earlier file wrote dates and numbers: settles what this one leaves open. */
  readonly usual: Pick<FileMap, 'date_order' | 'decimal'>;
}

const leastShared = 0.75;

/** The latest earlier mapping of a like header; null when there is none, or when the person says another table. A file without header is only known by its name. */
export function recall(source: SourceTable, told: FileMap, remembered: readonly Remembered[]): Recalled | null {
  const names = new Set(source.header.map(plainName));
  let best: { readonly entry: Remembered; readonly shared: number } | null = null;
  for (const entry of remembered) {
    const columns = Object.keys(entry.map.columns ?? {});
    if (columns.length < 2 || (told.table !== undefined && told.table !== entry.map.table)) continue;
    if (columns.every((name) => /^c\d+$/.test(name)) && entry.file !== source.name) continue;
    const shared = columns.filter((name) => names.has(plainName(name))).length / Math.max(columns.length, names.size);
    if (shared >= leastShared && shared > (best?.shared ?? 0)) best = { entry, shared };
  }
  return best && recalledOf(source, told, best.entry, names);
}

function recalledOf(
  source: SourceTable,
  told: FileMap,
  { importId, file, map: earlier }: Remembered,
  names: ReadonlySet<string>,
): Recalled {
  const { date_order, decimal, table, time_zone, currency, percent, constants } = earlier;
  const before = new Set(Object.keys(earlier.columns ?? {}).map(plainName));
  const present = (column: string) => names.has(plainName(column));
  const saidAnew = new Set(Object.keys(told.columns ?? {}).map(plainName));
  const taken = new Set(Object.values(told.columns ?? {}).flatMap((target) => target?.split('+') ?? []));
  const columns = Object.entries(earlier.columns ?? {}).filter(
    ([column, target]) =>
      present(column) &&
      !saidAnew.has(plainName(column)) &&
      !(target?.split('+').some((field) => taken.has(field)) ?? false),
  );
  const also = (earlier.also ?? []).filter((entry) => Object.keys(entry['columns'] ?? {}).every(present));
  const keyHere = [earlier.key ?? []].flat().every(present);
  return {
    importId,
    file,
    added: source.header.filter((name) => !before.has(plainName(name))),
    gone: Object.keys(earlier.columns ?? {}).filter((name) => !present(name)),
    map: {
      ...(table === undefined ? {} : { table }),
      ...(time_zone === undefined ? {} : { time_zone }),
      ...(currency === undefined ? {} : { currency }),
      ...(percent === undefined ? {} : { percent }),
      ...(earlier.also ? { also } : {}),
      ...(earlier.key !== undefined && keyHere ? { key: earlier.key } : {}),
      ...told,
      columns: { ...Object.fromEntries(columns), ...told.columns },
      ...(constants || told.constants ? { constants: { ...constants, ...told.constants } } : {}),
    },
    usual: { ...(date_order ? { date_order } : {}), ...(decimal ? { decimal } : {}) },
  };
}
