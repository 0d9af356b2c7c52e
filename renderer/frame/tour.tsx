import { useEffect, useRef } from 'react';
import { endTour, stepTour, tourSteps, useTour } from '../state/tour';
import { Button } from '../ui/button';
import { useWords } from '../ui/words';
import { controlKey } from './names';
import { isFocusLost } from './page-focus';
import './tour.css';

/** Three steps on the sample: numbers open, anything can be asked, anything goes to the review. It stands beside the work, which goes on meanwhile. */
export function Tour() {
  const { t } = useWords();
  const at = useTour((tour) => tour.at);
  const step = at === null ? undefined : tourSteps[at];
  const before = useRef<Element>(null);
  // What had the focus before the tour has it after.
  useEffect(() => {
    const isLost = step === undefined && isFocusLost();
    if (isLost && before.current instanceof HTMLElement) before.current.focus();
  }, [step]);
  if (at === null || step === undefined) return null;
  return (
    <section
      className="tour"
      data-step={step}
      aria-label={t('tour.title')}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? endTour() : undefined)}
    >
      <div>
        <p className="caption">{t('tour.at', { at: at + 1, of: tourSteps.length })}</p>
        <h2>{t(`tour.${step}`)}</h2>
      </div>
      <p aria-live="polite">{t(`tour.${step}Text`, { key: controlKey('K') })}</p>
      <div className="tour-actions">
        <Button kind="quiet" onPress={endTour}>
          {t('tour.end')}
        </Button>
        {at > 0 && <Button onPress={() => stepTour(-1)}>{t('tour.back')}</Button>}
        <Button kind="primary" onPress={() => stepTour(1)}>
          {at + 1 === tourSteps.length ? t('tour.done') : t('tour.next')}
        </Button>
      </div>
    </section>
  );
}
