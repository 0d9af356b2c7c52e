import type { KeyboardEvent, RefObject } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import './edit-grid.css';
import { cellsOfText } from './cells-of-text';

export interface EditColumn {
  readonly id: string;
  readonly head: string;
  /** CSS width of the column. */
  readonly width: string;
  readonly align?: 'left' | 'right';
  /** Words to choose among; anything may be typed where there are none. */
  readonly choices?: readonly { readonly id: string; readonly text: string }[];
}

export interface EditCell {
  readonly text: string;
  /** Typed here, and not from a file. */
  readonly own: boolean;
  /** Comes from a file and cannot be typed over. */
  readonly fixed?: boolean;
}

interface At {
  readonly row: number;
  readonly column: number;
}

interface Props {
  readonly label: string;
  readonly columns: readonly EditColumn[];
  /** Rows with the empty one at the end. */
  readonly rowCount: number;
  readonly cell: (row: number, column: string) => EditCell;
  readonly onSet: (row: number, column: string, text: string) => void;
  /** A block of texts put in from this cell on, right and down. */
  readonly onPaste: (row: number, column: number, block: readonly (readonly string[])[]) => void;
}

/** A table one types in like in a spreadsheet: arrows walk, typing or Enter edits, Delete empties, a block is pasted from the chosen cell on. */
export function EditGrid(props: Props) {
  const { label, columns, rowCount } = props;
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [typed, setTyped] = useState<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const base = useId();
  const tracks = columns.map((column) => column.width).join(' ');
  const move = (rows: number, across: number): void => {
    const row = Math.min(Math.max(at.row + rows, 0), rowCount - 1);
    const column = Math.min(Math.max(at.column + across, 0), columns.length - 1);
    setAt({ row, column });
    document.getElementById(`${base}-${row}-${column}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const end = (kept: string | null, rows = 0, across = 0): void => {
    const column = columns[at.column];
    if (kept !== null && column) props.onSet(at.row, column.id, kept.trim());
    setTyped(null);
    grid.current?.focus();
    move(rows, across);
  };
  useClipboard(
    grid,
    (event) => paste(event, props, at, typed),
    (event) => copy(event, props, at, typed),
  );
  const own = { props, at, typed, setAt, setTyped, end, base, tracks };
  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount + 1}
      aria-activedescendant={`${base}-${at.row}-${at.column}`}
      tabIndex={0}
      className="edit-grid"
      onKeyDown={(event) => (typed === null ? walk(event, props, at, move, setTyped) : undefined)}
    >
      <div role="row" className="edit-row edit-heads" style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => (
          <div key={column.id} role="columnheader" className={`edit-head edit-${column.align ?? 'left'}`}>
            {column.head}
          </div>
        ))}
      </div>
      {Array.from({ length: rowCount }, (_, row) => (
        <Row key={row} row={row} {...own} />
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: number;
  readonly props: Props;
  readonly at: At;
  readonly typed: string | null;
  readonly setAt: (at: At) => void;
  readonly setTyped: (text: string | null) => void;
  readonly end: (kept: string | null, rows?: number, across?: number) => void;
  readonly base: string;
  readonly tracks: string;
}

function Row({ row, props, at, typed, setAt, setTyped, end, base, tracks }: RowProps) {
  return (
    <div role="row" aria-rowindex={row + 2} className="edit-row" style={{ gridTemplateColumns: tracks }}>
      {props.columns.map((column, i) => {
        const { text, own, fixed = false } = props.cell(row, column.id);
        const here = at.row === row && at.column === i;
        const editing = here && typed !== null && !fixed;
        return (
          <div
            key={column.id}
            id={`${base}-${row}-${i}`}
            role="gridcell"
            aria-selected={here}
            aria-readonly={fixed}
            className={`edit-cell edit-${column.align ?? 'left'}${own ? ' edit-own' : ''}${here ? ' edit-here' : ''}`}
            title={shownText(column, text)}
            onMouseDown={() => setAt({ row, column: i })}
            onDoubleClick={() => setTyped(text)}
          >
            {editing ? <Editor column={column} text={typed} end={end} /> : shownText(column, text)}
          </div>
        );
      })}
    </div>
  );
}

function Editor({ column, text, end }: { column: EditColumn; text: string; end: RowProps['end'] }) {
  const [value, setValue] = useState(text);
  const done = useRef(false);
  const finish = (kept: string | null, rows = 0, across = 0): void => {
    if (done.current) return;
    done.current = true;
    end(kept, rows, across);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') finish(null);
    else if (event.key === 'Enter') finish(value, event.shiftKey ? -1 : 1);
    else if (event.key === 'Tab') {
      event.preventDefault();
      finish(value, 0, event.shiftKey ? -1 : 1);
    }
  };
  if (column.choices) {
    return (
      <select
        autoFocus
        aria-label={column.head}
        className="edit-input"
        value={value}
        onKeyDown={onKeyDown}
        onBlur={() => finish(value)}
        onChange={(event) => setValue(event.target.value)}
      >
        <option value=""> </option>
        {column.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      autoFocus
      aria-label={column.head}
      className="edit-input"
      value={value}
      onKeyDown={onKeyDown}
      onBlur={() => finish(value)}
      onChange={(event) => setValue(event.target.value)}
    />
  );
}

function shownText(column: EditColumn, text: string): string {
  return column.choices?.find((choice) => choice.id === text)?.text ?? text;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [20, 0],
  PageUp: [-20, 0],
  Home: [0, -1_000],
  End: [0, 1_000],
};

function walk(
  event: KeyboardEvent,
  props: Props,
  at: At,
  move: (rows: number, across: number) => void,
  edit: (text: string) => void,
): void {
  const column = props.columns[at.column];
  if (!column || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = steps[event.key];
  const cell = props.cell(at.row, column.id);
  if (step) move(...step);
  else if (event.key === 'Enter' || event.key === 'F2') edit(cell.text);
  else if ((event.key === 'Delete' || event.key === 'Backspace') && !cell.fixed) props.onSet(at.row, column.id, '');
  else if (event.key.length === 1 && !cell.fixed) edit(column.choices ? cell.text : event.key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

// The browser tells of the clipboard where the caret is: for cells, which have none, at the page and not at the grid that has the focus.
function useClipboard(
  grid: RefObject<HTMLElement | null>,
  onPaste: (event: ClipboardEvent) => void,
  onCopy: (event: ClipboardEvent) => void,
): void {
  useEffect(() => {
    const isOurs = ({ target }: ClipboardEvent): boolean =>
      document.activeElement === grid.current || (target instanceof Node && grid.current?.contains(target) === true);
    const pasted = (event: ClipboardEvent): void => void (isOurs(event) && onPaste(event));
    const copied = (event: ClipboardEvent): void => void (isOurs(event) && onCopy(event));
    document.addEventListener('paste', pasted);
    document.addEventListener('copy', copied);
    return () => {
      document.removeEventListener('paste', pasted);
      document.removeEventListener('copy', copied);
    };
  });
}

function paste(event: ClipboardEvent, props: Props, at: At, typed: string | null): void {
  if (typed !== null) return;
  event.preventDefault();
  props.onPaste(at.row, at.column, cellsOfText(event.clipboardData?.getData('text/plain') ?? ''));
}

function copy(event: ClipboardEvent, props: Props, at: At, typed: string | null): void {
  const column = props.columns[at.column];
  if (typed !== null || !column || String(window.getSelection() ?? '') !== '') return;
  event.preventDefault();
  event.clipboardData?.setData('text/plain', props.cell(at.row, column.id).text);
}
