/**
 * The question on screen as one object: which view, which period, compared with what, filtered to whom, with which settings and selection.
 * It is what undo steps through and what stays between starts, so nothing a person chose lives anywhere else.
 */
import { create } from 'zustand';
import type { Period } from './period';

export const viewIds = [
  'overview',
  'funnel',
  'economics',
  'journey',
  'pipeline',
  'retention',
  'customers',
  'reps',
  'skills',
  'role-card',
  'growth',
  'seats',
  'targets',
  'recognition',
  'training',
  'coverage',
  'import',
  'people',
  'settings',
  'checks',
  'sql',
  'review',
  'measure',
] as const;

export type ViewId = (typeof viewIds)[number];

/** What a period can be compared with, in the order they are told. */
export const comparisonKinds = ['previous', 'year_before'] as const;

export type Comparison = (typeof comparisonKinds)[number];

export interface FunnelSettings {
  readonly breakdown: string;
  /** Rung of the selected step. */
  readonly step: string;
  readonly side: 'reached' | 'lost';
  /** Shows the chosen period even when it is too young to judge. */
  readonly young: boolean;
}

/** What can stand side by side. */
export const comparedUnits = ['rep', 'team', 'segment', 'period'] as const;

export type ComparedUnit = (typeof comparedUnits)[number];

export interface RepsSettings {
  readonly unit: ComparedUnit;
  /** Shown ones in the manager's own order; empty means the first four of the alphabet. */
  readonly chosen: readonly string[];
  readonly shown: 'adjusted' | 'crude';
}

