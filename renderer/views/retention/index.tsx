import { EmptyView } from '../../frame/empty-view';
import { MeasureStrip } from '../../frame/measure';
import { useSettledPeriod } from '../../state/use-period';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { BackTest } from './back-test';
import { Cohorts } from './cohorts';
import { Head } from './head';
import { Quiet } from './quiet';
import './retention.css';
import { Staying } from './staying';
import { useQuiet } from './use-quiet';
import { WhatIf } from './what-if';

/** Who stays, who leaves quietly: cohorts, how long customers stay, what a little more would be worth, and whom to call. */
export function Retention() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const there = ['orders', 'subscriptions', 'opportunities'].some((table) => rowsIn(workspace, table) > 0);
  if (there) return <Filled />;
  return <EmptyView text={t('retention.empty')} />;
}

function Filled() {
  const { t } = useWords();
  const period = useSettledPeriod();
  const quiet = useQuiet();
  return (
    <div className="view retention">
      <Head quiet={quiet} />
      <div className="beside retention-top">
        <Cohorts />
        <div className="stack">
          <Staying />
          <WhatIf />
        </div>
      </div>
      <div className="beside retention-quiet">
        <Quiet quiet={quiet} />
        <BackTest answer={quiet.answer} />
      </div>
      <MeasureStrip
        label={t('retention.measures')}
        models={[
          { metric: 'logo-retention', period, compared: true },
          { metric: 'churn-rate', period, compared: true, options: { count: 'gross' }, title: t('retention.gross') },
          { metric: 'revenue-retention', period, compared: true, title: t('retention.net') },
          {
            metric: 'revenue-retention',
            period,
            compared: true,
            options: { measure: 'gross' },
            title: t('retention.grossMoney'),
          },
          { metric: 'renewal-rate', period, compared: true },
          { metric: 'expansion', period, compared: true },
          { metric: 'repeat-purchase', period: { kind: 'all' }, title: t('retention.again') },
        ]}
      />
    </div>
  );
}
