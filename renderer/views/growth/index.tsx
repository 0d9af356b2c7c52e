import { EmptyView } from '../../frame/empty-view';
import { MeasureStrip } from '../../frame/measure';
import { Spread } from '../../frame/spread';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { Flow } from './flow';
import './growth.css';
import { Head } from './head';
import { growthModels } from './measures';
import { Promoters } from './promoters';
import { Tree } from './tree';

/** Who brings us the next customer: sources and what becomes of them, recommendations, whom to ask, and what customers say. */
export function Growth() {
  const words = useWords();
  const { t } = words;
  const workspace = useWorkspace((store) => store.workspace);
  const there = ['referrals', 'surveys', 'opportunities'].some((table) => rowsIn(workspace, table) > 0);
  if (!there) {
    return <EmptyView text={t('growth.empty')} />;
  }
  return (
    <div className="view growth">
      <Head />
      <MeasureStrip label={t('growth.measures')} models={growthModels(words)} />
      <div className="beside growth-top">
        <Flow />
        <Tree />
      </div>
      <div className="beside growth-below">
        <Promoters />
        <Spread
          metric="referral-yield"
          choice="growth.by"
          dimensions={['segment', 'team', 'rep', 'region', 'industry']}
        />
      </div>
    </div>
  );
}
