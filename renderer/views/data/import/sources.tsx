import type { Source } from '../../../../electron/contract';
import { undoImport } from '../../../state/load';
import { showView } from '../../../state/question';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** What was imported into this workspace, newest first, each with its way back. */
export function Sources() {
  const { t } = useWords();
  const { count, instant } = useFormat();
  const workspace = useWorkspace((store) => store.workspace);
  const sources = workspace?.sources ?? [];
  const zone = workspace?.settings['time_zone'];
  const undoText = (importId: string): string => {
    const n = sources.filter((source) => source.import_id === importId).length;
    return n > 1 ? t('load.undoAll', { n }) : t('load.undo');
  };
  const columns: readonly TableColumn<Source>[] = [
    { id: 'file', head: t('load.file'), value: (row) => row.file, width: 'minmax(160px, 1fr)' },
    { id: 'table', head: t('load.table'), value: (row) => row.table, width: '160px' },
    {
      id: 'rows',
      head: t('load.rows'),
      value: (row) => row.rows,
      show: (row) => count(row.rows),
      align: 'right',
      width: '96px',
    },
    {
      id: 'at',
      head: t('load.importedAt'),
      value: (row) => row.imported_at,
      show: (row) => instant(row.imported_at, zone),
      width: '150px',
    },
    {
      id: 'undo',
      head: '',
      value: (row) => row.import_id,
      show: (row) => (
        <Button kind="link" onPress={() => void undoImport(row.import_id)}>
          {undoText(row.import_id)}
        </Button>
      ),
      width: '200px',
    },
  ];
  return (
    <section className="import-sources">
      <div className="panel-head">
        <h2>{t('load.sources')}</h2>
        <span className="small">{t('load.sourcesNote')}</span>
      </div>
      {sources.length === 0 ? (
        <Empty text={t('load.noSources')} />
      ) : (
        <Table label={t('load.sources')} columns={columns} rows={sources} sortedBy={{ id: 'at', desc: true }} />
      )}
      {workspace && workspace.checks.length > 0 && (
        <p className="import-checks-head">
          <Button kind="link" onPress={() => showView('checks')}>
            {t('checks.headline', { n: workspace.checks.length })}
          </Button>
        </p>
      )}
    </section>
  );
}
