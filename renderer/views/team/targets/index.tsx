import { EmptyView } from '../../../frame/empty-view';
import { MeasureStrip, useAsked } from '../../../frame/measure';
import { showView } from '../../../state/question';
import { rowsIn, useWorkspace } from '../../../state/workspace';
import { Button } from '../../../ui/button';
import { useWords } from '../../../ui/words';
import { ByPerson } from './by-person';
import { ByQuarter } from './by-quarter';
import { Evenness } from './evenness';
import { Head } from './head';
import { targetsModels } from './measures';
import { Replay } from './replay';
import './targets.css';
import { usePlan } from './use-plan';
import { Wanted } from './wanted';

/** Is the reward fair: who reached the target, whom the plans pay, how evenly, what people asked for, and what another plan would pay. */
export function Targets() {
  const words = useWords();
  const { t } = words;
  const workspace = useWorkspace((store) => store.workspace);
  const plans = useAsked('plan-complexity');
  const hand = usePlan(plans.answer);
  const there = ['targets', 'payouts', 'incentive_plans'].some((table) => rowsIn(workspace, table) > 0);
  if (!there)
    return (
      <EmptyView text={t('targets.empty')}>
        <Button kind="link" onPress={() => showView('people')}>
          {t('targets.toPeople')}
        </Button>
      </EmptyView>
    );
  return (
    <div className="view targets">
      <Head />
      <MeasureStrip label={t('targets.measures')} models={targetsModels(words, hand.plan?.plan ?? '')} />
      <div className="beside targets-top">
        <ByPerson />
        <div className="stack">
          <ByQuarter />
          <Evenness hand={hand} />
          <Wanted />
        </div>
      </div>
      <Replay hand={hand} />
    </div>
  );
}
