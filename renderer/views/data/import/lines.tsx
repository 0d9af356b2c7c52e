import { useLoad } from '../../../state/load';
import type { PlannedLine } from '../../../state/reads';
import { readLines, saveText, usePlannedLines } from '../../../state/reads';
import { Button } from '../../../ui/button';
import { csvText } from '../../../ui/copy-text';
import { Reading } from '../../../frame/reading';
import { Dialog } from '../../../ui/dialog';
import { ProblemBlock } from '../../../ui/problem';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useWords } from '../../../ui/words';
import type { Outcome } from './totals';

function useLineColumns(): readonly TableColumn<PlannedLine>[] {
  const { t } = useWords();
  return [
    { id: 'file', head: t('load.file'), value: (row) => row.file, width: '180px' },
    { id: 'line', head: t('load.line'), value: (row) => row.line, align: 'right', width: '64px' },
    {
      id: 'reason',
      head: t('load.reason'),
      value: (row) => t(`lineReason.${row.because.code}`, row.because.args),
      width: '220px',
    },
    { id: 'text', head: t('load.text'), value: (row) => row.text, width: 'minmax(240px, 1fr)' },
  ];
}

/** The lines behind one count of the dry run. */
export function Lines({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { t } = useWords();
  const files = useLoad((store) => store.files);
  const columns = useLineColumns();
  const { answer, problem } = usePlannedLines(outcome);
  const title = t('load.lines', {
    outcome: t(`load.${outcome}`),
    file: files.map((file) => file.name).join(', '),
  });
  return (
    <Dialog title={title} place="wide" onClose={onClose}>
      {problem && <ProblemBlock {...problem} />}
      <div className="rows-panel">
        {answer ? <Table label={title} columns={columns} rows={answer} /> : !problem && <Reading />}
      </div>
    </Dialog>
  );
}

/** Saves the lines that were not taken, with their reasons. */
export function SaveLines() {
  const { t } = useWords();
  const columns = useLineColumns();
  const save = async (): Promise<void> => {
    const lines = [...(await readLines('rejected')), ...(await readLines('skipped'))];
    saveText('set-aside.csv', csvText(columns, lines));
  };
  return (
    <Button kind="link" onPress={() => void save()}>
      {t('load.saveLines')}
    </Button>
  );
}
