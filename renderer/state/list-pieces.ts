/** Long lists, read piece by piece to their end. */

/** A piece of a list, and how many rows the whole of it has. */
export interface ListPiece<RowData> {
  readonly rows: readonly RowData[];
  readonly total: number;
}

/** Reads a whole list; rejects once the signal is aborted. */
export type ReadList<RowData> = (signal: AbortSignal) => AsyncIterable<ListPiece<RowData>>;

/** Rows of a piece: enough that few are needed, few enough that the window answers between two of them. */
export const pieceRows = 5_000;

/** Rows that are there already, in pieces between which the window may draw. */
export async function* inPieces<RowData>(
  rows: readonly RowData[],
  signal: AbortSignal,
): AsyncGenerator<ListPiece<RowData>> {
  for (let from = 0; from < rows.length; from += pieceRows) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    yield { rows: rows.slice(from, from + pieceRows), total: rows.length };
  }
}
