/**
 * What the evidence allows to say of people side by side, as words to be said. A rate is judged on its shrunken values, and only where the engine finds
 * that people differ at all; days, and rates of segments and quarters, by the interval of the difference, and only where the spread is more than chance;
 * sums are not judged.
 */
import type { Homogeneity } from '../../../electron/model/question';
import { sureText } from '../../frame/sure-text';
import type { MessageArgs, MessageKey } from '../../i18n';
import type { Known } from './apart';
import { chanceOfSpread, known, moreEach, probabilityAhead, sureAbove } from './apart';

/** One person's figure in a row. */
export interface Standing {
  readonly name: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Cases behind the figure; null where not known. */
  readonly n?: number | null;
  /** How many more units it would take to tell this person from the peers; null where not known. */
  readonly more: number | null;
  /** Worked out from what replaces missing data; never judged. */
  readonly derived: boolean;
  /** Below the evidence rule: shown, never ranked. */
  readonly thin: boolean;
}

export interface Phrase {
  readonly key: MessageKey;
  readonly args: MessageArgs;
}

export interface RowVerdict {
  readonly text: Phrase;
  readonly detail: Phrase | null;
  /** False where nothing can be said. */
  readonly said: boolean;
  /** Who is ahead of whom; for the headline. */
  readonly ahead: { readonly first: readonly string[]; readonly second: readonly string[] } | null;
}

/** Least probability that one is ahead of another for saying so. */
const sureEnough = 0.9;

/** Verdict of a rate by its shrunken values and the engine's test whether people differ. */
export function rateVerdict(
  standings: readonly Standing[],
  homogeneity: Homogeneity | undefined,
  unit: 'rep' | 'team',
  names: Names,
): RowVerdict {
  if (standings.some((standing) => standing.derived)) {
    return unsaid({ key: 'reps.derived', args: {} }, { key: 'reps.derivedNote', args: {} });
  }
  if (!homogeneity || homogeneity.verdict === 'too_few') {
    return unsaid({ key: 'reps.cannotTell', args: {} }, { key: 'reps.tooFewNote', args: {} });
  }
  if (homogeneity.verdict === 'no_difference') {
    const p = homogeneity.p === null ? '–' : homogeneity.p.toFixed(2);
    const key = unit === 'rep' ? 'reps.noDifference' : 'reps.noDifferenceTeams';
    return {
      text: { key, args: {} },
      detail: { key: 'reps.noDifferenceNote', args: { p: `p ${p}` } },
      said: true,
      ahead: null,
    };
  }
  const separated = separate(standings.filter(known), surelyAhead);
  if (separated) return spoken('reps.ahead', separated, standings, names);
  return unsaid({ key: 'reps.cannotTell', args: {} }, moreNeeded(standings, names));
}

/** Verdict of a rate of segments or quarters, which no test of people judges: by the differences themselves. */
export function apartVerdict(standings: readonly Standing[], names: Names): RowVerdict {
  if (standings.some((standing) => standing.derived)) {
    return unsaid({ key: 'reps.derived', args: {} }, { key: 'reps.derivedNote', args: {} });
  }
  return verdictByDifference('reps.ahead', standings, names);
}

/** Verdict of days: by the differences themselves. */
export function daysVerdict(standings: readonly Standing[], names: Names): RowVerdict {
  return verdictByDifference('reps.takesLonger', standings, names);
}

function verdictByDifference(key: SpokenKey, standings: readonly Standing[], names: Names): RowVerdict {
  const figures = standings.filter(known);
  const differ = differAtAll(standings);
  const separated = differ ? separate(figures, sureAbove) : null;
  if (separated) return spoken(key, separated, standings, names);
  return unsaid({ key: 'reps.cannotTell', args: {} }, figures.length > 1 ? needed(figures, names) : null);
}

/** True where figures spread more than chance alone would let them; two are judged by their difference alone. */
export function differAtAll(standings: readonly Standing[]): boolean {
  const figures = standings.filter(known);
  return figures.length === 2 || chanceOfSpread(figures) < chance;
}

/** Greatest probability of chance at which figures are said to differ. */
const chance = 0.05;

