/** Sources of deals as bands to what became of them. Pure. */
import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';

/** Sources beyond which the bands cannot be told apart; the smaller ones are one band then. */
const mostSources = 9;

/** Ends of bands that are no source's name. */
export const won = 'flow_won';
export const notWon = 'flow_not_won';
export const others = 'flow_others';

/** Deals closed of one source, and what became of them. */
export interface Band {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** The bands of the largest sources and of all others together, and how many those are. */
export function flowsOf(rows: readonly Row[]): { readonly flows: readonly Band[]; readonly left: number } {
  const { shown, rest } = apart(rows);
  const sum = (read: (row: Row) => number): number => rest.reduce((total, row) => total + read(row), 0);
  const wins = (row: Row): number => numberIn(row, 'numerator') ?? 0;
  const flows = [
    ...shown.flatMap((row) => bandsOf(textIn(row, 'source') ?? 'Unknown', wins(row), closed(row))),
    ...bandsOf(others, sum(wins), sum(closed)),
  ];
  return { flows, left: rest.length };
}

/** Names of the sources that are one band together. */
export function othersIn(rows: readonly Row[]): readonly string[] {
  return apart(rows).rest.map((row) => textIn(row, 'source') ?? 'Unknown');
}

const closed = (row: Row): number => numberIn(row, 'denominator') ?? 0;

function apart(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly rest: readonly Row[] } {
  const sorted = rows.filter((row) => closed(row) > 0).sort((a, b) => closed(b) - closed(a));
  const shown = sorted.length > mostSources ? sorted.slice(0, mostSources - 1) : sorted;
  return { shown, rest: sorted.slice(shown.length) };
}

function bandsOf(from: string, wins: number, closed: number): readonly Band[] {
  const bands: readonly Band[] = [
    { from, to: won, value: wins },
    { from, to: notWon, value: closed - wins },
  ];
  return bands.filter(({ value }) => value > 0);
}
