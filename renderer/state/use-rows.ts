import type { Part, Question } from '../../electron/model/question';
import type { Grid } from '../engine';
import { ask, gridOf } from '../engine';
import type { Answered } from './use-metric';
import { sent, useAnswer } from './use-metric';

/** Rows behind a mark: all that were fetched, and how many there are. */
export interface RowsAnswer {
  readonly grid: Grid;
  readonly count: number;
}

export interface RowsWanted {
  readonly metric: string;
  readonly question: Question;
  readonly where: Readonly<Record<string, string | null>>;
  readonly part: Part;
}

const page = 500;

/** The rows behind a mark, so many pages of 500; undefined asks nothing. */
export function useRows(wanted: RowsWanted | undefined, pages = 1): Answered<RowsAnswer> {
  const key = wanted ? `rows:${pages}:${JSON.stringify(wanted)}` : null;
  return useAnswer(key, (signal) => readRows(wanted, pages, signal));
}

/** Rows behind a mark, page after page until there are no more or so many pages were read. */
export async function readRows(
  wanted: RowsWanted | undefined,
  pages: number,
  signal: AbortSignal,
): Promise<RowsAnswer> {
  if (!wanted) throw new Error('nothing asked');
  const input = { ...wanted, where: { ...wanted.where }, question: sent(wanted.question) };
  let grid: Grid = { columns: [], rows: [] };
  let count = 0;
  for (let at = 0; at < pages; at++) {
    const message = await ask(
      (engine, either) => engine.metrics.rows({ ...input, offset: at * page, limit: page }, { signal: either }),
      signal,
    );
    const next = gridOf(message.arrow);
    grid = { columns: next.columns, rows: [...grid.rows, ...next.rows] };
    count = message.count;
    if (grid.rows.length >= count) break;
  }
  return { grid, count };
}
