import type { SortingState } from '@tanstack/react-table';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { copyText } from './copy-text';
import { IconSortDown, IconSortUp } from './icons';
import type { RowPlace } from './table-menu';
import { AskedMenu, isMenuKey, useRowMenu } from './table-menu';
import './table.css';

export type CellValue = string | number | boolean | null;

export interface TableColumn<RowData> {
  readonly id: string;
  readonly head: string;
  /** What is sorted, and copied unless the column says otherwise. */
  readonly value: (row: RowData) => CellValue;
  /** What is copied and saved, for a spreadsheet to read; null for a column that holds nothing but buttons. */
  readonly copied?: ((row: RowData) => CellValue) | null;
  /** What is shown; a missing value is an en dash. */
  readonly show?: (row: RowData) => ReactNode;
  readonly align?: 'left' | 'right';
  /** CSS grid track, such as `120px` or `minmax(80px, 1fr)`. */
  readonly width?: string;
}

/** How a list is sorted that the table holds only the beginning of. */
export interface TableOrder {
  /** Null is the list's own order. */
  readonly by: { readonly id: string; readonly desc: boolean } | null;
  readonly onSort: (id: string, desc: boolean) => void;
  /** Columns the list can be sorted by; all when left out. The others' heads are no buttons. */
  readonly can?: (id: string) => boolean;
}

export interface TableProps<RowData> {
  readonly label: string;
  readonly columns: readonly TableColumn<RowData>[];
  readonly rows: readonly RowData[];
  readonly sortedBy?: { readonly id: string; readonly desc: boolean };
  /** The list is longer than the rows and sorted where it is, not here. */
  readonly order?: TableOrder | undefined;
  readonly onOpen?: (row: RowData) => void;
  /** Menu of a row; copies alone when left out. */
  readonly menu?: ((row: RowData, at: RowPlace) => ReactNode) | undefined;
  /** The end of the rows comes in sight: more of them may be fetched. */
  readonly onEnd?: (() => void) | undefined;
  /** Below the last row: what the list leaves out and its total. */
  readonly foot?: ReactNode;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const rowHeight = 28;

/** A table that draws only what is in sight: sorted by its heads, walked and selected by keys, copied with its heads. */
export function Table<RowData extends object>({
  label,
  columns,
  rows,
  sortedBy,
  order,
  onOpen,
  menu,
  onEnd,
  foot,
}: TableProps<RowData>) {
  const [own, setOwn] = useState<SortingState>(sortedBy ? [sortedBy] : []);
  const sorting = order ? (order.by ? [order.by] : []) : own;
  const definitions = useMemo(() => definitionsOf(columns), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    state: { sorting },
    onSortingChange: setOwn,
    manualSorting: order !== undefined,
    enableSortingRemoval: false,
  });
  const sorted = table.getRowModel().rows.map((row) => row.original);
  const tracks = columns.map((column) => column.width ?? 'minmax(80px, 1fr)').join(' ');
  const sort = (id: string): void => {
    const [now] = sorting;
    const desc = now?.id === id ? !now.desc : startsDown(rows, columns, id);
    if (order) order.onSort(id, desc);
    else setOwn([{ id, desc }]);
  };
  const can = order?.can ?? (() => true);
  return (
    <div className="table" style={{ '--tracks': tracks, '--least': `${leastWidth(columns)}px` }}>
      <Body
        {...{ label, columns, rows: sorted, onEnd, foot, menu }}
        {...(onOpen && { onOpen })}
        heads={columns.map((column) => (
          <Head
            key={column.id}
            column={column}
            sorting={sorting}
            onSort={can(column.id) ? () => sort(column.id) : undefined}
          />
        ))}
      />
    </div>
  );
}

// What all columns need at least, so that every row breaks at the same places.
function leastWidth<RowData>(columns: readonly TableColumn<RowData>[]): number {
  const gap = 12;
  return columns.reduce((sum, { width }) => sum + gap + Number(/\d+/.exec(width ?? '80')?.[0] ?? 80), -gap);
}

declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number;
  }
}

function definitionsOf<RowData extends object>(columns: readonly TableColumn<RowData>[]) {
  const helper = createColumnHelper<typeof features, RowData>();
  return helper.columns(
    columns.map((column) =>
      helper.accessor((row) => column.value(row) ?? undefined, {
        id: column.id,
        sortUndefined: 'last',
        sortFn: (a, b) => compare(column.value(a.original), column.value(b.original)),
      }),
    ),
  );
}

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a ?? '').localeCompare(String(b ?? ''), undefined, { numeric: true });
}

function startsDown<RowData>(rows: readonly RowData[], columns: readonly TableColumn<RowData>[], id: string): boolean {
  const column = columns.find((entry) => entry.id === id);
  return rows.some((row) => typeof column?.value(row) === 'number');
}

