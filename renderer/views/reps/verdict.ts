/**
 * What the evidence allows to say of people side by side, as words to be said. A rate is judged on its shrunken values, and only where the engine finds
 * that people differ at all; days only where intervals do not overlap; sums are not judged.
 */
import type { Homogeneity } from '../../../electron/model/question';
import { sureText } from '../../frame/sure-text';
import type { MessageArgs, MessageKey } from '../../i18n';

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
export const sureEnough = 0.9;

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
  const separated = separate(standings, sureEnough);
  if (separated) return spoken('reps.ahead', separated, standings, names);
  return unsaid({ key: 'reps.cannotTell', args: {} }, moreNeeded(standings, names));
}

/** Verdict of a rate of segments or quarters, which no test of people judges: one is ahead only of those whose interval lies below its own. */
export function apartVerdict(standings: readonly Standing[], names: Names): RowVerdict {
  if (standings.some((standing) => standing.derived)) {
    return unsaid({ key: 'reps.derived', args: {} }, { key: 'reps.derivedNote', args: {} });
  }
  const ordered = standings.filter(known).sort((a, b) => b.value - a.value);
  const [best] = ordered;
  const behind = best ? ordered.filter((other) => other !== best && other.upper < best.lower) : [];
  if (!best || behind.length === 0) {
    return unsaid({ key: 'reps.cannotTell', args: {} }, ordered.length > 1 ? apartNeeds(ordered, names) : null);
  }
  const sure = Math.min(...behind.map((other) => probabilityAhead(best, other)));
  return spoken('reps.ahead', { first: [best.name], second: behind.map(({ name }) => name), sure }, standings, names);
}

/** Verdict of days: one takes longer than others only where no interval overlaps. */
export function daysVerdict(standings: readonly Standing[], names: Names): RowVerdict {
  const apart = standings.filter(known);
  const slowest = [...apart].sort((a, b) => b.value - a.value)[0];
  const faster = slowest ? apart.filter((other) => other !== slowest && other.upper < slowest.lower) : [];
  if (!slowest || faster.length === 0)
    return unsaid(
      { key: 'reps.cannotTell', args: {} },
      apart.length > 1 ? { key: 'reps.overlapping', args: {} } : null,
    );
  const sure = Math.min(...faster.map((other) => probabilityAhead(slowest, other)));
  return spoken(
    'reps.takesLonger',
    { first: [slowest.name], second: faster.map(({ name }) => name), sure },
    standings,
    names,
  );
}

/** Verdict of a sum: it is what it is, and says nothing about how well. */
export function sumVerdict(): RowVerdict {
  return unsaid({ key: 'reps.sums', args: {} }, { key: 'reps.sumsNote', args: {} });
}

/** How names are put together in the language on screen. */
export type Names = (names: readonly string[]) => string;

interface Known extends Standing {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

// Who may be ranked: with an interval and enough evidence.
function known(standing: Standing): standing is Known {
  return !standing.thin && standing.value !== null && standing.lower !== null && standing.upper !== null;
}

interface Separated {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly sure: number;
}

// The largest statement of one against several that holds: the one ahead of as many as possible, else the several ahead of one.
function separate(standings: readonly Standing[], least: number): Separated | null {
  const ordered = standings.filter(known).sort((a, b) => b.value - a.value);
  const [best] = ordered;
  const worst = ordered.at(-1);
  if (!best || !worst || best === worst) return null;
  const behind = ordered.filter((other) => other !== best && probabilityAhead(best, other) >= least);
  const before = ordered.filter((other) => other !== worst && probabilityAhead(other, worst) >= least);
  if (behind.length === 0 && before.length === 0) return null;
  const several = before.length > behind.length;
  const sure = several
    ? Math.min(...before.map((other) => probabilityAhead(other, worst)))
    : Math.min(...behind.map((other) => probabilityAhead(best, other)));
  return several
    ? { first: before.map(({ name }) => name), second: [worst.name], sure }
    : { first: [best.name], second: behind.map(({ name }) => name), sure };
}

/** Probability that one is ahead of another; null where one of them may not be ranked. */
export function probabilityOf(one: Standing, other: Standing): number | null {
  return known(one) && known(other) && !one.derived && !other.derived ? probabilityAhead(one, other) : null;
}

/** Probability that one is ahead of another, from their intervals taken as normal; right to about two points where n is above 30. */
export function probabilityAhead(a: Known, b: Known): number {
  const spread = (each: Known): number => (each.upper - each.lower) / (2 * 1.959964);
  const width = Math.hypot(spread(a), spread(b));
  return width > 0 ? normal((a.value - b.value) / width) : a.value > b.value ? 1 : 0.5;
}

// Abramowitz and Stegun 26.2.17, within 7.5e-8.
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

function spoken(
  key: 'reps.ahead' | 'reps.takesLonger',
  { first, second, sure }: Separated,
  standings: readonly Standing[],
  names: Names,
): RowVerdict {
  const left = standings.filter(({ name }) => !first.includes(name) && !second.includes(name));
  const detail = othersIn(left, names);
  return {
    text: { key, args: { first: names(first), second: names(second), sure: sureText(sure) } },
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

// Intervals narrow with the root of n, so the furthest two would stand apart once each has so many times its cases.
function apartNeeds(ordered: readonly Known[], names: Names): Phrase {
  const [first] = ordered;
  const last = ordered.at(-1);
  const n = Math.min(first?.n ?? 0, last?.n ?? 0);
  const gap = (first?.value ?? 0) - (last?.value ?? 0);
  if (!first || !last || n <= 0 || gap <= 0) return { key: 'reps.overlapping', args: {} };
  const widths = first.value - first.lower + (last.upper - last.value);
  const more = Math.ceil(n * ((widths / gap) ** 2 - 1));
  return { key: 'reps.more', args: { first: names([first.name]), second: names([last.name]), n: more } };
}

function moreNeeded(standings: readonly Standing[], names: Names): Phrase | null {
  const ordered = standings.filter(known).sort((a, b) => b.value - a.value);
  const [best] = ordered;
  const worst = ordered.at(-1);
  const n = Math.max(best?.more ?? 0, worst?.more ?? 0);
  if (!best || !worst || best === worst || n <= 0) return { key: 'reps.overlapping', args: {} };
  return { key: 'reps.more', args: { first: names([best.name]), second: names([worst.name]), n: Math.round(n) } };
}
