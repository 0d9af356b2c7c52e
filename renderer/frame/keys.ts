import { useEffect } from 'react';
import { redo, showView, undo } from '../state/question';
import { callFilter, show, useScreen } from '../state/screen';
import { places } from './rail';

/** Keys that work wherever the focus is, but for typing. */
export function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const act = event.ctrlKey || event.metaKey ? withControl(event) : isTyping(event.target) ? null : plain(event);
  if (!act) return;
  event.preventDefault();
  act();
}

function withControl(event: KeyboardEvent): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === 'k') return () => show({ palette: true });
  const place = places[Number(key) - 1];
  if (place) return () => showView(place.views[0]);
  if (isTyping(event.target)) return null;
  if (key === 'z') return event.shiftKey ? redo : undo;
  return key === 'y' ? redo : null;
}

function plain(event: KeyboardEvent): (() => void) | null {
  if (event.altKey) return null;
  if (event.key === '/') return callFilter;
  if (event.key === '?') return () => show({ keys: true });
  if (event.key === 't' || event.key === 'T') return () => show({ twin: !useScreen.getState().twin });
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
