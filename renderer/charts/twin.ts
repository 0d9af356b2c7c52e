import type { Column } from './table';

const firstColumns = ['value', 'lower', 'upper', 'n', 'state'];

// Of the envelope, what a picture does not draw; the explanation of the number has it.
const besides: ReadonlySet<string> = new Set(['numerator', 'denominator', 'level', 'method', 'reason', 'excluded']);

/** The columns a picture's table twin shows, what it says first, then what it was drawn from. Columns that say nothing are left out. */
export function twinColumns<T extends Column>(columns: readonly T[]): readonly T[] {
  const filled = columns.filter((column) => !besides.has(column.name) && saysSomething(column));
  const rank = (name: string): number => (firstColumns.includes(name) ? firstColumns.indexOf(name) + 1 : 0);
  const place = ({ name, kind }: Column): number =>
    rank(name) > 0 ? rank(name) : kind === 'text' ? 0 : firstColumns.length + 1;
  return [...filled].sort((a, b) => place(a) - place(b));
}

function saysSomething(column: Column): boolean {
  if (column.kind === 'number') return column.values.some((value) => !Number.isNaN(value));
  const said = new Set(Array.from(column.codes, (code) => column.dictionary[code]));
  said.delete(undefined);
  return said.size > 0 && !(column.name === 'state' && said.size === 1 && said.has('ok'));
}
