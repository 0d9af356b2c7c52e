/* How far each journey gets along a sequence of events the user names.
 * Source: the event-funnel rules of PostHog's tests (MIT), restated: every event that can start an attempt starts one, each step is served
 * by the first event that can serve it, and a journey is credited with its best attempt, the earliest on a tie. The ladder of the CRM
 * itself does not use this: there a later rung counts for the earlier ones. */

/** Something that happened in a journey: its name and instant, in any one unit. */
export interface PathEvent {
  name: string;
  at: number;
}

/** An event that must not happen while an attempt stands between two steps, counted from 0. */
interface PathExclusion {
  name: string;
  fromStep: number;
  toStep: number;
}

/** The sequence asked for. A step named `*` is served by any event. */
export interface PathQuestion {
  steps: readonly string[];
  /** `ordered`: others between are ignored; `strict`: the very next event must serve the next step; `unordered`: distinct steps seen. */
  order: 'ordered' | 'strict' | 'unordered';
  /** Longest time from the first event of an attempt to any of its steps, inclusive; Infinity for no limit. */
  window: number;
  exclusions?: readonly PathExclusion[];
  /** How events of one instant are ordered: as given (default), or by the step they serve. */
  tie?: 'input' | 'step';
}

/** The steps of the best attempt: the position in the input and the instant of the event that served each, in the order reached. */
export interface PathAttempt {
  events: number[];
  at: number[];
}

/** Counts over many journeys. */
export interface PathCounts {
  /** Journeys that reached at least step 1, 2, ... */
  reached: number[];
  /** Mean time from step k to step k + 1 over the journeys that reached the latter; null when none did. */
  meanWait: (number | null)[];
}

interface Placed extends PathEvent {
  input: number;
}

const serves = (step: string | undefined, name: string): boolean => step === '*' || step === name;

function placed(events: readonly PathEvent[], { steps, exclusions, order, tie }: PathQuestion): Placed[] {
  const step = (name: string): number => {
    const at = steps.findIndex((wanted) => serves(wanted, name));
    return at === -1 ? steps.length : at;
  };
  const bears = ({ name }: PathEvent): boolean =>
    order === 'strict' || step(name) < steps.length || (exclusions ?? []).some((exclusion) => exclusion.name === name);
  return events
    .map(({ name, at }, input) => ({ name, at, input }))
    .filter(bears)
    .sort((a, b) => a.at - b.at || (tie === 'step' ? step(a.name) - step(b.name) : 0) || a.input - b.input);
}

/** True when `name` may not happen with `reached` steps behind. */
function excluded(question: PathQuestion, name: string, reached: number): boolean {
  return (question.exclusions ?? []).some(
    (exclusion) => exclusion.name === name && reached - 1 >= exclusion.fromStep && reached - 1 < exclusion.toStep,
  );
}

/** Steps taken by the attempt that starts at event `start`; null when an exclusion kills it. */
function inOrder(events: readonly Placed[], start: number, question: PathQuestion): Placed[] | null {
  const first = events[start]!;
  const taken = [first];
  for (let i = start + 1; i < events.length && taken.length < question.steps.length; i++) {
    const event = events[i]!;
    if (event.at - first.at > question.window) break;
    if (excluded(question, event.name, taken.length)) return null;
    if (serves(question.steps[taken.length], event.name)) taken.push(event);
    else if (question.order === 'strict') break;
  }
  return taken;
}

/** Distinct steps seen from event `start` on; a named step is served before an any-event step. */
function inAnyOrder(events: readonly Placed[], start: number, question: PathQuestion): Placed[] {
  const first = events[start]!;
  const open = new Set(question.steps.keys());
  const taken: Placed[] = [];
  for (let i = start; i < events.length && open.size > 0; i++) {
    const event = events[i]!;
    if (event.at - first.at > question.window) break;
    if (taken.length > 0 && excluded(question, event.name, taken.length)) break;
    const served =
      [...open].find((step) => question.steps[step] === event.name) ??
      [...open].find((step) => question.steps[step] === '*');
    if (served === undefined) continue;
    open.delete(served);
    taken.push(event);
  }
  return taken;
}

/** Best attempt of one journey; null when nothing in it starts one that survives. Throws on a question without steps.
 *  Cost: the square of the events that bear on the question, at worst. */
export function bestPath(events: readonly PathEvent[], question: PathQuestion): PathAttempt | null {
  const { steps, order, window } = question;
  if (steps.length === 0) throw new RangeError('a path needs at least one step');
  const sorted = placed(events, question);
  // Without a window and exclusions the earliest start can do whatever a later one can.
  const onlyFirst = order === 'ordered' && window === Infinity && (question.exclusions ?? []).length === 0;
  let best: Placed[] = [];
  for (let start = 0; start < sorted.length && best.length < steps.length; start++) {
    const { name } = sorted[start]!;
    const starts = order === 'unordered' ? steps.some((step) => serves(step, name)) : serves(steps[0], name);
    if (!starts) continue;
    const taken = order === 'unordered' ? inAnyOrder(sorted, start, question) : inOrder(sorted, start, question);
    if (taken !== null && taken.length > best.length) best = taken;
    if (onlyFirst) break;
  }
  return best.length === 0 ? null : { events: best.map(({ input }) => input), at: best.map(({ at }) => at) };
}

/** Journeys reaching each step, and the mean waits between steps. */
export function countPaths(journeys: Iterable<readonly PathEvent[]>, question: PathQuestion): PathCounts {
  const reached = question.steps.map(() => 0);
  const waited = question.steps.slice(1).map(() => 0);
  for (const events of journeys) {
    const path = bestPath(events, question);
    path?.at.forEach((at, step) => {
      reached[step]! += 1;
      if (step > 0) waited[step - 1]! += at - path.at[step - 1]!;
    });
  }
  return { reached, meanWait: waited.map((sum, i) => (reached[i + 1]! > 0 ? sum / reached[i + 1]! : null)) };
}
