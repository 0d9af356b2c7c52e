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
import type { Shown } from './shown';
import { countsShown } from './shown';
import { largestFirst, useBehind } from './use-behind';
import type { FunnelData } from './use-funnel';

/** The journeys behind the selected step: exactly those the figure counts. */
export function Behind({ funnel, shown }: { funnel: FunnelData; shown: Shown }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { side } = useQuestion((history) => history.asked.funnel);
  const behind = useBehind(useListed(funnel, shown));
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
  const { cameOn } = step;
  const counted = side === 'reached' ? reached : n - reached;
  const title = first
    ? t('funnel.rowsFirst', { n: behind.count ?? 0 })
    : t(side === 'reached' ? 'funnel.rowsReached' : 'funnel.rowsLost', {
        n: cameOn ? (behind.count ?? 0) : counted,
        step: name,
      });
  const from = (words.find(`rung.${step.from}`) ?? '').toLocaleLowerCase();
  const note = cameOn
    ? t('funnel.rowsNoteMoney', {
        money: formats.money(side === 'reached' ? cameOn.money : cameOn.whole - cameOn.money, shown.currency),
        whole: formats.money(cameOn.whole, shown.currency),
        from,
        step: name,
      })
    : t('funnel.rowsNote', { n, from, step: name });
  return (
    <section className={`behind ${behind.stale ? 'stale' : ''}`}>
      <div className="panel-head">
        <h2>{title}</h2>
        {!first && <span className="small">{note}</span>}
        <span className="end behind-tools">
          {!first && <Side />}
          <TableTools name="funnel" columns={every} rows={rows} all={behind.all} />
        </span>
      </div>
      {behind.problem && <Fault problem={behind.problem} />}
      <Table
        key={`${step.rung}-${columns.length}-${shown.unit}`}
        label={title}
        columns={columns}
        rows={rows}
        onEnd={behind.more}
        order={behind.order}
        {...(cameOn && { sortedBy: { id: largestFirst.by, desc: largestFirst.desc } })}
        menu={(row, at) => <RowMenu row={row} at={at} />}
        foot={<MoreRows behind={behind} />}
      />
    </section>
  );
}

// Leads have no money: the way from a lead on is listed by count, whatever is shown.
function useListed(funnel: FunnelData, shown: Shown): Shown {
  const { step } = useQuestion((history) => history.asked.funnel);
  const selected = shown.steps.find(({ rung }) => rung === step) ?? shown.steps.at(-1);
  const weighed = selected?.from === null ? selected.reached !== null : selected?.ofPrevious != null;
  return shown.unit === 'money' && !weighed ? countsShown(funnel) : shown;
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
