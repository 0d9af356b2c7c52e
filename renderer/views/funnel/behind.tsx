import { Fault } from '../../frame/fault';
import { gridColumns, shownFirst } from '../../frame/grid-table';
import { TableTools } from '../../frame/table-tools';
import { RowMenu } from '../../frame/row-menu';
import { MoreRows } from '../../frame/rows-below';
import { setFunnel, useQuestion } from '../../state/question';
import { useWorkspace } from '../../state/workspace';
import { Segmented } from '../../ui/segmented';
import { Table } from '../../ui/table';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { useBehind } from './use-behind';
import type { FunnelData } from './use-funnel';

/** The journeys behind the selected step: exactly those the figure counts. */
export function Behind({ funnel }: { funnel: FunnelData }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { side } = useQuestion((history) => history.asked.funnel);
  const behind = useBehind(funnel);
  const currency = useWorkspace((store) => store.workspace?.settings['currency'] ?? '');
  const { step } = behind;
  if (!step) return null;
  const first = step.from === null;
  const figure = step.ofPrevious;
  if (!first && figure === null) return <section className="behind" />;
  const { rows } = behind;
  const every = gridColumns({ columns: behind.columns, rows }, words, formats, currency);
  const columns = shownFirst(every, rows);
  const name = (words.find(`rung.${step.rung}`) ?? step.rung).toLocaleLowerCase();
  const n = figure?.n ?? 0;
  const reached = Math.round((figure?.value ?? 0) * n);
  const title = first
    ? t('funnel.rowsFirst', { n: behind.count ?? 0 })
    : t(side === 'reached' ? 'funnel.rowsReached' : 'funnel.rowsLost', {
        n: side === 'reached' ? reached : n - reached,
        step: name,
      });
  return (
    <section className={`behind ${behind.stale ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        {!first && (
          <span className="small">
            {t('funnel.rowsNote', { n, from: (words.find(`rung.${step.from}`) ?? '').toLocaleLowerCase(), step: name })}
          </span>
        )}
        <span className="end behind-tools">
          {!first && <Side />}
          <TableTools name="funnel" columns={every} rows={rows} all={behind.all} />
        </span>
      </div>
      {behind.problem && <Fault problem={behind.problem} />}
      <Table
        key={`${step.rung}-${columns.length}`}
        label={title}
        columns={columns}
        rows={rows}
        onEnd={behind.more}
        order={behind.order}
        menu={(row, at) => <RowMenu row={row} at={at} />}
        foot={<MoreRows behind={behind} />}
      />
    </section>
  );
}

function Side() {
  const { t } = useWords();
  const { side } = useQuestion((history) => history.asked.funnel);
  return (
    <Segmented
      label={t('funnel.side')}
      items={[
        { id: 'reached', text: t('funnel.sideReached') },
        { id: 'lost', text: t('funnel.sideLost') },
      ]}
      selected={side}
      onChange={(id) => setFunnel({ side: id }, 'selection')}
    />
  );
}
