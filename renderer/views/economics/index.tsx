import { EmptyView } from '../../frame/empty-view';
import { MeasureStrip } from '../../frame/measure';
import { Spread } from '../../frame/spread';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { useWords } from '../../ui/words';
import { CostBySource, CostByStep } from './cost';
import { DealValue } from './deal-value';
import './economics.css';
import { Head } from './head';
import { economicsModels } from './measures';
import { Velocity } from './velocity';
import { WhatIf } from './what-if';

/** What a conversion costs and what one more would bring: costs by step and source, the what-ifs with their assumptions, the pace of selling and its factors. */
export function Economics() {
  const words = useWords();
  const { t } = words;
  const deals = useWorkspace((store) => rowsIn(store.workspace, 'opportunities'));
  if (deals === 0) {
    return <EmptyView text={t('economics.empty')} />;
  }
  return (
    <div className="view economics">
      <Head />
      <MeasureStrip label={t('economics.measures')} models={economicsModels(words)} />
      <div className="beside economics-top">
        <CostByStep />
        <CostBySource />
      </div>
      <div className="beside economics-below">
        <div className="stack">
          <WhatIf />
          <DealValue />
        </div>
        <Velocity />
        <Spread metric="deal-value" choice="economics.value" most={8} />
      </div>
    </div>
  );
}
