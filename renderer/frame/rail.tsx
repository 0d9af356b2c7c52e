import type { ReactNode } from 'react';
import type { MessageKey } from '../i18n';
import type { ViewId } from '../state/question';
import { showView, useQuestion } from '../state/question';
import {
  IconCustomers,
  IconData,
  IconFunnel,
  IconGrowth,
  IconOverview,
  IconPipeline,
  IconReps,
  IconRetention,
  IconReview,
  IconTeam,
} from '../ui/icons';
import { useWords } from '../ui/words';
import { Logo } from './logo';

interface RailEntry {
  readonly key: MessageKey;
  readonly icon: ReactNode;
  /** The first is where the entry leads; it is current on all of them. */
  readonly views: readonly [ViewId, ...ViewId[]];
}

/** The places of the workbench, in the order of their keys. */
export const places: readonly RailEntry[] = [
  { key: 'view.overview', icon: <IconOverview size={20} strokeWidth={1.5} aria-hidden />, views: ['overview'] },
  {
    key: 'view.funnel',
    icon: <IconFunnel size={20} strokeWidth={1.5} aria-hidden />,
    views: ['funnel', 'economics', 'journey'],
  },
  { key: 'view.pipeline', icon: <IconPipeline size={20} strokeWidth={1.5} aria-hidden />, views: ['pipeline'] },
  {
    key: 'view.retention',
    icon: <IconRetention size={20} strokeWidth={1.5} aria-hidden />,
    views: ['retention'],
  },
  { key: 'view.customers', icon: <IconCustomers size={20} strokeWidth={1.5} aria-hidden />, views: ['customers'] },
  {
    key: 'view.reps',
    icon: <IconReps size={20} strokeWidth={1.5} aria-hidden />,
    views: ['reps', 'skills', 'role-card'],
  },
  { key: 'view.growth', icon: <IconGrowth size={20} strokeWidth={1.5} aria-hidden />, views: ['growth'] },
  {
    key: 'view.team',
    icon: <IconTeam size={20} strokeWidth={1.5} aria-hidden />,
    views: ['seats', 'training', 'targets', 'recognition', 'coverage'],
  },
  {
    key: 'view.data',
    icon: <IconData size={20} strokeWidth={1.5} aria-hidden />,
    views: ['import', 'people', 'checks', 'settings', 'sql'],
  },
  { key: 'view.review', icon: <IconReview size={20} strokeWidth={1.5} aria-hidden />, views: ['review'] },
];

/** The rail at the left: icon and word for each place. */
export function Rail() {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  return (
    <nav className="rail" aria-label={t('frame.places')}>
      <Logo size={28} />
      {places.map((place, i) => (
        <button
          key={place.key}
          type="button"
          className="rail-entry"
          data-place={place.views[0]}
          aria-current={place.views.includes(view) ? 'page' : undefined}
          aria-keyshortcuts={`Control+${(i + 1) % 10}`}
          onClick={() => showView(place.views[0])}
        >
          {place.icon}
          <span>{t(place.key)}</span>
        </button>
      ))}
    </nav>
  );
}