function Head<RowData>({
  column,
  sorting,
  onSort,
}: {
  column: TableColumn<RowData>;
  sorting: SortingState;
  onSort: (() => void) | undefined;
}) {
  const sorted = sorting.find((entry) => entry.id === column.id);
  const Arrow = sorted?.desc ? IconSortDown : IconSortUp;
  return (
    <div
      role="columnheader"
      className={`table-head table-${column.align ?? 'left'}`}
      {...(onSort && { 'aria-sort': sorted ? (sorted.desc ? 'descending' : 'ascending') : 'none' })}
    >
      {onSort ? (
        <button type="button" title={column.head} onClick={onSort}>
          <span className="table-head-text">{column.head}</span>
          {sorted && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        <span className="table-head-text" title={column.head}>
          {column.head}
        </span>
      )}
    </div>
  );
}

interface BodyProps<RowData> extends TableProps<RowData> {
  readonly heads: ReactNode;
}

// A second click opens a row: it is not to mark a word of it.
const keepWords = (event: MouseEvent): void => void (event.detail > 1 && event.preventDefault());

function Body<RowData extends object>({ label, columns, rows, heads, foot, onOpen, onEnd, menu }: BodyProps<RowData>) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // The virtualizer keeps mutable state that React's compiler cannot see; nothing here is compiled.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const end = rows.length > 0 && (items.at(-1)?.index ?? 0) >= rows.length - 1;
  const told = useRef(0);
  useEffect(() => {
    if (!end || told.current === rows.length) return;
    told.current = rows.length;
    onEnd?.();
  }, [end, rows.length, onEnd]);
  const walk = useWalk(rows, columns, (row) => virtual.scrollToIndex(row), onOpen);
  const asked = useRowMenu(scroller, id);
  const pointed = asked.at ? rows[asked.at.row] : undefined;
  // The menu stands beside the rows: its keys are not those of the table.
  return (
    <>
      <div
        ref={scroller}
        className="table-scroll"
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={rows.length > 0 ? `${id}-${walk.at}` : undefined}
        onKeyDown={(event) => (isMenuKey(event) ? asked.byKey(event, walk.at) : walk.onKeyDown(event))}
        onMouseOver={tellCut}
      >
        <div role="row" className="table-row table-heads">
          {heads}
        </div>
        <div role="rowgroup" className="table-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div
                key={item.index}
                {...rowAttributes(id, item, walk.isSelected(item.index))}
                onMouseDownCapture={keepWords}
                onMouseDown={(event) => walk.goTo(item.index, event.shiftKey)}
                onDoubleClick={() => onOpen?.(row)}
                onContextMenu={(event) => asked.byPointer(event, item.index)}
              >
                <Cells columns={columns} row={row} />
              </div>
            );
          })}
        </div>
        {foot !== undefined && foot !== false && <div className="table-foot">{foot}</div>}
      </div>
      {asked.at && pointed !== undefined && <AskedMenu row={pointed} columns={columns} at={asked.at} menu={menu} />}
    </>
  );
}

// What a cell has no room for is told where the pointer rests.
function tellCut({ target }: { readonly target: EventTarget }): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.table-cell') : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? cell.textContent : '';
}

function rowAttributes(id: string, { index, start }: { index: number; start: number }, selected: boolean) {
  return {
    id: `${id}-${index}`,
    role: 'row',
    'aria-rowindex': index + 2,
    'aria-selected': selected,
    className: 'table-row',
    style: { transform: `translateY(${start}px)` },
  };
}

function Cells<RowData>({ columns, row }: { columns: readonly TableColumn<RowData>[]; row: RowData }) {
  return columns.map((column) => (
    <div key={column.id} role="gridcell" className={`table-cell table-${column.align ?? 'left'}`}>
      {shown(column, row)}
    </div>
  ));
}

// Walking and selecting by keys and mouse: where one stands, and from where a selection extends.
function useWalk<RowData>(
  rows: readonly RowData[],
  columns: readonly TableColumn<RowData>[],
  scrollTo: (row: number) => void,
  onOpen: ((row: RowData) => void) | undefined,
) {
  const [stands, setStands] = useState(0);
  const [from, setFrom] = useState<number | null>(null);
  const at = Math.max(0, Math.min(stands, rows.length - 1));
  const goTo = (row: number, extend: boolean): void => {
    setFrom(extend ? (from ?? at) : null);
    setStands(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = step(event, at, rows.length);
    if (next === null)
      return actOn(event, { rows, columns, at, from, onOpen, select: () => setFrom(from === null ? at : null) });
    event.preventDefault();
    goTo(next, event.shiftKey);
    scrollTo(next);
  };
  const isSelected = (row: number): boolean =>
    from === null ? row === at : row >= Math.min(from, at) && row <= Math.max(from, at);
  return { at, goTo, onKeyDown, isSelected };
}

function shown<RowData>(column: TableColumn<RowData>, row: RowData): ReactNode {
  const value = column.value(row);
  if (value === null || value === '') return <span className="missing">–</span>;
  return column.show ? column.show(row) : String(value);
}

function step(event: KeyboardEvent, at: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 20,
    PageUp: at - 20,
    Home: 0,
    End: count - 1,
  };
  const to = moves[event.key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

interface Acted<RowData> {
  readonly rows: readonly RowData[];
  readonly columns: readonly TableColumn<RowData>[];
  readonly at: number;
  readonly from: number | null;
  readonly onOpen: ((row: RowData) => void) | undefined;
  readonly select: () => void;
}

function actOn<RowData>(event: KeyboardEvent, { rows, columns, at, from, onOpen, select }: Acted<RowData>): void {
  const row = rows[at];
  if (event.key === 'Enter' && row !== undefined && event.target === event.currentTarget) onOpen?.(row);
  if (event.key === ' ' && event.target === event.currentTarget) {
    event.preventDefault();
    select();
  }
  if (event.key === 'c' && (event.ctrlKey || event.metaKey)) {
    const [first, last] = from === null ? [at, at] : [Math.min(from, at), Math.max(from, at)];
    void navigator.clipboard.writeText(copyText(columns, rows.slice(first, last + 1)));
  }
}
