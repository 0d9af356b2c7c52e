import { Fault } from './fault';
import type { RowsWanted } from '../state/use-rows';
import { useWorkspace } from '../state/workspace';
import { Button } from '../ui/button';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { gridColumns, shownFirst } from './grid-table';
import type { PagedRows } from './paged-rows';
import { usePagedRows } from './paged-rows';
import { Panel } from './panel';
import { RowMenu } from './row-menu';
import { TableTools } from './table-tools';

/** The rows behind the selected mark, below the picture: they number what the mark says. Undefined while nothing is selected. */
export function RowsBelow({ wanted, title, hint }: { wanted: RowsWanted | undefined; title: string; hint: string }) {
  const words = useWords();
  const formats = useFormat();
  const behind = usePagedRows(wanted);
  const { rows, count, stale, problem } = behind;
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const every = gridColumns({ columns: behind.columns, rows }, words, formats, currency);
  const columns = shownFirst(every, rows);
  const { t } = words;
  if (!wanted) {
    return (
      <Panel title={title} className="fills">
        <p className="small quiet">{hint}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={title}
      note={count === undefined ? undefined : t('measure.rows', { n: count })}
      stale={stale}
      className="fills"
      end={<TableTools name={wanted.metric} columns={every} rows={rows} all={behind.all} />}
    >
      {problem && <Fault problem={problem} />}
      <Table
        key={columns.map(({ id }) => id).join()}
        label={title}
        columns={columns}
        rows={rows}
        onEnd={behind.more}
        order={behind.order}
        menu={(row, at) => <RowMenu row={row} at={at} />}
        foot={<MoreRows behind={behind} />}
      />
    </Panel>
  );
}

/** How many rows are not fetched yet, and the way to them; nothing where all are there. */
export function MoreRows({ behind: { rows, count = 0, more } }: { behind: PagedRows }) {
  const { t } = useWords();
  if (rows.length >= count) return null;
  return (
    <Button kind="link" onPress={more}>
      {t('common.more', { n: count - rows.length })}
    </Button>
  );
}
