import { useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import type { Act, MenuPlace } from './context-menu';
import { ContextMenu } from './context-menu';
import { cellText, copyText } from './copy-text';
import type { TableColumn } from './table';
import { useWords } from './words';

/** A row that a menu was asked for: where, at which column where it was pointed at, and what every row can be copied as. */
export interface RowPlace {
  readonly name: string;
  readonly column: string | null;
  readonly place: MenuPlace;
  readonly copies: readonly Act[];
  readonly onClose: () => void;
}

/** A menu that was asked for. */
interface MenuAt {
  readonly row: number;
  /** Position of the column that was pointed at; null by key. */
  readonly cell: number | null;
  readonly place: MenuPlace;
  readonly onClose: () => void;
}

/** Menu of a table's rows: a right click asks for that of the row under it, the menu key and Shift+F10 for the row one stands on. */
export function useRowMenu(scroller: RefObject<HTMLDivElement | null>, id: string) {
  const [at, setAt] = useState<MenuAt | null>(null);
  const open = (row: number, cell: number | null, box: { x: number; y: number; height: number }): void => {
    const element = scroller.current;
    const corner = element?.parentElement?.getBoundingClientRect();
    if (!element || !corner) return;
    const [left, top] = [box.x - corner.left, box.y - corner.top];
    const onClose = (): void => {
      setAt(null);
      element.focus();
    };
    setAt({ row, cell, place: { left, top, width: 1, height: box.height }, onClose });
  };
  return {
    at,
    byKey: (event: KeyboardEvent, row: number): void => {
      const box = document.getElementById(`${id}-${row}`)?.getBoundingClientRect();
      event.preventDefault();
      if (box) open(row, null, { x: box.left, y: box.top, height: box.height });
    },
    byPointer: (event: MouseEvent, row: number): void => {
      const cell = (event.target as Element).closest('[role=gridcell]');
      event.preventDefault();
      const cells = [...(cell?.parentElement?.children ?? [])];
      open(row, cell ? cells.indexOf(cell) : null, { x: event.clientX, y: event.clientY, height: 1 });
    },
  };
}

/** The keys that ask for the menu of what one stands on. */
export function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

interface AskedMenuProps<RowData> {
  readonly row: RowData;
  readonly columns: readonly TableColumn<RowData>[];
  readonly at: MenuAt;
  readonly menu: ((row: RowData, at: RowPlace) => ReactNode) | undefined;
}

/** The menu that was asked for: the table's own, or the copies alone. */
export function AskedMenu<RowData>({ row, columns, at, menu }: AskedMenuProps<RowData>) {
  const { t } = useWords();
  const column = at.cell === null ? undefined : columns[at.cell];
  const copy = (text: string): void => void navigator.clipboard.writeText(text);
  const copies: readonly Act[] = [
    ...(column && column.copied !== null
      ? [{ id: 'cell', text: t('mark.copyCell'), run: () => copy(cellText(column, row)) }]
      : []),
    { id: 'row', text: t('mark.copyRow'), run: () => copy(copyText(columns, [row])) },
  ];
  const name = String(columns[0]?.value(row) ?? '');
  const asked = { name, column: column?.id ?? null, place: at.place, copies, onClose: at.onClose };
  return menu ? menu(row, asked) : <ContextMenu name={name} acts={copies} place={at.place} onClose={at.onClose} />;
}
