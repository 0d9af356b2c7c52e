import type { ReactNode } from 'react';
import type { Words } from '../i18n';
import type { StepName, ViewId } from '../state/question';
import { redo, showView, undo, useQuestion } from '../state/question';
import { useDeck } from '../state/deck';
import { show, useScreen } from '../state/screen';
import { Button } from '../ui/button';
import { IconRedo, IconReview, IconSearch, IconUndo } from '../ui/icons';
import { Tabs } from '../ui/tabs';
import { useWords } from '../ui/words';
import { Comparisons } from './comparisons';
import { Filters } from './filters';
import { PeriodPicker } from './period-picker';
import { LanguageButton, ThemeButton } from './person-buttons';
import { places } from './rail';
import { addShown, redoStep, undoStep } from './review-keys';
import { SavedViewsButton } from './saved-views';
import { controlKey, dimensionName } from './names';

const dataViews: readonly ViewId[] = places.find(({ key }) => key === 'view.data')?.views ?? [];

// The others tell of one period, or choose what they compare with themselves.
const comparing: ReadonlySet<ViewId> = new Set<ViewId>([
  'overview',
  'funnel',
  'economics',
  'pipeline',
  'retention',
  'growth',
  'measure',
]);

/** The bar above the view: what is asked at the left, what can be done at the right. */
export function TopBar() {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  const data = dataViews.includes(view);
  return (
    <header className="top-bar" aria-label={t('frame.question')}>
      {data ? (
        <Tabs
          label={t('view.data')}
          current={view}
          items={dataViews.map((id) => ({ id, text: t(`view.${id}`) }))}
          onChange={showView}
        />
      ) : (
        <>
          <PeriodPicker />
          {comparing.has(view) && <Comparisons />}
          {view !== 'review' && (
            <>
              <span className="top-line" />
              <Filters />
            </>
          )}
        </>
      )}
      <span className="top-space" />
      <Search />
      <SavedViewsButton />
      {view === 'review' ? <DeckSteps /> : <Steps />}
      <AddButton />
      <LanguageButton />
      <ThemeButton />
    </header>
  );
}

function Search() {
  const { t } = useWords();
  return (
    <Button className="top-search" onPress={() => show({ palette: true })} aria-keyshortcuts="Control+K">
      <IconSearch size={14} aria-hidden />
      <span className="top-search-text">{t('frame.search')}</span>
      <kbd aria-hidden>{controlKey('K')}</kbd>
    </Button>
  );
}

// Puts what the view as a whole answers into the review; a picture or a row of its own has `R` and its menu.
function AddButton() {
  const { t } = useWords();
  const there = useScreen(({ status }) => Boolean(status?.explained) && status?.n !== 0);
  const review = useQuestion((history) => history.asked.view === 'review');
  if (!there || review) return null;
  return (
    <Button className="top-add" tip={t('mark.add')} onPress={addShown} aria-keyshortcuts="R">
      <IconReview size={16} aria-hidden />
      <span className="top-add-text">{t('frame.addToReview')}</span>
      <kbd aria-hidden>R</kbd>
    </Button>
  );
}

// On the review the steps are those of its deck.
function DeckSteps() {
  const { t } = useWords();
  const undoable = useDeck(({ past }) => past.length > 0);
  const redoable = useDeck(({ future }) => future.length > 0);
  const stepOf = (label: string, able: boolean) => (able ? { tip: label } : { refused: t('frame.noStep') });
  return (
    <span className="top-group">
      <Button kind="icon" label={t('frame.undo')} {...stepOf(t('frame.undo'), undoable)} onPress={undoStep}>
        <IconUndo size={16} aria-hidden />
      </Button>
      <Button kind="icon" label={t('frame.redo')} {...stepOf(t('frame.redo'), redoable)} onPress={redoStep}>
        <IconRedo size={16} aria-hidden />
      </Button>
    </span>
  );
}

function Steps() {
  const words = useWords();
  const last = useQuestion((history) => history.past.at(-1));
  const next = useQuestion((history) => history.future.at(-1));
  return (
    <span className="top-group">
      <StepButton
        label={words.t('frame.undo')}
        step={last?.name}
        onPress={undo}
        icon={<IconUndo size={16} aria-hidden />}
      />
      <StepButton
        label={words.t('frame.redo')}
        step={next?.name}
        onPress={redo}
        icon={<IconRedo size={16} aria-hidden />}
      />
    </span>
  );
}

function StepButton({
  label,
  step,
  onPress,
  icon,
}: {
  label: string;
  step: StepName | undefined;
  onPress: () => void;
  icon: ReactNode;
}) {
  const words = useWords();
  const { t } = words;
  if (!step) {
    return (
      <Button kind="icon" label={label} refused={t('frame.noStep')}>
        {icon}
      </Button>
    );
  }
  return (
    <Button kind="icon" label={label} tip={`${label}: ${detailOf(step, words)}`} onPress={onPress}>
      {icon}
    </Button>
  );
}

function detailOf(step: StepName, words: Words): string {
  const { t, find } = words;
  switch (step.kind) {
    case 'filter':
      if (step.dimension === '') return t('frame.removeFilters');
      return t('step.filter', {
        dimension: dimensionName(step.dimension, words),
        values: step.values.join(', ') || t('step.noValues'),
      });
    case 'view':
      return t('step.view', { view: t(`view.${step.view}`) });
    case 'entry':
      return t('step.entry', { table: find(`entered.${step.table}`) ?? step.table });
    case 'saved':
      return t(`step.saved.${step.act}`, { name: step.name });
    default:
      return t(`step.${step.kind}`);
  }
}
