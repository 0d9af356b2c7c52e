import { useSyncExternalStore } from 'react';

/** At this width in px and below, views fold what they can. */
const narrowWindow = '(max-width: 1180px)';

/** True while the window is narrow. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watchWidth, () => window.matchMedia(narrowWindow).matches);
}

function watchWidth(listener: () => void): () => void {
  const query = window.matchMedia(narrowWindow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
