import { useEffect } from 'react';
import { showView } from '../state/question';
import { addShown, redoStep, undoStep } from './review-keys';
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
  if (useScreen.getState().palette) return toSearch(event);
  const act = event.ctrlKey || event.metaKey ? withControl(event) : isTyping(event.target) ? null : plain(event);
  if (!act) return;
  event.preventDefault();
  act();
}

// Over the search no other key counts, and a letter typed before its field has the focus is the field's.
function toSearch(event: KeyboardEvent): void {
  if (isTyping(event.target) || event.key.length !== 1) return;
  document.querySelector<HTMLInputElement>('.palette input')?.focus();
}

function withControl(event: KeyboardEvent): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === 'k') return () => show({ palette: true });
  const place = /^[0-9]$/.test(key) ? places[(Number(key) + 9) % 10] : undefined;
  if (place) return () => showView(place.views[0]);
  if (isTyping(event.target)) return null;
  if (key === 'z') return event.shiftKey ? redoStep : undoStep;
  return key === 'y' ? redoStep : null;
}

function plain(event: KeyboardEvent): (() => void) | null {
  if (event.altKey) return null;
  if (event.key === '/') return callFilter;
  if (event.key === 'r' || event.key === 'R') return addShown;
  if (event.key === '?') return () => show({ keys: true });
  if (event.key === 't' || event.key === 'T') return () => show({ twin: !useScreen.getState().twin });
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
