/**
 * Answers of the engine, kept by what was asked of which data. Answers are no state: they are asked for while something on screen needs them,
 * the request is withdrawn when nothing does, and the last ones stay for going back and forth.
 */
import { useCallback, useState, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { Answer, Question } from '../../electron/model/question';
import { questionKey } from '../../electron/model/question-key';
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import type { MetricAnswer } from './ask-together';
import { answerOf, answerTo, askGathered } from './ask-together';
import type { Period } from './period';
import type { Asked } from './question';
import { useQuestion } from './question';
import { answerKey, dataKey, remembered } from './remembered';
import { followWith, useShown } from './shown';
import { askedUnder } from './use-period';
import { useWorkspace } from './workspace';

export type { MetricAnswer } from './ask-together';

export interface Answered<T> {
  /** The answer, or the one before it while this one is on its way; undefined before the first. */
  readonly answer: T | undefined;
  readonly stale: boolean;
  readonly problem: Problem | undefined;
}

interface Entry {
  readonly state: 'asking' | 'ready' | 'failed';
  readonly answer?: unknown;
  readonly problem?: Problem;
}

interface Request {
  readonly abort: AbortController;
  users: number;
}

const kept = 150;
const entries = new Map<string, Entry>();
const requests = new Map<string, Request>();
const listeners = new Map<string, Set<() => void>>();
const asking: Entry = { state: 'asking' };

/** Requests that wait until those wanted at once have come. */
const held = new Set<() => void>();

interface Pending {
  readonly count: number;
  /** How many of them were wanted at once. */
  readonly now: number;
  /** Time the oldest run of requests began, in milliseconds; null when none is pending. */
  readonly since: number | null;
}

/** How many answers are on their way, and since when. */
export const usePending = create<Pending>(() => ({ count: 0, now: 0, since: null }));

/** When an answer is asked for: at once, or when nothing else is on its way. */
export type When = 'now' | 'after';

/** The engine's answer to anything that can be read again, kept under its key; null asks nothing. */
export function useAnswer<T>(
  key: string | null,
  read: (signal: AbortSignal) => Promise<T>,
  when: When = 'now',
  anew?: Anew,
): Answered<T> {
  const epoch = useWorkspace((store) => store.epoch);
  const revision = useWorkspace((store) => store.workspace?.revision ?? 0);
  const full = key === null ? null : `${dataKey(epoch, revision)}:${key}`;
  const subscribe = useCallback(
    (listener: () => void) => (full === null ? watchNothing(anew) : watch({ key: full, read, when, anew }, listener)),
    // The key says all that matters of what is read, and what is not read now may be under another choice.
    // oxlint-disable-next-line react/exhaustive-deps
    [full ?? anew],
  );
  const entry = useSyncExternalStore(subscribe, () => (full === null ? undefined : settled(full)));
  const [last, setLast] = useState<unknown>(undefined);
  const fresh = entry?.state === 'ready' ? entry.answer : undefined;
  if (fresh !== undefined && fresh !== last) setLast(fresh);
  if (full === null) return { answer: undefined, stale: false, problem: undefined };
  const answer = (fresh ?? last) as T | undefined;
  return { answer, stale: fresh === undefined && last !== undefined, problem: entry?.problem };
}

/** The rows of an answer that are wanted: so many, largest in a column. */
export interface Most {
  readonly rows: number;
  readonly by: string;
}

/** Answer of a metric to a question, or its largest rows; undefined question asks nothing. */
export function useMetric(
  metric: string,
  question: Question | undefined,
  most?: Most,
  when: When = 'now',
): Answered<MetricAnswer> {
  const asked = question && metricAsk(metric, question, most);
  const anew: Anew = (now, before) => {
    const next = question && askedUnder(question, now, before);
    return next ? metricAsk(metric, next, most) : null;
  };
  return useAnswer(asked?.key ?? null, asked?.read ?? nothing, when, asked && anew);
}

/**
 * The same, asked unless something else on screen tells it, which `toldUnder` says of another period: so it is asked in time where that one does not.
 */
export function useMetricUnless(
  told: boolean,
  metric: string,
  question: Question,
  toldUnder: (period: Period) => boolean,
): Answered<MetricAnswer> {
  const { key, read } = metricAsk(metric, question, undefined);
  return useAnswer<MetricAnswer>(told ? null : key, read, 'now', (now, before) => {
    const next = now.period && toldUnder(now.period) ? null : askedUnder(question, now, before);
    return next ? metricAsk(metric, next, undefined) : null;
  });
}

/** The whole answer of a metric, asked once and not kept. */
export function wholeAnswer(metric: string, question: Question, signal: AbortSignal): Promise<MetricAnswer> {
  return metricAsk(metric, question, undefined).read(signal);
}

/** The SQL that the answer to a question comes from, with its parameters. */
export function useStatements(metric: string, question: Question): Answered<Answer['sql']> {
  const asked = sent(question);
  return useAnswer(`statements:${metric}:${JSON.stringify(question)}`, (signal) =>
    ask((engine, either) => engine.metrics.statements({ metric, question: asked }, { signal: either }), signal),
  );
}

interface Ask<T> {
  readonly key: string;
  readonly read: (signal: AbortSignal) => Promise<T>;
}

function metricAsk(metric: string, question: Question, most: Most | undefined): Ask<MetricAnswer> {
  const read = (signal: AbortSignal): Promise<MetricAnswer> =>
    answerTo({ metric, question: sent(question), ...(most && { most }) }, signal);
  const key = answerKey(questionKey(metric, question));
  return { key: most ? `${key}:${JSON.stringify(most)}` : key, read };
}

function nothing(): Promise<never> {
  return Promise.reject(new Error('nothing asked'));
}

/** The question in the form the contract takes. */
export function sent(question: Question) {
  const filters = Object.fromEntries(Object.entries(question.filters).map(([name, values]) => [name, [...values]]));
  return { ...question, by: [...question.by], filters, options: { ...question.options } };
}

/** Withdraws every request that is on its way; what was on screen stays. */
export function cancelPending(): void {
  for (const request of requests.values()) request.abort.abort();
}

/** Forgets answers and faults, so that what is on screen is asked again. */
export function askAgain(): void {
  entries.clear();
  useWorkspace.setState(({ epoch }) => ({ epoch: epoch + 1 }));
}

// That an answer is being asked for changes nothing on screen.
function settled(key: string): Entry | undefined {
  const entry = entries.get(key) ?? recalled(key);
  return entry === asking ? undefined : entry;
}

function recalled(key: string): Entry | undefined {
  const text = remembered(key);
  if (text === undefined) return undefined;
  keep(key, { state: 'ready', answer: answerOf(text) });
  return entries.get(key);
}

type Read = (signal: AbortSignal) => Promise<unknown>;

/** The same asked under another choice of period and filters; null where nobody knows how it follows from them. */
type Anew = (now: Asked, before: Asked) => Ask<unknown> | null;

interface Watched {
  readonly when: When;
  readonly anew: Anew | undefined;
}

interface Wanted extends Watched {
  readonly key: string;
  readonly read: Read;
}

/** What is wanted on screen. */
const watched = new Set<Watched>();

// What is not asked may be under another choice.
function watchNothing(anew: Anew | undefined): () => void {
  if (!anew) return () => {};
  const want = { when: 'now' as const, anew };
  watched.add(want);
  return () => watched.delete(want);
}

function watch(want: Wanted, listener: () => void): () => void {
  const { key, read, when } = want;
  const set = listeners.get(key) ?? new Set();
  listeners.set(key, set.add(listener));
  watched.add(want);
  start(key, when === 'now' ? atOnce(read) : (signal) => turn(signal).then(() => read(signal)));
  return () => {
    watched.delete(want);
    set.delete(listener);
    if (set.size === 0) listeners.delete(key);
    leave(key);
  };
}

// Another period and other filters are asked about before the page is drawn for them, which takes the engine's time as well as the page's.
followWith((asked, shown) => {
  const keys = askUnder(asked, shown);
  if (keys.length === 0) return null;
  return { whenAnswered: (then) => whenAnswered(keys, then), leave: () => keys.forEach(leave) };
});

/** How long a choice that was begun may take to be made, in milliseconds. */
const holding = 1000;

/** Asks what another period or other filters would ask, as a press of them begins: it is given up where the press does not end in that choice. */
export function askAhead(part: Pick<Partial<Asked>, 'period' | 'filters'>): void {
  const keys = askUnder({ ...useQuestion.getState().asked, ...part }, useShown.getState().asked);
  setTimeout(() => keys.forEach(leave), holding);
}

// Asks what is on screen under another choice; the keys of all that was asked.
function askUnder(asked: Asked, before: Asked): readonly string[] {
  const { phase, epoch, workspace } = useWorkspace.getState();
  const ahead = new Map<string, Read>();
  for (const { when, anew } of phase === 'open' ? watched : []) {
    const next = when === 'now' ? anew?.(asked, before) : null;
    if (next) ahead.set(`${dataKey(epoch, workspace?.revision ?? 0)}:${next.key}`, next.read);
  }
  for (const [key, read] of ahead) start(key, atOnce(read));
  askGathered();
  return [...ahead.keys()];
}

interface Awaited {
  readonly keys: Set<string>;
  readonly then: () => void;
}

let awaited: Awaited | null = null;

// Calls back when none of these is on its way any more; what was waited for before is not waited for any longer.
function whenAnswered(keys: readonly string[], then: () => void): void {
  awaited = { keys: new Set(keys.filter((key) => requests.has(key))), then };
  arrive(null);
}

function arrive(key: string | null): void {
  if (key !== null) awaited?.keys.delete(key);
  if (awaited?.keys.size !== 0) return;
  const { then } = awaited;
  awaited = null;
  then();
}

function atOnce(read: Read): Read {
  return (signal) => {
    hurry(1);
    return read(signal).finally(() => {
      hurry(-1);
      // What comes of an answer may ask for more, which then comes first.
      setTimeout(release);
    });
  };
}

// Comes when nothing that is wanted at once is on its way.
function turn(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const go = (): void => {
      held.delete(go);
      signal.removeEventListener('abort', leave);
      resolve();
    };
    const leave = (): void => {
      held.delete(go);
      reject(new DOMException('withdrawn', 'AbortError'));
    };
    signal.addEventListener('abort', leave, { once: true });
    held.add(go);
    setTimeout(release);
  });
}

