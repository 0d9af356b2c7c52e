import { Panel } from '../../../frame/panel';
import { TableTools } from '../../../frame/table-tools';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Thanked } from './candidates';

/** Everybody by name: how often thanked in a year, when last and for what. Enter or a double press thanks. */
export function When({ thanked, onThank }: { thanked: readonly Thanked[]; onThank: (person: Thanked) => void }) {
  const { t } = useWords();
  const { date, count } = useFormat();
  const columns: readonly TableColumn<Thanked>[] = [
    { id: 'rep', head: t('column.rep'), value: ({ rep }) => rep, width: 'minmax(140px, 1fr)' },
    {
      id: 'times',
      head: t('recognition.times'),
      value: ({ times }) => times,
      show: ({ times }) => count(times),
      align: 'right',
      width: '56px',
    },
    {
      id: 'last',
      head: t('recognition.lastOn'),
      value: ({ lastOn }) => lastOn,
      show: ({ lastOn }) => date(lastOn),
      align: 'right',
      width: '96px',
    },
    {
      id: 'for',
      head: t('recognition.forWhat'),
      value: ({ note }) => note,
      show: ({ note, isEntered }) => (isEntered ? `${note} · ${t('recognition.enteredByYou')}` : note),
      width: 'minmax(110px, 1fr)',
    },
  ];
  return (
    <Panel
      title={t('recognition.when')}
      note={t('recognition.whenNote')}
      className="fills"
      end={<TableTools name="recognitions" columns={columns} rows={thanked} />}
    >
      <Table label={t('recognition.when')} columns={columns} rows={thanked} onOpen={onThank} />
    </Panel>
  );
}
