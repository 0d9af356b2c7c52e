/**
 * Holds a headline against the figures of its slide: a claim passes only when an interval carries it. Rules instead of a language model,
 * because the same sentence must get the same verdict on every machine; what the rules do not know as a claim, they leave alone.
 */
import type { Claim, Found } from './claims';
import { claimsIn, clausesOf, multiples, numbersIn } from './claims';
import type { ChangeFact, Facts, Standing } from './facts';

/** Why a claim is marked; words for each are in `renderer/i18n`. */
export type FindingCode =
  | 'no_clear_change'
  | 'other_way'
  | 'thin'
  | 'sum'
  | 'nothing'
  | 'not_the_same'
  | 'changed'
  | 'not_separable'
  | 'person_last'
  | 'figure';

export interface Finding {
  readonly claim: string;
  readonly code: FindingCode;
}

/** What a headline claims without support, each claim once; empty where all of it holds. */
export function checkHeadline(text: string, facts: Facts): readonly Finding[] {
  let spoken: ChangeFact | undefined = facts.changes[0];
  const claims = clausesOf(text).flatMap((clause) => {
    spoken = measureIn(clause, facts.changes) ?? spoken;
    return claimsIn(clause).flatMap((found) => verdict(found, clause, spoken, facts) ?? []);
  });
  const unknown =
    facts.figures.length === 0 ? [] : numbersIn(text).filter(({ value, half }) => !isShown(value, half, facts));
  const all = [...claims, ...unknown.map(({ printed }) => ({ claim: printed, code: 'figure' as const }))];
  return all.filter((each, i) => all.findIndex(({ claim, code }) => claim === each.claim && code === each.code) === i);
}

function isShown(value: number, half: number, { figures }: Facts): boolean {
  if (value === 100 || value === 95) return true;
  const near = half * (1 + 1e-9);
  return figures.some((figure) => Math.abs(Math.abs(figure) - Math.abs(value)) <= near);
}

function measureIn(clause: string, changes: readonly ChangeFact[]): ChangeFact | undefined {
  const lower = clause.toLocaleLowerCase();
  return changes.find(({ measures }) => measures.some((measure) => lower.includes(measure.toLocaleLowerCase())));
}

function verdict(found: Found, clause: string, fact: ChangeFact | undefined, facts: Facts): Finding | null {
  const code = codeOf(found, clause, fact, facts);
  return code === null ? null : { claim: found.word, code };
}

function codeOf(found: Found, clause: string, fact: ChangeFact | undefined, facts: Facts): FindingCode | null {
  const { claim, denied } = found;
  if (claim === 'worst' && facts.people && !denied) return 'person_last';
  const named = namedIn(clause, facts.standings);
  if (claim === 'best' || claim === 'worst') return denied ? null : standing(named, claim === 'best', facts);
  if (named.length > 0)
    return claim === 'same' || claim === 'unclear' || denied ? null : comparison(named, claim, clause, facts);
  return change(claim, denied, fact) ?? (denied ? null : multiple(found, fact));
}

function change(claim: Claim, denied: boolean, fact: ChangeFact | undefined): FindingCode | null {
  const direction = fact?.direction ?? 'nothing';
  if (claim === 'unclear') return direction === 'up' || direction === 'down' ? 'changed' : null;
  if (claim === 'same') return direction === 'up' || direction === 'down' ? 'changed' : 'not_the_same';
  const wanted = towards(claim, fact?.less ?? false);
  if (denied) return direction === wanted ? 'other_way' : null;
  if (direction === wanted) return null;
  if (direction === 'up' || direction === 'down') return 'other_way';
  return direction === 'none' ? 'no_clear_change' : direction;
}

// Rounded as such a word is meant: 1.95 times is twice, 1.9 times is not yet.
function multiple({ word }: Found, fact: ChangeFact | undefined): FindingCode | null {
  const wanted = multiples[word.toLowerCase()];
  if (wanted === undefined) return null;
  const times = fact?.times ?? null;
  const holds = times !== null && (wanted > 1 ? times >= wanted * 0.975 : times <= wanted * 1.025);
  return holds ? null : 'figure';
}

function towards(claim: Claim, less: boolean): 'up' | 'down' {
  if (claim === 'better') return less ? 'down' : 'up';
  if (claim === 'worse') return less ? 'up' : 'down';
  return claim === 'up' ? 'up' : 'down';
}

function namedIn(clause: string, standings: readonly Standing[]): readonly Standing[] {
  const lower = clause.toLocaleLowerCase();
  const places = standings.map((each) => ({ each, at: placeOf(lower, each.name.toLocaleLowerCase()) }));
  return places
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\d]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\d]/u.test(text[at + name.length] ?? ' ')) return at;
  }
  return -1;
}

// One name against all others, or against the second where one is named.
function standing(named: readonly Standing[], best: boolean, facts: Facts): FindingCode | null {
  const [first, second] = named;
  if (!first) return facts.standings.length > 0 || facts.changes.length > 0 ? 'not_separable' : null;
  const side = best ? first.above : first.below;
  if (second) return side.includes(second.name) ? null : 'not_separable';
  return side.length === facts.standings.length - 1 && side.length > 0 ? null : 'not_separable';
}

function comparison(named: readonly Standing[], claim: Claim, clause: string, facts: Facts): FindingCode | null {
  const up = towards(claim, facts.changes[0]?.less ?? false) === 'up';
  if (
    named.length === 1 &&
    /\b(?:than|daripada|against|berbanding)\b/iu.test(clause) === false &&
    facts.changes.length > 0
  )
    return change(claim, false, facts.changes[0]);
  return standing(named, up, facts);
}
