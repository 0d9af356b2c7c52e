import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useScreen } from '../state/screen';

/** Whether the picture in that place is shown as its table, and what turns it over; the focus of who did so goes to what took its place. */
export function useTurned(place: RefObject<HTMLElement | null>): {
  readonly isTwin: boolean;
  readonly turn: () => void;
} {
  const everywhere = useScreen((screen) => screen.twin);
  const [turned, setTurned] = useState(false);
  const follows = useRef(false);
  const isTwin = everywhere !== turned;
  useLayoutEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    place.current?.querySelector<HTMLElement>('.chart-stage, .table-scroll')?.focus();
  }, [isTwin, place]);
  const turn = (): void => {
    follows.current = true;
    setTurned(!turned);
  };
  return { isTwin, turn };
}
