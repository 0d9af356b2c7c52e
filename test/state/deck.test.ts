import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceState } from '../../electron/contract';
import type { Deck, Slide } from '../../electron/model/deck';
import { deckFor, withDraft } from '../../electron/review/decks';
import { deckFrom } from '../../electron/review/templates';
import type { Engine } from '../../renderer/engine';
import { connectEngine, disconnectEngine } from '../../renderer/engine';
import {
  addQueryToReview,
  changeSlide,
  dropSlide,
  duplicateSlide,
  hideSlide,
  makeAgain,
  moveSlide,
  openReview,
  openVersion,
  redoDeck,
  removeSlide,
  setMask,
  undoDeck,
  useDeck,
} from '../../renderer/state/deck';
import { useQuestion } from '../../renderer/state/question';
import { useWorkspace } from '../../renderer/state/workspace';

let kept: readonly Deck[] = [];
let masks: unknown[] = [];

// An engine that keeps decks by the same rules and tells nothing.
const review = {
  deck: (wish: Parameters<typeof deckFor>[0]) => Promise.resolve(deckFor(wish, kept)),
  keep: ({ deck }: { deck: Deck }) => Promise.resolve(void (kept = withDraft(kept, deck))),
  versions: () => Promise.resolve(kept.map((deck) => ({ deck, at: null }))),
  tell: ({ language, mask }: { language: string; mask: unknown }) => {
    masks.push(mask);
    return Promise.resolve({ title: 'Review', language, slides: [], leftOut: [] });
  },
};

const second = { template: 'quarterly', year: 2026, quarter: 2, rep: null } as const;
const asked = useQuestion.getState();

beforeEach(async () => {
  kept = [];
  masks = [];
  connectEngine({ review } as unknown as Engine);
  await openReview(second, 'en');
});

afterEach(() => {
  disconnectEngine();
  useDeck.setState(useDeck.getInitialState(), true);
  useQuestion.setState(asked, true);
});

const slides = (): readonly Slide[] => useDeck.getState().deck?.slides ?? [];
const ids = (): readonly string[] => slides().map(({ id }) => id);

describe('after a restart', () => {
  const storage = new Map<string, string>();

  beforeEach(() => {
    storage.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => storage.set(key, value),
      removeItem: (key: string) => storage.delete(key),
    });
    useWorkspace.setState({ workspace: { folder: '/decks' } as WorkspaceState });
  });
  afterEach(() => {
    useWorkspace.setState(useWorkspace.getInitialState(), true);
    vi.unstubAllGlobals();
  });

  async function restart(): Promise<void> {
    useDeck.setState(useDeck.getInitialState(), true);
    await openReview(second, 'en');
  }

  it('changes of the slides are taken back and made again', async () => {
    const start = ids();
    await removeSlide('funnel', 'en');
    await moveSlide('overview', 1, 'en');
    const changed = ids();
    await restart();
    expect(ids()).toEqual(changed);
    await undoDeck('en');
    await restart();
    await undoDeck('en');
    expect(ids()).toEqual(start);
    await restart();
    await redoDeck('en');
    await redoDeck('en');
    expect(ids()).toEqual(changed);
  });

  it('nothing is taken back of a review that was changed elsewhere since', async () => {
    await removeSlide('funnel', 'en');
    kept = kept.map((deck) => ({ ...deck, slides: deck.slides.slice(1) }));
    await restart();
    expect(useDeck.getState().past).toEqual([]);
  });
});

describe('a query that is added', () => {
  it('is a slide before the closing ones, on screen, and taken back by undo', async () => {
    const before = ids();
    await addQueryToReview(second, 'select 1', 'en');
    const added = slides().find(({ kind }) => kind === 'query');
    expect(added).toMatchObject({ id: 'query', metric: '', options: { sql: 'select 1' } });
    expect(useDeck.getState().selected).toBe('query');
    expect(slides().at(-1)?.kind).not.toBe('query');
    await undoDeck('en');
    expect(ids()).toEqual(before);
  });
});

describe('a change of the review', () => {
  const start = deckFrom('quarterly', second, null).slides.map(({ id }) => id);

  it.each([
    ['moves a slide down', () => moveSlide('funnel', 1, 'en'), [start[0], start[2], start[1], ...start.slice(3)]],
    ['moves a slide up', () => moveSlide('pipeline', -1, 'en'), [start[0], start[2], start[1], ...start.slice(3)]],
    [
      'drops a slide in the place of another',
      () => dropSlide('overview', 'pipeline', 'en'),
      [start[1], start[2], start[0], ...start.slice(3)],
    ],
    ['doubles a slide', () => duplicateSlide('funnel', 'en'), [start[0], start[1], 'funnel 2', ...start.slice(2)]],
    ['removes a slide', () => removeSlide('funnel', 'en'), [start[0], ...start.slice(2)]],
  ])('%s, is kept, taken back and made again', async (_what, act, after) => {
    await act();
    expect(ids()).toEqual(after);
    expect(kept.at(-1)?.slides.map(({ id }) => id)).toEqual(after);
    await undoDeck('en');
    expect(ids()).toEqual(start);
    expect(kept.at(-1)?.slides.map(({ id }) => id)).toEqual(start);
    await redoDeck('en');
    expect(ids()).toEqual(after);
  });

  it('hides a slide and shows it again', async () => {
    await hideSlide('funnel', true, 'en');
    expect(slides()[1]?.hidden).toBe(true);
    await undoDeck('en');
    expect(slides()[1]?.hidden).toBe(false);
  });

  it('past either end is none', async () => {
    await moveSlide('overview', -1, 'en');
    await moveSlide('changed', 1, 'en');
    await dropSlide('overview', 'nowhere', 'en');
    expect([ids(), useDeck.getState().past]).toEqual([start, []]);
  });
});

describe('a review made again', () => {
  it('keeps its notes, moves the question to its quarter, and goes back with undo', async () => {
    await changeSlide('funnel', { note: 'ask Central', headline: 'Mine' }, 'en');
    await makeAgain({ year: 2026, quarter: 3 }, 'en');
    const { deck } = useDeck.getState();
    expect([deck?.quarter, deck?.madeFrom]).toEqual([3, 'quarterly 2026Q2']);
    expect([slides()[1]?.note, slides()[1]?.headline]).toEqual(['ask Central', null]);
    expect(useQuestion.getState().asked.period).toEqual({ kind: 'quarter', year: 2026, quarter: 3 });
    await undoDeck('en');
    expect([useDeck.getState().deck?.quarter, slides()[1]?.headline]).toEqual([2, 'Mine']);
    expect(useQuestion.getState().asked.period).toEqual({ kind: 'quarter', year: 2026, quarter: 2 });
  });

  it('leaves the older versions, which open again', async () => {
    await changeSlide('funnel', { note: 'first' }, 'en');
    const [version] = useDeck.getState().versions;
    await makeAgain({ year: 2026, quarter: 3 }, 'en');
    expect(useDeck.getState().versions.map(({ deck }) => deck.quarter)).toEqual([2, 3]);
    if (version) await openVersion(version, 'en');
    expect([useDeck.getState().deck?.quarter, slides()[1]?.note]).toEqual([2, 'first']);
  });
});

it('pseudonyms stay on when another review is opened', async () => {
  await setMask({ customers: true, reps: false }, 'en');
  await openReview({ ...second, template: 'board' }, 'en');
  expect(masks).toEqual([
    { customers: false, reps: false },
    { customers: true, reps: false },
    { customers: true, reps: false },
  ]);
});
