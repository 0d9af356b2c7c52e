import { EmptyView } from '../../frame/empty-view';
import { Fault } from '../../frame/fault';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { ByDimension } from './by-dimension';
import './funnel.css';
import { Head } from './head';
import { Lanes } from './lanes';
import { Behind } from './behind';
import { TimeTaken } from './time-taken';
import { countsShown } from './shown';
import { useFunnel } from './use-funnel';
import { useValueShown } from './value-steps';

/** Where do we lose them: the steps of a cohort, each rate with its interval, what is behind the selected step. */
export function Funnel() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const empty = rowsIn(workspace, 'opportunities') + rowsIn(workspace, 'leads') === 0;
  return empty ? <EmptyView text={t('funnel.empty')} /> : <Steps />;
}

function Steps() {
  const funnel = useFunnel();
  const shown = useValueShown(funnel, funnel.unit === 'money') ?? countsShown(funnel);
  return (
    <div className="view funnel">
      <Head funnel={funnel} shown={shown} />
      {funnel.problem && <Fault problem={funnel.problem} />}
      <div className={`funnel-top ${funnel.stale ? 'stale' : ''}`}>
        <Lanes funnel={funnel} shown={shown} />
        <div className="funnel-side">
          <ByDimension funnel={funnel} />
          <TimeTaken funnel={funnel} />
        </div>
      </div>
      <Behind funnel={funnel} shown={shown} />
    </div>
  );
}
