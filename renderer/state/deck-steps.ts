/** The steps of changing a review, kept where the next start finds them, so that undo goes on after one. Of the review last changed in each workspace. */
import type { Deck } from '../../electron/model/deck';
import { useWorkspace } from './workspace';

/** Decks before and after the one on screen; the last of each is the next to undo or redo. */
export interface DeckSteps {
  readonly past: readonly Deck[];
  readonly future: readonly Deck[];
}

const none: DeckSteps = { past: [], future: [] };

/** Steps that are kept: decks are larger than questions. */
const longest = 30;

/** Keeps the steps that led to this deck. */
export function keepSteps(deck: Deck, { past, future }: DeckSteps): void {
  const place = placeNow();
  if (place === null) return;
  const kept = {
    form: 1,
    shown: shownIn(deck),
    past: past.slice(-longest).map(bare),
    future: future.slice(-longest).map(bare),
  };
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // No room: undo then begins anew after a restart.
    localStorage.removeItem(place);
  }
}

/** The steps that led to this deck; none where it was changed elsewhere since, or others were kept. */
export function stepsOf(deck: Deck): DeckSteps {
  const place = placeNow();
  try {
    const kept: unknown = JSON.parse((place && localStorage.getItem(place)) ?? 'null');
    return isKept(kept) && kept.shown === shownIn(deck) ? { past: kept.past, future: kept.future } : none;
  } catch {
    return none;
  }
}

// What a person sees and changes of a deck; what it said last is the workspace's own.
function shownIn({ template, year, quarter, rep, slides, brand }: Deck): string {
  return JSON.stringify([template, year, quarter, rep, slides, brand]);
}

function bare(deck: Deck): Deck {
  return { ...deck, said: null };
}

function placeNow(): string | null {
  const folder = useWorkspace.getState().workspace?.folder ?? null;
  return folder === null ? null : `quarterdeck.deck:${folder}`;
}

function isKept(kept: unknown): kept is DeckSteps & { readonly shown: string } {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'form' in kept &&
    kept.form === 1 &&
    'shown' in kept &&
    'past' in kept &&
    'future' in kept &&
    Array.isArray(kept.past) &&
    Array.isArray(kept.future)
  );
}
