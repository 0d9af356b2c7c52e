import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ViewId } from '../state/question';

/** Where what had the focus went away with its view, the focus goes on at the page, which tells the name of the next one. */
export function usePageFocus(page: RefObject<HTMLElement | null>, view: ViewId): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (page.current && isFocusLost()) focusFor(page.current);
  }, [page, view]);
}

/** True where the focus is at nothing of the view: its place went away. */
export function isFocusLost(): boolean {
  return document.activeElement?.matches('body, .page') ?? true;
}

// A press on the page must not give it the focus, so it can have it only while it does.
function focusFor(page: HTMLElement): void {
  page.tabIndex = -1;
  page.focus({ preventScroll: true });
  page.addEventListener('blur', () => page.removeAttribute('tabindex'), { once: true });
}
