import { Dialog } from '../ui/dialog';
import type { TableColumn } from '../ui/table';
import { Table } from '../ui/table';
import { TableTools } from './table-tools';

interface OwnRowsProps<RowData> {
  readonly title: string;
  /** How many of what there are, as the mark says it. */
  readonly counted: string;
  /** Name of the file it is saved as. */
  readonly name: string;
  readonly columns: readonly TableColumn<RowData>[];
  readonly rows: readonly RowData[];
  readonly onClose: () => void;
}

/** The list behind a mark that the page has itself, numbering what the mark says. */
export function OwnRows<RowData extends object>({
  title,
  counted,
  name,
  columns,
  rows,
  onClose,
}: OwnRowsProps<RowData>) {
  return (
    <Dialog title={title} place="wide" onClose={onClose}>
      <div className="rows-panel">
        <div className="rows-head">
          <span className="caption">{counted}</span>
          <span className="top-space" />
          <TableTools name={name} columns={columns} rows={rows} />
        </div>
        <Table label={title} columns={columns} rows={rows} />
      </div>
    </Dialog>
  );
}
