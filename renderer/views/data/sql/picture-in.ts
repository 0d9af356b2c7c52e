import { chartTable } from '../../../frame/chart-table';
import type { Grid } from '../../../engine';
import type { Table } from '../../../charts/table';

/** Rows beyond which a picture of a query tells nothing. */
export const mostDrawn = 200;

/** What of a query's result can be drawn. */
export interface QueryPicture {
  /** Column that names the marks. */
  readonly by: string;
  /** Column whose numbers are drawn. */
  readonly column: string;
  /** The two, the second as `value`. */
  readonly table: Table;
  /** True where the names are days or periods, in their order. */
  readonly inTime: boolean;
}

const texts: ReadonlySet<string> = new Set(['label', 'date', 'instant']);
const period = /^\d{4}(-\d{2}(-\d{2}.*)?|Q[1-4]|-W\d{2})?$/;

/** The first column of names or days with the first one of numbers; null where one is missing, or there are no rows, or too many. */
export function pictureIn({ columns, rows }: Grid): QueryPicture | null {
  const by = columns.find(({ unit }) => texts.has(unit));
  const number = columns.find(({ unit }) => !texts.has(unit) && unit !== 'flag');
  if (!by || !number || rows.length === 0 || rows.length > mostDrawn) return null;
  const days = rows.map((row) => shortened(String(row[by.name] ?? ''), by.unit === 'instant'));
  const inTime = rows.length > 1 && days.every((name) => period.test(name)) && new Set(days).size === days.length;
  const named = rows.map((row, i) => ({
    [by.name]: row[by.name] === null ? null : (days[i] ?? null),
    value: row[number.name] ?? null,
  }));
  const ordered = inTime ? named.toSorted((a, b) => String(a[by.name]).localeCompare(String(b[by.name]))) : named;
  const drawn = [
    { name: by.name, unit: 'label' as const },
    { name: 'value', unit: number.unit },
  ];
  return { by: by.name, column: number.name, table: chartTable(drawn, ordered), inTime };
}

// An instant at midnight is its day.
function shortened(text: string, isInstant: boolean): string {
  return isInstant ? text.replace(/T00:00:00.*$/, '') : text;
}
