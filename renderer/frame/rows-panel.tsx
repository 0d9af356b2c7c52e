import { Fault } from './fault';
import type { Behind } from '../state/screen';
import { show, useScreen } from '../state/screen';
import { useWorkspace } from '../state/workspace';
import { Dialog } from '../ui/dialog';
import { Table } from '../ui/table';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { ListOnItsWay } from './list-on-its-way';
import { gridColumns, shownFirst } from './grid-table';
import { usePagedRows } from './paged-rows';
import { Reading } from './reading';
import { RowMenu } from './row-menu';
import { MoreRows } from './rows-below';
import { TableTools } from './table-tools';

/** The rows behind a mark, numbering what the mark says. */
export function RowsPanel() {
  const behind = useScreen((screen) => screen.behind);
  return behind && <Rows key={JSON.stringify(behind)} behind={behind} />;
}

function Rows({ behind }: { behind: Behind }) {
  const words = useWords();
  const formats = useFormat();
  const paged = usePagedRows({ ...behind, where: behind.where ?? {} });
  const { rows, count, problem, stale } = paged;
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const every = gridColumns({ columns: paged.columns, rows }, words, formats, currency);
  const columns = shownFirst(every, rows);
  const { t } = words;
  const what = words.find(`rowsAre.${behind.metric}.${behind.part}`);
  return (
    <Dialog title={behind.title} place="wide" onClose={() => show({ behind: null })}>
      {problem && <Fault problem={problem} />}
      {count === undefined && !problem && <Reading />}
      {count !== undefined && (
        <div className={`rows-panel ${stale ? 'stale' : ''}`}>
          <div className="rows-head">
            <span className="caption">
              {[t('rows.count', { n: count }), ...(what === null ? [] : [what])].join(' · ')}
            </span>
            <span className="top-space" />
            <ListOnItsWay />
            <TableTools name={behind.metric} columns={every} rows={rows} all={paged.all} />
          </div>
          <Table
            label={behind.title}
            columns={columns}
            rows={rows}
            onEnd={paged.more}
            order={paged.order}
            menu={(row, at) => <RowMenu row={row} at={at} onLeave={() => show({ behind: null })} />}
            foot={<MoreRows behind={paged} />}
          />
        </div>
      )}
    </Dialog>
  );
}
