import { EmptyView } from '../../frame/empty-view';
import { useEffect } from 'react';
import type { TemplateName } from '../../../electron/model/deck';
import { openReview, tell, useDeck } from '../../state/deck';
import { lastQuarterOf } from '../../state/period';
import { useAsOfDay, useCalendar, usePeriod } from '../../state/use-period';
import { rowsIn, useWorkspace } from '../../state/workspace';
import { ProblemBlock } from '../../ui/problem';
import { useWords } from '../../ui/words';
import { Desk } from './desk';
import './review.css';

/** The review of the chosen quarter: its slides, the one on screen, what is written on it. */
export function Review() {
  const { t, locale } = useWords();
  const workspace = useWorkspace((store) => store.workspace);
  const { year, quarter } = lastQuarterOf(usePeriod(), useCalendar(), useAsOfDay());
  const deck = useDeck((store) => store.deck);
  const told = useDeck((store) => store.told);
  const problem = useDeck((store) => store.problem);
  const template: TemplateName = deck?.template ?? 'quarterly';
  const rep = deck?.rep ?? null;
  const there = ['opportunities', 'orders', 'subscriptions'].some((table) => rowsIn(workspace, table) > 0);
  const fits = deck?.year === year && deck.quarter === quarter;
  useEffect(() => {
    if (there && !fits) void openReview({ template, year, quarter, rep }, locale);
    // The language is told anew below; the template stays what it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [there, fits, year, quarter]);
  useEffect(() => {
    if (fits && told && told.language !== locale) void tell(locale);
  }, [fits, told, locale]);
  if (!there) {
    return <EmptyView text={t('overview.empty')} />;
  }
  if (!deck || !told) {
    return (
      <div className="view">
        {problem ? (
          <ProblemBlock {...problem} onRepeat={() => void openReview({ template, year, quarter, rep }, locale)} />
        ) : (
          <div className="answer-head">
            <h1>{t('view.review')}</h1>
            <p className="quiet" role="status">
              {t('review.telling')}
            </p>
          </div>
        )}
      </div>
    );
  }
  return <Desk deck={deck} told={told} />;
}
