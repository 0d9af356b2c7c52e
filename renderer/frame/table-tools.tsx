import { saveText } from '../state/reads';
import { Button } from '../ui/button';
import { copyText, csvText } from '../ui/copy-text';
import { IconCopy, IconDownload } from '../ui/icons';
import type { TableColumn } from '../ui/table';
import { useWords } from '../ui/words';

/** Copies a table, or saves it as CSV. */
export function TableTools<RowData extends object>({
  name,
  columns,
  rows,
}: {
  name: string;
  columns: readonly TableColumn<RowData>[];
  rows: readonly RowData[];
}) {
  const { t } = useWords();
  const save = (): void => saveText(`${name}.csv`, csvText(columns, rows));
  return (
    <span className="table-tools">
      <Button
        kind="icon"
        label={t('common.copy')}
        tip={t('common.copy')}
        onPress={() => void navigator.clipboard.writeText(copyText(columns, rows))}
      >
        <IconCopy size={14} aria-hidden />
      </Button>
      <Button kind="icon" label={t('common.download')} tip={t('common.download')} onPress={save}>
        <IconDownload size={14} aria-hidden />
      </Button>
    </span>
  );
}
