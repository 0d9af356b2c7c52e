import type { DeckWish } from '../state/deck';
import { addQueryToReview, addToReview, redoDeck, undoDeck } from '../state/deck';
import { lastQuarterOf, quarterAt } from '../state/period';
import { usePreferences } from '../state/preferences';
import { redo, showView, undo, useQuestion } from '../state/question';
import type { Explained } from '../state/screen';
import { show, useScreen } from '../state/screen';
import { asOfDay, calendarOf, useWorkspace } from '../state/workspace';
import { isFocusLost } from './page-focus';

/** Undoes the last step: of the deck on the review, of the question anywhere else. */
export function undoStep(): void {
  if (onReview()) void undoDeck(usePreferences.getState().language);
  else stepped(undo);
}

/** Makes the undone step again. */
export function redoStep(): void {
  if (onReview()) void redoDeck(usePreferences.getState().language);
  else stepped(redo);
}

// What lies over a view goes with it: the rows and the number it tells are not those of another one.
function stepped(step: () => void): void {
  const { view } = useQuestion.getState().asked;
  step();
  if (useQuestion.getState().asked.view !== view) show({ explained: null, behind: null });
}

function onReview(): boolean {
  return useQuestion.getState().asked.view === 'review';
}

/** Adds what the view on screen answers to the review of its quarter, and shows it there. */
export function addShown(): void {
  const { explained, status } = useScreen.getState();
  const shown = explained ?? status?.explained;
  if (shown && !onReview()) addToDeck(shown);
}

/** Adds an answer to the review of the quarter on screen, and shows it there. */
export function addToDeck(explained: Explained): void {
  const { metric, question } = countedOf(explained);
  void addToReview(wishNow(), metric, question, usePreferences.getState().language).then(focusSlide);
  showReview();
}

/** What a slide shows of an answer: of an adjusted rate the one that was counted, with its own name. */
export function countedOf({ metric, question }: Explained): Explained {
  if (metric !== 'mix-adjustment') return { metric, question };
  const { of = 'win-rate', ...options } = question.options;
  return { metric: of, question: { ...question, options } };
}

/** Adds what a query of one's own gives to that review, and shows it there. */
export function addQueryToDeck(sql: string): void {
  void addQueryToReview(wishNow(), sql, usePreferences.getState().language).then(focusSlide);
  showReview();
}

/** Where what had the focus is gone, it goes on at the slide that is shown; elsewhere it stays. */
export function focusSlide(): void {
  if (isFocusLost()) document.querySelector<HTMLElement>('.review-slide[aria-current]')?.focus();
}

// The review of the quarter on screen.
function wishNow(): DeckWish {
  const { workspace } = useWorkspace.getState();
  const calendar = calendarOf(workspace);
  const day = asOfDay(workspace);
  const period = useQuestion.getState().asked.period ?? quarterAt(day, calendar);
  const { year, quarter } = lastQuarterOf(period, calendar, day);
  return { template: 'quarterly', year, quarter, rep: null };
}

function showReview(): void {
  show({ explained: null, behind: null });
  showView('review');
}
