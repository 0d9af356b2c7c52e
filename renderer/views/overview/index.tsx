import { chooseFiles } from '../../state/doors';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { Empty } from '../../ui/empty';
import { useWords } from '../../ui/words';
import { Bookings } from './bookings';
import { Breakdown } from './breakdown';
import { Convert } from './convert';
import { Headline } from './head';
import './overview.css';

/** How did the quarter go: one sentence, the pillars, the money. Retain and Grow take their places beside Convert. */
export function Overview() {
  const { t } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const empty = rowsIn(workspace, 'opportunities') + rowsIn(workspace, 'leads') === 0;
  if (empty) {
    return (
      <div className="view">
        <Empty text={t('overview.empty')} action={t('overview.emptyAction')} onAction={() => void chooseFiles()} />
      </div>
    );
  }
  const metric = rowsIn(workspace, 'activities') > 0 ? 'conversation-conversion' : 'win-rate';
  return (
    <div className="view">
      <Headline metric={metric} />
      <div className="overview">
        <div className="overview-left">
          <div className="pillars">
            <Convert metric={metric} />
          </div>
          <div className="overview-breakdowns">
            {['source', 'team', 'segment', 'product'].map((dimension) => (
              <Breakdown key={dimension} dimension={dimension} />
            ))}
          </div>
        </div>
        <Bookings />
      </div>
    </div>
  );
}
