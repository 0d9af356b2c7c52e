import { useState } from 'react';
import type { GridColumn, Row } from '../engine';
import type { ReadList } from '../state/list-pieces';
import type { Answered } from '../state/use-metric';
import type { RowOrder, RowsAnswer, RowsWanted } from '../state/use-rows';
import { allRows, page, useRows } from '../state/use-rows';
import type { TableOrder } from '../ui/table';

/** The rows behind a mark as far as they are fetched. */
export interface PagedRows extends Omit<Answered<RowsAnswer>, 'answer'> {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  /** How many there are; undefined before the first answer. */
  readonly count: number | undefined;
  readonly more: () => void;
  /** Reads the whole list; undefined where all of it is fetched. */
  readonly all: ReadList<Row> | undefined;
  /** How the table sorts a list that is longer than what is fetched at a time: where the list is, the whole of it. */
  readonly order: TableOrder | undefined;
}

/** Rows behind a mark, more of them when wanted, sorted where they are when there are many; so many pages to begin with, in that order. */
export function usePagedRows(wanted: RowsWanted | undefined, begin = 1, first: RowOrder | null = null): PagedRows {
  const key = JSON.stringify([wanted, first]);
  const [kept, keep] = useState({ key, pages: begin, by: first });
  const now = kept.key === key ? kept : { key, pages: begin, by: first };
  const asked = wanted && now.by ? { ...wanted, order: now.by } : wanted;
  const { answer, ...rest } = useRows(asked, now.pages);
  const rows = answer?.grid.rows ?? [];
  const count = answer?.count;
  const sort = (by: string, desc: boolean): void => keep({ key, pages: begin, by: { by, desc } });
  return {
    ...rest,
    columns: answer?.grid.columns ?? [],
    rows,
    count,
    all: asked && rows.length < (count ?? 0) ? (signal) => allRows(asked, signal) : undefined,
    more: () => (rows.length < (count ?? 0) ? keep({ ...now, pages: 2 * now.pages }) : undefined),
    order: (count ?? 0) > page ? { by: now.by && { id: now.by.by, desc: now.by.desc }, onSort: sort } : undefined,
  };
}
