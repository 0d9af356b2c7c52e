/**
 * The question that the view is drawn for. It is the one that was asked, but for the moment in which the answers to another choice of period or filters are on
 * their way: then the page is drawn once, with the answers, and not a first time to wait for them.
 */
import { create } from 'zustand';
import type { Asked } from './question';
import { useQuestion } from './question';

export const useShown = create<{ readonly asked: Asked }>(() => ({ asked: useQuestion.getState().asked }));

/** Something asked under another choice: calls back when all of it is answered, which may be at once. */
export interface Ahead {
  readonly whenAnswered: (then: () => void) => void;
  /** Gives up what is still on its way and nobody else wants. */
  readonly leave: () => void;
}

type AskAhead = (asked: Asked, shown: Asked) => Ahead | null;

let askAhead: AskAhead = () => null;

/** Says how what is on screen is asked under another choice; null where nothing is. */
export function followWith(ask: AskAhead): void {
  askAhead = ask;
}

/** How long the page waits to be drawn, in milliseconds; then it is drawn as it is, and waits where it can be seen. */
const patience = 100;

interface Waiting {
  readonly ahead: Ahead;
  readonly timer: ReturnType<typeof setTimeout>;
}

let waiting: Waiting | null = null;

useQuestion.subscribe(({ asked }) => follow(asked));

function follow(asked: Asked): void {
  const shown = useShown.getState().asked;
  if (asked === shown && waiting === null) return;
  const before = waiting;
  const ahead = isOtherChoice(asked, shown) ? askAhead(asked, shown) : null;
  if (ahead === null) return show();
  // Who goes on choosing waits no longer for the page than who chose once.
  const own = (waiting = { ahead, timer: before?.timer ?? setTimeout(show, patience) });
  // What both choices ask stays asked.
  before?.ahead.leave();
  ahead.whenAnswered(() => waiting === own && show());
}

function isOtherChoice(asked: Asked, shown: Asked): boolean {
  return asked.view === shown.view && (asked.filters !== shown.filters || asked.period !== shown.period);
}

function show(): void {
  const { ahead, timer } = waiting ?? {};
  waiting = null;
  clearTimeout(timer);
  useShown.setState({ asked: useQuestion.getState().asked });
  // By then the page has taken up what it wants.
  if (ahead) setTimeout(ahead.leave);
}
