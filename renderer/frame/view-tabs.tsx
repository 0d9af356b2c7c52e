import { showView, useQuestion } from '../state/question';
import { Tabs } from '../ui/tabs';
import { useWords } from '../ui/words';
import './panel.css';
import { places } from './rail';

/** The pages of the place on screen, where it has more than one; those of Data stand in the top bar. */
export function ViewTabs() {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  const place = places.find((each) => each.views.includes(view));
  if (!place || place.views.length < 2 || place.key === 'view.data') return null;
  return (
    <div className="view-tabs">
      <Tabs
        label={t(place.key)}
        current={view}
        items={place.views.map((id) => ({ id, text: t(`page.${id}`) }))}
        onChange={showView}
      />
    </div>
  );
}
