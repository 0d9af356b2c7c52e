import type { ReactNode } from 'react';
import type { Row } from '../engine';
import type { Explained } from '../state/screen';
import { showBehind } from '../state/screen';
import { useWorkspace } from '../state/workspace';
import type { MetricAnswer } from '../state/use-metric';
import type { TableColumn, TableOrder } from '../ui/table';
import type { RowPlace } from '../ui/table-menu';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { Addable } from './addable';
import { ShareBar } from '../ui/share-bar';
import { gridColumns } from './grid-table';
import { numberIn, questionOf, textIn } from './answers';
import { RowMenu } from './row-menu';

/** Columns of an answer in this order, in words and in the person's notation; a column the answer lacks is left out. */
export function useColumnsOf(answer: MetricAnswer | undefined, names: readonly string[]): readonly TableColumn<Row>[] {
  const words = useWords();
  const formats = useFormat();
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const every = answer ? gridColumns(answer.grid, words, formats, answer.currency || currency) : [];
  return names.flatMap((name) => every.filter((column) => column.id === name));
}

/** Rows of an answer as a table: the named columns, more of the reader's own between them. */
export function AnswerTable({
  label,
  answer,
  names,
  rows,
  widths = {},
  heads = {},
  bars = [],
  onOpen,
  order,
  foot,
}: {
  label: string;
  answer: MetricAnswer | undefined;
  names: readonly string[];
  /** Rows in place of all of the answer's. */
  rows?: readonly Row[];
  widths?: Readonly<Record<string, string>>;
  /** Heads where a column stands for something of its own here. */
  heads?: Readonly<Record<string, string>>;
  /** Columns of shares that are drawn as well. */
  bars?: readonly string[];
  onOpen?: (row: Row) => void;
  /** How the list is sorted where it is longer than its rows. */
  order?: TableOrder | undefined;
  foot?: ReactNode;
}) {
  const columns = useColumnsOf(answer, names).map((column) => {
    const [width, head] = [widths[column.id], heads[column.id]];
    const drawn = bars.includes(column.id) ? { show: barOf(column), align: 'left' as const } : {};
    return { ...column, ...drawn, ...(width !== undefined && { width }), ...(head !== undefined && { head }) };
  });
  const explained = answer && { metric: answer.metric, question: questionOf(answer) };
  return (
    <Addable explained={explained}>
      <Table
        key={columns.map(({ id }) => id).join()}
        label={label}
        columns={columns}
        rows={rows ?? answer?.grid.rows ?? []}
        {...(onOpen && { onOpen })}
        order={order}
        menu={(row, at) => <RowMenu row={row} at={at} explained={explained} onRows={rowsBehind(row, explained, at)} />}
        foot={foot}
      />
    </Addable>
  );
}

function barOf({ id, show }: TableColumn<Row>) {
  return (row: Row): ReactNode => <ShareBar share={numberIn(row, id) ?? 0} text={show?.(row)} />;
}

// A row of an answer that is split stands for a group, and its rows are those of the group.
function rowsBehind(row: Row, explained: Explained | undefined, { name }: RowPlace): (() => void) | undefined {
  const by = explained?.question.by ?? [];
  if (!explained || by.length === 0) return undefined;
  const where = Object.fromEntries(by.map((dimension) => [dimension, textIn(row, dimension)]));
  return () => showBehind({ ...explained, where, part: 'denominator', title: name });
}
