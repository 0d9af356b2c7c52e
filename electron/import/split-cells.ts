import { ident, join, literal, raw, sql } from '../db/sql';
import type { Sql } from '../db/sql';
import { formatOf } from './formats';
import { plainName } from './recognise/names';

/** A column made of those cells of another whose row says, in a third, that they belong here. */
export interface SplitColumn {
  readonly name: string;
  /** Index of the column the cells stand in, and of that which says what they are. */
  readonly cell: number;
  readonly by: number;
  /** What it says of them, in small letters. */
  readonly words: readonly string[];
}

/** The columns that a known kind of file keeps in one: `NewValue` of a change of amount, of a date, of a stage. */
export function splitColumns(header: readonly string[]): readonly SplitColumn[] {
  const split = formatOf(header)?.split;
  if (!split) return [];
  const indexOf = (word: string): number => header.findIndex((name) => plainName(name) === plainName(word));
  const by = indexOf(split.by);
  return split.columns.flatMap(([word, list]) => {
    const cell = indexOf(word);
    const words = list.split('|');
    return cell < 0 ? [] : [{ name: `${header[cell] ?? ''} (${words[0] ?? ''})`, cell, by, words: words.map(small) }];
  });
}

/** A record with the cells of its split columns behind its own. */
export function withSplitCells(row: readonly string[], columns: readonly SplitColumn[]): readonly string[] {
  if (columns.length === 0) return row;
  return [
    ...row,
    ...columns.map(({ cell, by, words }) => (words.includes(small(row[by] ?? '')) ? (row[cell] ?? '') : '')),
  ];
}

/** Records of a file with its split columns behind the `width` it has. */
export function fromWithSplit(from: Sql, width: number, columns: readonly SplitColumn[]): Sql {
  if (columns.length === 0) return from;
  const made = columns.map(({ cell, by, words }, i) => {
    const fits = sql`lower(trim(${ident(`c${by}`)})) in (${join(words.map(literal))})`;
    return sql`case when ${fits} then ${ident(`c${cell}`)} end as ${ident(`c${width + i}`)}`;
  });
  return sql`(select ${join([raw('*'), ...made])} from ${from})`;
}

function small(text: string): string {
  return text.trim().toLowerCase();
}
