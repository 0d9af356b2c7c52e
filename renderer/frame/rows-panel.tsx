import { useState } from 'react';
import { saveText } from '../state/reads';
import type { Behind } from '../state/screen';
import { show, useScreen } from '../state/screen';
import { useRows } from '../state/use-rows';
import { useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { copyText, csvText } from '../ui/copy-text';
import { Dialog } from '../ui/dialog';
import { IconCopy, IconDownload } from '../ui/icons';
import { askAgain } from '../state/use-metric';
import { ProblemBlock } from '../ui/problem';
import type { TableColumn } from '../ui/table';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { gridColumns, shownFirst } from './grid-table';

/** The rows behind a mark, numbering what the mark says. */
export function RowsPanel() {
  const behind = useScreen((screen) => screen.behind);
  return behind && <Rows key={JSON.stringify(behind)} behind={behind} />;
}

function Rows({ behind }: { behind: Behind }) {
  const words = useWords();
  const formats = useFormat();
  const [pages, setPages] = useState(1);
  const { answer, problem, stale } = useRows({ ...behind, where: behind.where ?? {} }, pages);
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const rows = answer?.grid.rows ?? [];
  const every = answer ? gridColumns(answer.grid, words, formats, currency) : [];
  const columns = shownFirst(every, rows);
  const { t } = words;
  return (
    <Dialog title={behind.title} place="wide" onClose={() => show({ behind: null })}>
      {problem && <ProblemBlock {...problem} onRepeat={askAgain} />}
      {answer && (
        <div className={`rows-panel ${stale ? 'stale' : ''}`}>
          <div className="rows-head">
            <span className="caption">{t('rows.count', { n: answer.count })}</span>
            <TableTools name={behind.metric} columns={every} rows={rows} />
          </div>
          <Table
            label={behind.title}
            columns={columns}
            rows={rows}
            onEnd={() => rows.length < answer.count && setPages(2 * pages)}
            foot={
              rows.length < answer.count && (
                <Button kind="link" onPress={() => setPages(2 * pages)}>
                  {t('common.more', { n: answer.count - rows.length })}
                </Button>
              )
            }
          />
        </div>
      )}
    </Dialog>
  );
}

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
