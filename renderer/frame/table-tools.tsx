import { useState } from 'react';
import { problemOf } from '../engine';
import { saveText } from '../state/reads';
import { useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { copyText, csvText } from '../ui/copy-text';
import { IconCopy, IconDownload } from '../ui/icons';
import type { TableColumn } from '../ui/table';
import { useWords } from '../ui/words';

/** Copies a table, or saves it as CSV: the whole list, also where the table holds only its beginning. */
export function TableTools<RowData extends object>({
  name,
  columns,
  rows,
  all,
}: {
  name: string;
  columns: readonly TableColumn<RowData>[];
  rows: readonly RowData[];
  /** Reads the whole list where `rows` are its beginning. */
  all?: (() => Promise<readonly RowData[]>) | undefined;
}) {
  const { t } = useWords();
  const { busy, take } = useTaking(rows, all);
  const copy = (list: readonly RowData[]): Promise<void> => navigator.clipboard.writeText(copyText(columns, list));
  const save = (list: readonly RowData[]): void => saveText(`${name}.csv`, csvText(columns, list));
  const refused = busy ? t('common.reading') : undefined;
  return (
    <span className="table-tools">
      <Button kind="icon" label={t('common.copy')} tip={t('common.copy')} refused={refused} onPress={() => take(copy)}>
        <IconCopy size={14} aria-hidden />
      </Button>
      <Button
        kind="icon"
        label={t('common.download')}
        tip={t('common.download')}
        refused={refused}
        onPress={() => take(save)}
      >
        <IconDownload size={14} aria-hidden />
      </Button>
    </span>
  );
}

// What is there is taken at once; the rest is read first.
function useTaking<RowData>(rows: readonly RowData[], all: (() => Promise<readonly RowData[]>) | undefined) {
  const [busy, setBusy] = useState(false);
  const read = async (give: (list: readonly RowData[]) => unknown): Promise<void> => {
    setBusy(true);
    try {
      await give(all ? await all() : rows);
    } catch (error) {
      useWorkspace.setState({ problem: problemOf(error) });
    }
    setBusy(false);
  };
  const take = (give: (list: readonly RowData[]) => unknown): void => void read(give);
  return { busy, take };
}
