/** Which deck a review is: one already kept for the quarter, one made again from an earlier quarter, or a fresh one. */
import type { Deck, Said, Slide, TemplateName } from '../model/deck';
import type { Quarter } from './quarter';
import { deckFrom } from './templates';

export interface DeckWish extends Quarter {
  readonly template: TemplateName;
  readonly rep: string | null;
}

/** Versions of one review that are kept. */
const mostVersions = 20;

const order = ({ year, quarter }: Quarter): number => year * 4 + quarter;

function isKin(deck: Deck, { template, rep }: DeckWish): boolean {
  return deck.template === template && deck.rep === rep;
}

/** The latest kept version of the review of that quarter; else the latest earlier one made again for it, its slides and notes kept; else a fresh one. */
export function deckFor(wish: DeckWish, kept: readonly Deck[]): Deck {
  const same = kept.findLast((deck) => isKin(deck, wish) && order(deck) === order(wish));
  if (same) return same;
  const before = earlierDeck(wish, kept);
  return before
    ? madeAgain(before, wish)
    : { ...deckFrom(wish.template, wish, wish.rep), brand: kept.at(-1)?.brand ?? null };
}

/** The latest kept deck of an earlier quarter of the same template and person. */
export function earlierDeck(wish: DeckWish, kept: readonly Deck[]): Deck | null {
  const earlier = kept.filter((deck) => isKin(deck, wish) && order(deck) < order(wish));
  return earlier.reduce<Deck | null>((last, deck) => (last === null || order(deck) >= order(last) ? deck : last), null);
}

/** The same slides for another quarter: notes kept, headlines written anew from the new figures. */
export function madeAgain(deck: Deck, quarter: Quarter): Deck {
  const fresh = deckFrom(deck.template, quarter, deck.rep);
  const slides = deck.slides.map((slide): Slide => ({ ...slide, headline: null }));
  const changed = fresh.slides.find(({ kind }) => kind === 'changed');
  const whole = changed && !slides.some(({ kind }) => kind === 'changed') ? [...slides, changed] : slides;
  return { ...fresh, madeFrom: deck.id, brand: deck.brand, slides: whole };
}

/** The kept decks with one more version; the oldest versions of the same review go when there are many. */
export function withVersion(kept: readonly Deck[], deck: Deck, said: Said): readonly Deck[] {
  const next: Deck = { ...deck, said };
  const own = kept.filter(({ id }) => id === deck.id);
  const last = own.at(-1);
  // A version that says the same of the same slides is the one already kept.
  const same =
    last?.said &&
    JSON.stringify({ ...last, said: { ...last.said, at: '' } }) ===
      JSON.stringify({ ...next, said: { ...said, at: '' } });
  if (same) return kept;
  const draft = last !== undefined && last.said === null;
  const gone = draft ? [last] : own.length >= mostVersions ? own.slice(0, own.length - mostVersions + 1) : [];
  return [...kept.filter((each) => !gone.includes(each)), next];
}

/** The kept decks with the person's latest changes of one; what it said before stays with the versions before. */
export function withDraft(kept: readonly Deck[], deck: Deck): readonly Deck[] {
  const last = kept.findLastIndex(({ id }) => id === deck.id);
  const next: Deck = { ...deck, said: null };
  if (last >= 0 && JSON.stringify({ ...kept[last], said: null }) === JSON.stringify(next)) return kept;
  const replaced = last >= 0 && kept[last]?.said === null;
  return replaced ? kept.map((each, i) => (i === last ? next : each)) : [...kept, next];
}
