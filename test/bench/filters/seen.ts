/** Runs in the page: notes when something was pressed, when the last chart was painted after it, and how long the page was ever busy. */

/** What the page keeps of what was seen. */
export interface Seen {
  /** Time of the last press of a pointer or a key. */
  pressed: number;
  /** Time of the first frame after the last change of a chart or a figure. */
  painted: number;
  /** The same with the list of what needs attention. */
  settled: number;
  /** Lengths of the tasks over 50 ms since this was last emptied. */
  longTasks: number[];
  /** Messages sent to the engine since this was last put to zero. */
  sent: number;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Starts watching; to be called once in the page. Self-contained, because its text is what travels there. */
export function watchPage(): void {
  const seen: Seen = { pressed: 0, painted: 0, settled: 0, longTasks: [], sent: 0 };
  window.seen = seen;
  for (const name of ['pointerup', 'keydown'] as const)
    window.addEventListener(name, (event) => (seen.pressed = event.timeStamp), { capture: true });
  const send: unknown = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'postMessage')?.value;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...given: unknown[]) {
    // React's own clock posts messages with nothing in them.
    if (given[0] !== null) seen.sent++;
    if (typeof send === 'function') Reflect.apply(send, this, given);
  };
  const afterPaint = (act: () => void): void => {
    requestAnimationFrame(() => requestAnimationFrame(act));
  };
  const charts = '.answer-head, .pillars, .overview-side';
  new MutationObserver((changes) => {
    const places = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
    if (places.some((place) => place?.closest(charts))) afterPaint(() => (seen.painted = performance.now()));
    if (places.some((place) => place?.closest('.page'))) afterPaint(() => (seen.settled = performance.now()));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: false });
}

/** True when nothing on screen waits for an answer and nothing has been painted for a while. */
export function isQuiet(quietMs: number): boolean {
  const waiting = document.querySelector('.page[data-asking], .page .stale');
  const last = Math.max(window.seen.settled, window.seen.pressed);
  return waiting === null && performance.now() - last > quietMs;
}