function hurry(by: number): void {
  usePending.setState(({ now }) => ({ now: now + by }));
}

function release(): void {
  if (usePending.getState().now === 0) for (const go of [...held]) go();
}

function start(key: string, read: Read): void {
  const running = requests.get(key);
  if (running) return void running.users++;
  if (settled(key)?.state === 'ready') return touch(key);
  const request: Request = { abort: new AbortController(), users: 1 };
  requests.set(key, request);
  keep(key, asking);
  count(1);
  read(request.abort.signal)
    .then(
      (answer) => settle(key, request, { state: 'ready', answer }),
      (error: unknown) => settle(key, request, { state: 'failed', problem: problemOf(error) }),
    )
    .finally(() => count(-1));
}

function settle(key: string, request: Request, entry: Entry): void {
  if (requests.get(key) !== request) return;
  requests.delete(key);
  keep(key, entry);
  tell(key);
  arrive(key);
}

function leave(key: string): void {
  const request = requests.get(key);
  if (!request || --request.users > 0) return;
  requests.delete(key);
  entries.delete(key);
  request.abort.abort();
  arrive(key);
}

function keep(key: string, entry: Entry): void {
  entries.delete(key);
  entries.set(key, entry);
  const oldest = entries.keys().next().value;
  if (entries.size > kept && oldest !== undefined && !listeners.has(oldest)) entries.delete(oldest);
}

/**
 * How long an answer waits for others that are on their way, in milliseconds: drawn frame by frame while the engine is at work, the page would take
 * more of the machine than the answers themselves. The last does not wait, nor does anything with it.
 */
const together = 60;

const arrived = new Set<string>();
let telling: ReturnType<typeof setTimeout> | undefined;

// The last of those that are on their way is told at once, with all that waited for it.
function tell(key: string): void {
  arrived.add(key);
  if (requests.size === held.size) tellAll();
  else telling ??= setTimeout(tellAll, together);
}

function tellAll(): void {
  clearTimeout(telling);
  telling = undefined;
  const keys = [...arrived];
  arrived.clear();
  for (const key of keys) listeners.get(key)?.forEach((listener) => listener());
}

function touch(key: string): void {
  const entry = entries.get(key);
  if (!entry) return;
  entries.delete(key);
  entries.set(key, entry);
}

function count(by: number): void {
  usePending.setState(({ count: before, since }) => {
    const now = before + by;
    return { count: now, since: now === 0 ? null : (since ?? performance.now()) };
  });
}
