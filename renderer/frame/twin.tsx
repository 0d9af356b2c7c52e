import type { KeyboardEvent } from 'react';
import type { Table as ChartTable } from '../charts/table';
import { twinColumns } from '../charts/twin';
import { Button } from '../ui/button';
import { spreadsheetCell } from '../ui/copy-text';
import type { TableColumn } from '../ui/table';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { headOf } from './grid-table';
import { valueName } from './names';

interface TwinRow {
  readonly at: number;
}

interface TwinProps {
  readonly name: string;
  readonly table: ChartTable;
  /** Of the picture in px; null where that fills its place, as its table does. */
  readonly height: number | null;
  readonly onPicture: () => void;
}

/** Rows that a table in the place of a lower picture shows without scrolling, at most. */
const mostRows = 8;

/** Columns of the engine's own words. */
const worded: ReadonlySet<string> = new Set(['state', 'bucket']);

/** What a picture draws as a table, and the way back to it. */
export function Twin({ name, table, height, onPicture }: TwinProps) {
  const words = useWords();
  const formats = useFormat();
  const columns = twinColumns(table.columns).map((column): TableColumn<TwinRow> => {
    if (column.kind === 'text') {
      const text = ({ at }: TwinRow): string | null => column.dictionary[column.codes[at] ?? -1] ?? null;
      const own = (row: TwinRow): string | null =>
        worded.has(column.name) ? words.find(`${column.name}.${text(row)}`) : null;
      const show = (row: TwinRow): string => formats.period(own(row) ?? valueName(text(row), words));
      const copied = (row: TwinRow): string | null => (text(row) === null ? null : show(row));
      const head = headOf(column.name, null, words);
      return {
        id: column.name,
        head,
        value: text,
        show,
        copied,
        width: `minmax(${column.name === 'state' ? 132 : 96}px, 1fr)`,
      };
    }
    const value = ({ at }: TwinRow): number | null =>
      Number.isNaN(column.values[at]) ? null : (column.values[at] ?? null);
    const head = headOf(column.name, column.unit === 'ratio' ? '%' : null, words);
    return {
      id: column.name,
      head,
      value,
      show: (row) => formats.cell(column.unit, value(row)),
      copied: (row) => spreadsheetCell(column.unit, value(row)),
      align: 'right',
      width: '84px',
    };
  });
  const rows = Array.from({ length: table.length }, (_, at): TwinRow => ({ at }));
  // Within, the key that turns everything over turns this one back.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onPicture();
  };
  return (
    <div
      className="twin"
      style={{ height: height === null ? undefined : heightOf(rows.length, height) }}
      onKeyDown={onKeyDown}
    >
      <Table label={name} columns={columns} rows={rows} />
      <Button kind="link" className="twin-back" onPress={onPicture}>
        {words.t('chart.picture')}
      </Button>
    </div>
  );
}

// Its head, its rows, the bar it scrolls sideways by, and the way back.
function heightOf(rows: number, picture: number): number {
  return Math.max(picture, 24 + Math.min(rows, mostRows) * 28 + 12 + 24);
}
