import type { Part, Question } from '../../electron/model/question';
import type { Grid, Row } from '../engine';
import { ask } from '../engine';
import { gridOf } from '../grid';
import type { ListPiece } from './list-pieces';
import { pieceRows } from './list-pieces';
import type { Answered } from './use-metric';
import { sent, useAnswer } from './use-metric';
import { useWorkspace } from './workspace';

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
  /** Column the whole list is sorted by; by day when left out. */
  readonly order?: RowOrder | undefined;
}

/** A column that rows are sorted by where the list is. */
export interface RowOrder {
  readonly by: string;
  readonly desc: boolean;
}

/** Rows fetched at a time. */
export const page = 500;

/** The rows behind a mark, so many pages of 500; undefined asks nothing. */
export function useRows(wanted: RowsWanted | undefined, pages = 1): Answered<RowsAnswer> {
  const key = wanted ? `rows:${pages}:${JSON.stringify(wanted)}` : null;
  return useAnswer(key, (signal) => readRows(wanted, pages, signal));
}

/** All rows behind a mark, read to the end of the list. */
export async function* allRows(wanted: RowsWanted, signal: AbortSignal): AsyncGenerator<ListPiece<Row>> {
  for (let read = 0, total = 1; read < total; read += pieceRows) {
    const { arrow, count } = await readPart(wanted, read, pieceRows, signal);
    total = count;
    yield { rows: gridOf(arrow).rows, total };
  }
}

/** What was read of a list. */
interface ReadSoFar extends RowsAnswer {
  readonly pages: number;
}

/** How many rows are behind a mark, asked when nothing else is on its way; undefined before it is known and where it cannot be told. */
export function useRowCount(wanted: RowsWanted): number | undefined {
  const read = async (signal: AbortSignal): Promise<number> => (await readPart(wanted, 0, 1, signal)).count;
  return useAnswer(`count:${JSON.stringify(wanted)}`, read, 'after').answer;
}

// The lists read last, by what was asked of which data: a longer piece of one goes on where the shorter ended.
const lists = new Map<string, ReadSoFar>();
const mostLists = 4;

async function readRows(wanted: RowsWanted | undefined, pages: number, signal: AbortSignal): Promise<RowsAnswer> {
  if (!wanted) throw new Error('nothing asked');
  const { epoch, workspace } = useWorkspace.getState();
  const key = JSON.stringify([epoch, workspace?.revision, wanted]);
  const before = lists.get(key);
  let read = before && before.pages <= pages ? before : null;
  while (read === null || (read.pages < pages && read.grid.rows.length < read.count))
    read = await nextPage(wanted, read, signal);
  lists.delete(key);
  lists.set(key, read);
  const [oldest] = lists.keys();
  if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
  return read;
}

async function nextPage(wanted: RowsWanted, before: ReadSoFar | null, signal: AbortSignal): Promise<ReadSoFar> {
  const known = before?.grid.rows ?? [];
  const { arrow, count } = await readPart(wanted, known.length, page, signal);
  const { columns, rows } = gridOf(arrow);
  return { grid: { columns, rows: [...known, ...rows] }, count, pages: (before?.pages ?? 0) + 1 };
}

function readPart(wanted: RowsWanted, offset: number, limit: number, signal: AbortSignal) {
  const { order, ...rest } = wanted;
  const input = { ...rest, where: { ...wanted.where }, question: sent(wanted.question), ...(order && { order }) };
  return ask((engine, either) => engine.metrics.rows({ ...input, offset, limit }, { signal: either }), signal);
}
