/** The tour of the first minutes: which step is on screen, and that it was seen. It belongs to the person and not to a workspace. */
import { create } from 'zustand';

export const tourSteps = ['figure', 'ask', 'review'] as const;

const place = 'quarterdeck.tour';

/** The step on screen; null while the tour is not shown. */
export const useTour = create<{ readonly at: number | null }>(() => ({ at: null }));

/** Begins the tour, whether it was seen or not. */
export function startTour(): void {
  useTour.setState({ at: 0 });
}

/** Begins it for somebody who has not seen it. */
export function offerTour(): void {
  if (localStorage.getItem(place) === null) startTour();
}

/** One step on or back; the last one ends it. */
export function stepTour(by: 1 | -1): void {
  const { at } = useTour.getState();
  const next = Math.max(0, (at ?? 0) + by);
  if (next >= tourSteps.length) endTour();
  else useTour.setState({ at: next });
}

/** Puts the tour away; it does not come again by itself. */
export function endTour(): void {
  localStorage.setItem(place, 'seen');
  useTour.setState({ at: null });
}