export interface Asked {
  readonly view: ViewId;
  /** Null is the fiscal quarter of the as-of. */
  readonly period: Period | null;
  readonly comparisons: readonly Comparison[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly funnel: FunnelSettings;
  readonly reps: RepsSettings;
  /** What was chosen in a view, by name; see `choices.ts`. */
  readonly choices: Readonly<Record<string, string>>;
}

/** What a step did, told so that it can be named in any language. */
export type StepName =
  | { readonly kind: 'view'; readonly view: ViewId }
  | { readonly kind: 'period' }
  | { readonly kind: 'comparison' }
  | { readonly kind: 'filter'; readonly dimension: string; readonly values: readonly string[] }
  | { readonly kind: 'selection' }
  | { readonly kind: 'setting' }
  | { readonly kind: 'entry'; readonly table: string }
  | { readonly kind: 'saved'; readonly act: SavedAct; readonly name: string };

/** What was done with a saved view. */
export type SavedAct = 'open' | 'save' | 'rename' | 'remove';

/** A change of the workspace itself that a step made: what was changed, and its values before and after as plain data. */
export interface Edit {
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Step {
  readonly name: StepName;
  readonly asked: Asked;
  readonly edit?: Edit;
}

/** The question with the steps that led to it and those undone; the last of each is the next to undo or redo. */
export interface History {
  readonly past: readonly Step[];
  readonly asked: Asked;
  readonly future: readonly Step[];
}

export const firstQuestion: Asked = {
  view: 'overview',
  period: null,
  comparisons: ['previous'],
  filters: {},
  funnel: { breakdown: 'source', step: 'won', side: 'reached', young: false },
  reps: { unit: 'rep', chosen: [], shown: 'adjusted' },
  choices: {},
};

const longest = 200;

/** History after one more step; selections in a row count as one, and a step that changes nothing is none. */
export function stepped(history: History, name: StepName, asked: Asked): History {
  if (JSON.stringify(asked) === JSON.stringify(history.asked)) return history;
  const last = history.past.at(-1);
  const goesOn = name.kind === 'selection' && last?.name.kind === 'selection' && history.future.length === 0;
  const past = goesOn ? history.past : [...history.past, { name, asked: history.asked }].slice(-longest);
  return { past, asked, future: [] };
}

/** History one step back; the same when there is none. */
export function undone(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  const future = [...history.future, { ...last, asked: history.asked }];
  return { past: history.past.slice(0, -1), asked: last.asked, future };
}

/** History one undone step forward; the same when there is none. */
export function redone(history: History): History {
  const next = history.future.at(-1);
  if (!next) return history;
  const past = [...history.past, { ...next, asked: history.asked }];
  return { past, asked: next.asked, future: history.future.slice(0, -1) };
}

export const useQuestion = create<History>(() => ({ past: [], asked: firstQuestion, future: [] }));

let keptFor: string | null = null;

/** Changes parts of the question as one step. */
export function change(name: StepName, part: Partial<Asked>): void {
  put(stepped(current(), name, { ...current().asked, ...part }));
}

export function showView(view: ViewId): void {
  change({ kind: 'view', view }, { view });
}

/** Keeps only these values of a dimension; none removes the filter. */
export function filterTo(dimension: string, values: readonly string[]): void {
  change({ kind: 'filter', dimension, values }, { filters: filtersWith(dimension, values) });
}

/** The filters with these values of a dimension, without it where there are none. */
export function filtersWith(dimension: string, values: readonly string[]): Asked['filters'] {
  const others = Object.entries(current().asked.filters).filter(([name]) => name !== dimension);
  return Object.fromEntries(values.length > 0 ? [...others, [dimension, values] as const] : others);
}

/** Takes every filter away as one step. */
export function clearFilters(): void {
  change({ kind: 'filter', dimension: '', values: [] }, { filters: {} });
}

export function setFunnel(part: Partial<FunnelSettings>, kind: 'selection' | 'setting' = 'setting'): void {
  change({ kind }, { funnel: { ...current().asked.funnel, ...part } });
}

export function setReps(part: Partial<RepsSettings>): void {
  change({ kind: 'setting' }, { reps: { ...current().asked.reps, ...part } });
}

/** Puts one choice of a view; a selection does not fill the list of steps as a setting does. */
export function choose(name: string, value: string, kind: 'selection' | 'setting' = 'setting'): void {
  change({ kind }, { choices: { ...current().asked.choices, [name]: value } });
}

export function undo(): void {
  const edit = current().past.at(-1)?.edit;
  put(undone(current()));
  if (edit) appliers.get(edit.what)?.(edit.before);
}

export function redo(): void {
  const edit = current().future.at(-1)?.edit;
  put(redone(current()));
  if (edit) appliers.get(edit.what)?.(edit.after);
}

const appliers = new Map<string, (value: unknown) => void>();

/** Says how edits of one sort are put back: with the value before at undo, after at redo. */
export function onEdit(what: string, apply: (value: unknown) => void): void {
  appliers.set(what, apply);
}

/** Notes an edit of the workspace that was just made as one step. */
export function edited(name: StepName, edit: Edit): void {
  const { past, asked } = current();
  put({ past: [...past, { name, asked, edit }].slice(-longest), asked, future: [] });
}

/** Takes up the question last asked of this workspace, or the first question. */
export function openQuestionOf(folder: string): void {
  keepNow();
  keptFor = folder;
  useQuestion.setState(read(folder) ?? { past: [], asked: firstQuestion, future: [] });
}

function current(): History {
  return useQuestion.getState();
}

function put(history: History): void {
  useQuestion.setState(history);
  keeping ??= setTimeout(keepNow, restful);
}

/** How long after a step the question is written, in milliseconds: what the step asks for comes first. */
const restful = 250;

let keeping: ReturnType<typeof setTimeout> | undefined;

/** Writes the question of the open workspace where the next start finds it. */
export function keepNow(): void {
  if (keeping === undefined) return;
  clearTimeout(keeping);
  keeping = undefined;
  if (keptFor !== null) keep(keptFor, current());
}

// Edits may be large; where they outgrow the place, the oldest steps go first.
function keep(folder: string, history: History): void {
  for (let { past } = history; ; past = past.slice(Math.ceil(past.length / 2))) {
    try {
      return localStorage.setItem(placeOf(folder), JSON.stringify({ form: 1, history: { ...history, past } }));
    } catch {
      if (past.length === 0) return;
    }
  }
}

function placeOf(folder: string): string {
  return `quarterdeck.question:${folder}`;
}

function read(folder: string): History | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(folder)) ?? 'null');
    if (!isKept(kept)) return null;
    const { past, asked, future } = kept.history;
    return { past: past.map(completeStep), asked: complete(asked), future: future.map(completeStep) };
  } catch {
    return null;
  }
}

function isKept(kept: unknown): kept is { history: History } {
  if (typeof kept !== 'object' || kept === null || !('form' in kept) || kept.form !== 1 || !('history' in kept))
    return false;
  const { history } = kept;
  return (
    typeof history === 'object' && history !== null && 'past' in history && 'asked' in history && 'future' in history
  );
}

/** A question as a saved view keeps it. */
export function textOfAsked(asked: Asked): string {
  return JSON.stringify({ form: 1, asked });
}

/** The question a saved view keeps; null where this version cannot read it. */
export function askedOf(text: string): Asked | null {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null || !('form' in kept) || kept.form !== 1 || !('asked' in kept))
      return null;
    const asked = complete(kept.asked as Asked);
    return viewIds.includes(asked.view) ? asked : null;
  } catch {
    return null;
  }
}

// A question kept by an earlier version may lack what was added since.
function complete(asked: Asked): Asked {
  return {
    ...firstQuestion,
    ...asked,
    funnel: { ...firstQuestion.funnel, ...asked.funnel },
    reps: { ...firstQuestion.reps, ...asked.reps },
    choices: { ...firstQuestion.choices, ...asked.choices },
  };
}

function completeStep(step: Step): Step {
  return { ...step, asked: complete(step.asked) };
}