/** Verdict of a sum: it is what it is, and says nothing about how well. */
export function sumVerdict(): RowVerdict {
  return unsaid({ key: 'reps.sums', args: {} }, { key: 'reps.sumsNote', args: {} });
}

/** How names are put together in the language on screen. */
export type Names = (names: readonly string[]) => string;

interface Separated {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly sure: number;
}

/** How sure one is ahead of another; null where that may not be said. */
export type Sure = (one: Known, other: Known) => number | null;

/** Sure enough by shrunken values taken as normal. */
export const surelyAhead: Sure = (one, other) => {
  const ahead = probabilityAhead(one, other);
  return ahead >= sureEnough ? ahead : null;
};

// The largest statement of one against several that holds: the one ahead of as many as possible, else the several ahead of one.
function separate(figures: readonly Known[], sureOf: Sure): Separated | null {
  const ordered = [...figures].sort((a, b) => b.value - a.value);
  const [best] = ordered;
  const worst = ordered.at(-1);
  if (!best || !worst || best === worst) return null;
  const told = (one: Known, other: Known, named: Known) => {
    const sure = sureOf(one, other);
    return sure === null ? [] : [{ name: named.name, sure }];
  };
  const behind = ordered.slice(1).flatMap((other) => told(best, other, other));
  const before = ordered.slice(0, -1).flatMap((other) => told(other, worst, other));
  const most = before.length > behind.length ? before : behind;
  if (most.length === 0) return null;
  const sure = Math.min(...most.map((each) => each.sure));
  const several = most.map(({ name }) => name);
  return most === before
    ? { first: several, second: [worst.name], sure }
    : { first: [best.name], second: several, sure };
}

type SpokenKey = 'reps.ahead' | 'reps.takesLonger';

function spoken(
  key: SpokenKey,
  { first, second, sure }: Separated,
  standings: readonly Standing[],
  names: Names,
): RowVerdict {
  const left = standings.filter(({ name }) => !first.includes(name) && !second.includes(name));
  const detail = othersIn(left, names);
  return {
    text: { key, args: { first: names(first), second: names(second), sure: sureText(sure), n: first.length } },
    detail,
    said: true,
    ahead: { first, second },
  };
}

// Who has a figure and is not told apart; where there are none such, who has no figure.
function othersIn(left: readonly Standing[], names: Names): Phrase | null {
  const figured = left.filter(({ value }) => value !== null).map(({ name }) => name);
  if (figured.length > 0) {
    const key = figured.length === 1 ? 'reps.othersOne' : 'reps.others';
    return { key, args: { names: names(figured), name: figured[0] ?? '' } };
  }
  if (left.length === 0) return null;
  return { key: 'reps.withoutFigure', args: { names: names(left.map(({ name }) => name)) } };
}

function unsaid(text: Phrase, detail: Phrase | null): RowVerdict {
  return { text, detail, said: false, ahead: null };
}

/** Beyond so many times the cases there are, no number is told: it would mean nothing. */
const mostTimes = 25;

// What would tell the furthest two apart; where they are and only chance is against it, that.
function needed(figures: readonly Known[], names: Names): Phrase {
  const ordered = [...figures].sort((a, b) => b.value - a.value);
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return { key: 'reps.overlapping', args: {} };
  if (sureAbove(first, last) !== null) {
    return { key: 'reps.noDifferenceNote', args: { p: `p ${chanceOfSpread(figures).toFixed(2)}` } };
  }
  const more = moreEach(first, last);
  const most = mostTimes * Math.max(first.n ?? 0, last.n ?? 0);
  if (more === null || more > most) return { key: 'reps.overlapping', args: {} };
  return { key: 'reps.moreEach', args: { first: names([first.name]), second: names([last.name]), n: more } };
}

function moreNeeded(standings: readonly Standing[], names: Names): Phrase | null {
  const ordered = standings.filter(known).sort((a, b) => b.value - a.value);
  const [best] = ordered;
  const worst = ordered.at(-1);
  const n = Math.max(best?.more ?? 0, worst?.more ?? 0);
  if (!best || !worst || best === worst || n <= 0) return { key: 'reps.overlapping', args: {} };
  return { key: 'reps.more', args: { first: names([best.name]), second: names([worst.name]), n: Math.round(n) } };
}
