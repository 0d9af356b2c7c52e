import type { ReadList } from '../state/list-pieces';
import { inPieces } from '../state/list-pieces';
import { saveText } from '../state/reads';
import { copyList, saveList, useTaking } from '../state/taking';
import { Button } from '../ui/button';
import { asCopied, asCsv } from '../ui/copy-text';
import { IconCopy, IconDownload } from '../ui/icons';
import type { TableColumn } from '../ui/table';
import { useWords } from '../ui/words';

/** Copies a table, or saves it as CSV: the whole list, also where the table holds only its beginning. How far a long one has come stands in the status bar. Nothing where there are no rows. */
export function TableTools<RowData extends object>({
  name,
  columns,
  rows,
  all = (signal) => inPieces(rows, signal),
}: {
  name: string;
  columns: readonly TableColumn<RowData>[];
  rows: readonly RowData[];
  /** Reads the whole list where `rows` are its beginning. */
  all?: ReadList<RowData> | undefined;
}) {
  const { t } = useWords();
  const busy = useTaking((store) => store.taking !== null);
  const copy = (): void => void copyList(all, asCopied(columns));
  const save = (): void => void saveList(all, asCsv(columns), (text) => saveText(`${name}.csv`, text));
  if (rows.length === 0) return null;
  const refused = busy ? t('common.reading') : undefined;
  return (
    <span className="table-tools">
      <Button kind="icon" label={t('common.copy')} tip={t('common.copy')} refused={refused} onPress={copy}>
        <IconCopy size={14} aria-hidden />
      </Button>
      <Button kind="icon" label={t('common.download')} tip={t('common.download')} refused={refused} onPress={save}>
        <IconDownload size={14} aria-hidden />
      </Button>
    </span>
  );
}
