import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Source } from '../../../../electron/contract';
import { forgetSource, undoImport } from '../../../state/load';
import { listName } from '../../../frame/names';
import { useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { Empty } from '../../../ui/empty';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';

/** What was imported into this workspace, newest first, each with its way back. */
export function Sources() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const [asked, setAsked] = useState<Source | null>(null);
  const sources = workspace?.sources ?? [];
  const columns = useSourceColumns(sources, setAsked);
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
      {asked && <Forget source={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function useSourceColumns(
  sources: readonly Source[],
  onForget: (source: Source) => void,
): readonly TableColumn<Source>[] {
  const words = useWords();
  const { t } = words;
  const { count, instant } = useFormat();
  const zone = useWorkspace((store) => store.workspace?.settings['time_zone']);
  const undoing = useUndoing(sources);
  return [
    { id: 'file', head: t('load.file'), value: (row) => row.file, width: 'minmax(140px, 1.4fr)' },
    { id: 'table', head: t('load.table'), value: (row) => listName(row.table, words), width: 'minmax(112px, 1fr)' },
    {
      id: 'rows',
      head: t('load.rows'),
      value: (row) => row.rows,
      show: (row) => count(row.rows),
      align: 'right',
      width: '72px',
    },
    {
      id: 'at',
      head: t('load.importedAt'),
      value: (row) => row.imported_at,
      show: (row) => instant(row.imported_at, zone),
      copied: (row) => new Date(row.imported_at).toLocaleString('sv-SE', { ...(zone && { timeZone: zone }) }),
      width: '128px',
    },
    {
      id: 'undo',
      head: t('load.undo'),
      value: (row) => row.import_id,
      copied: null,
      show: undoing,
      width: 'minmax(176px, 0.6fr)',
    },
    {
      id: 'forget',
      head: t('load.forget'),
      value: (row) => row.file,
      copied: null,
      show: (row) => (
        <Button kind="link" label={`${t('load.forget')}: ${row.file}`} onPress={() => onForget(row)}>
          {t('load.forget')}
        </Button>
      ),
      width: 'minmax(116px, 0.4fr)',
    },
  ];
}

// An import is undone as a whole, so its first file says so for all of them.
function useUndoing(sources: readonly Source[]): (row: Source) => ReactNode {
  const { t } = useWords();
  return (row) => {
    const files = sources.filter((source) => source.import_id === row.import_id);
    if (files[0] !== row) return null;
    return (
      <Button kind="link" onPress={() => void undoImport(row.import_id)}>
        {files.length > 1 ? t('load.undoAll', { n: files.length }) : t('load.undo')}
      </Button>
    );
  };
}

function Forget({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useWords();
  const forget = (): void => {
    onClose();
    void forgetSource(source.import_id, source.file);
  };
  return (
    <Dialog title={t('load.forgetAsk', { file: source.file })} onClose={onClose}>
      <p className="import-forget">{t('load.forgetNote')}</p>
      <div className="import-forget-acts">
        <Button kind="primary" onPress={forget}>
          {t('load.forget')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </Dialog>
  );
}
