import { EmptyView } from '../../frame/empty-view';
import { rowsIn, useWorkspace } from '../../state/workspace';
import type { Words } from '../../i18n';
import { useWords } from '../../ui/words';
import { Bookings } from './bookings';
import { Headline } from './head';
import type { RowModel } from './measure-row';
import { NeedsAttention } from './needs-attention';
import './overview.css';
import { Pillar } from './pillar';

/** How did the quarter go: one sentence, the three pillars, what needs attention, the money. */
export function Overview() {
  const words = useWords();
  const { t } = words;
  const workspace = useWorkspace((store) => store.workspace);
  const empty = rowsIn(workspace, 'opportunities') + rowsIn(workspace, 'leads') === 0;
  if (empty) {
    return <EmptyView text={t('overview.empty')} />;
  }
  const metric = rowsIn(workspace, 'activities') > 0 ? 'conversation-conversion' : 'win-rate';
  return (
    <div className="view">
      <Headline metric={metric} />
      <div className="pillars">
        <Pillar
          first
          title={t('overview.convert')}
          note={t('overview.convertNote')}
          view="funnel"
          metric={metric}
          rows={convertRows(metric, words)}
        />
        <Pillar
          title={t('overview.retain')}
          note={t('overview.retainNote')}
          view="retention"
          metric="logo-retention"
          rows={retainRows(words)}
        />
        <Pillar
          title={t('overview.grow')}
          note={t('overview.growNote')}
          view="growth"
          metric="referral-yield"
          name={t('overview.newByReferral')}
          rows={growRows(words)}
        />
      </div>
      <div className="beside overview-below">
        <NeedsAttention metric={metric} />
        <Bookings />
      </div>
    </div>
  );
}

function convertRows(metric: string, { t }: Words): readonly RowModel[] {
  return [
    ...(metric === 'win-rate' ? [] : [{ metric: 'win-rate' }]),
    { metric: 'cycle-length', title: t('overview.daysMedian') },
    { metric: 'bookings' },
    ...(metric === 'win-rate' ? [{ metric: 'cost-per-conversion' }] : []),
  ];
}

function retainRows({ t }: Words): readonly RowModel[] {
  return [
    { metric: 'revenue-retention', title: t('overview.netRevenue') },
    { metric: 'revenue-retention', column: 'grr', title: t('overview.grossRevenue') },
    { metric: 'renewal-rate' },
  ];
}

function growRows({ t }: Words): readonly RowModel[] {
  return [
    { metric: 'referral-rate' },
    { metric: 'satisfaction', title: t('growth.nps'), times: 100 },
    { metric: 'reviews', title: t('growth.reviews') },
  ];
}
