/** The review on screen: its deck, what it says today, and the steps of changing it. The deck itself is kept in the workspace. */
import { create } from 'zustand';
import type { DeckVersion, ReviewMessage } from '../../electron/contract';
import type { Brand, CheckedBrand, Deck, Slide, TemplateName } from '../../electron/model/deck';
import type { Question } from '../../electron/model/question';
import type { Locale } from '../i18n';
import type { Problem } from '../engine';
import { ask, problemOf } from '../engine';
import { keepSteps, stepsOf } from './deck-steps';
import { change } from './question';

/** Which review is wanted. */
export interface DeckWish {
  readonly template: TemplateName;
  readonly year: number;
  readonly quarter: number;
  readonly rep: string | null;
}

/** Whose names are replaced by pseudonyms. */
export interface MaskWish {
  readonly customers: boolean;
  readonly reps: boolean;
}

interface DeckStore {
  readonly deck: Deck | null;
  readonly told: ReviewMessage | null;
  /** True while what the deck says is being worked out again. */
  readonly stale: boolean;
  /** Id of the slide on screen. */
  readonly selected: string | null;
  readonly past: readonly Deck[];
  readonly future: readonly Deck[];
  /** Kept versions of the reviews of this template, oldest first. */
  readonly versions: readonly DeckVersion[];
  /** Whose names are not told, on screen and in every file. */
  readonly mask: MaskWish;
  /** Colours of the brand that were made darker to be read on white. */
  readonly darkened: CheckedBrand['darkened'];
  /** Name of the file being written; null when none is. */
  readonly writing: string | null;
  readonly written: string | null;
  readonly problem: Problem | null;
}

const nothing: DeckStore = {
  deck: null,
  told: null,
  stale: false,
  selected: null,
  past: [],
  future: [],
  versions: [],
  mask: { customers: false, reps: false },
  darkened: [],
  writing: null,
  written: null,
  problem: null,
};

export const useDeck = create<DeckStore>(() => nothing);

let telling: AbortController | null = null;
const longest = 100;

/** Takes up the review of a quarter, as it was kept or as it begins, and tells it. */
export async function openReview(wish: DeckWish, language: Locale): Promise<void> {
  try {
    const deck = await ask((engine) => engine.review.deck({ ...wish }));
    const { mask } = useDeck.getState();
    useDeck.setState({ ...nothing, ...stepsOf(deck), mask, deck, selected: deck.slides[0]?.id ?? null });
    await Promise.all([tell(language), listVersions()]);
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
  }
}

/** Makes the review again for another quarter, its slides and notes kept, as one step that can be taken back. */
export async function makeAgain(quarter: Pick<DeckWish, 'year' | 'quarter'>, language: Locale): Promise<void> {
  const { deck } = useDeck.getState();
  if (!deck) return;
  const { template, rep } = deck;
  const { year, quarter: number } = quarter;
  try {
    const next = await ask((engine) => engine.review.deck({ template, rep, year, quarter: number }));
    await stepTo(next, language);
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
  }
}

/** Takes up an older version of the review, as one step that can be taken back. */
export function openVersion({ deck }: DeckVersion, language: Locale): Promise<void> {
  return stepTo(deck, language);
}

/** Fetches the kept versions anew. */
export async function listVersions(): Promise<void> {
  const { deck } = useDeck.getState();
  if (!deck) return;
  const { template, rep } = deck;
  const versions = await ask((engine) => engine.review.versions({ template, rep }));
  if (useDeck.getState().deck?.template === template) useDeck.setState({ versions });
}

// A review that opens begins with the first slide that is shown, not with one that is left out.
function selectedIn({ slides }: ReviewMessage): string | null {
  const { told, selected } = useDeck.getState();
  if (told !== null || slides.some(({ id }) => id === selected)) return selected;
  return slides[0]?.id ?? selected;
}

/** Works out again what the deck says. */
export async function tell(language: Locale): Promise<void> {
  const { deck, mask } = useDeck.getState();
  if (!deck) return;
  telling?.abort();
  const abort = (telling = new AbortController());
  useDeck.setState({ stale: true, problem: null });
  try {
    const told = await ask((engine, signal) => engine.review.tell({ deck, language, mask }, { signal }), abort.signal);
    if (telling === abort) useDeck.setState({ told, stale: false, selected: selectedIn(told) });
  } catch (error) {
    if (telling === abort) useDeck.setState({ stale: false, problem: problemOf(error) });
  }
}

/** Shows and writes pseudonyms in place of these names from now on. */
export function setMask(mask: MaskWish, language: Locale): Promise<void> {
  useDeck.setState({ mask });
  return tell(language);
}

/** Gives the review this look, with what a logo or a template of the company says put in; one step. */
export async function setBrand(brand: Brand, file: File | null, language: Locale): Promise<boolean> {
  const { deck } = useDeck.getState();
  if (!deck) return false;
  try {
    const given = file === null ? null : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    const checked = await ask((engine) => engine.review.brand({ brand, file: given }));
    useDeck.setState({ darkened: checked.darkened });
    await stepTo({ ...deck, brand: checked.brand }, language);
    return true;
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
    return false;
  }
}

/** One step: the slides as they are to be; kept in the workspace and told again. */
async function step(slides: readonly Slide[], language: Locale, selected?: string): Promise<void> {
  const { deck } = useDeck.getState();
  if (deck) await stepTo({ ...deck, slides: [...slides] }, language, selected);
}

async function stepTo(next: Deck, language: Locale, selected?: string): Promise<void> {
  const { deck, past } = useDeck.getState();
  if (!deck) return;
  useDeck.setState({ past: [...past, deck].slice(-longest), future: [] });
  await show(next, language, selected);
}

// The question on screen is about the quarter of the deck, whichever of them moved.
async function show(deck: Deck, language: Locale, selected?: string): Promise<void> {
  const before = useDeck.getState();
  const wanted = selected ?? before.selected ?? '';
  const found = deck.slides.some(({ id }) => id === wanted) ? wanted : (deck.slides[0]?.id ?? null);
  useDeck.setState({ deck, selected: found });
  if (before.deck && (before.deck.year !== deck.year || before.deck.quarter !== deck.quarter))
    change({ kind: 'period' }, { period: { kind: 'quarter', year: deck.year, quarter: deck.quarter } });
  await keepAndTell(language);
}

async function keepAndTell(language: Locale): Promise<void> {
  const { deck, past, future } = useDeck.getState();
  if (!deck) return;
  keepSteps(deck, { past, future });
  try {
    await ask((engine) => engine.review.keep({ deck }));
    await listVersions();
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
  }
  await tell(language);
}

function slidesNow(): readonly Slide[] {
  return useDeck.getState().deck?.slides ?? [];
}

export function selectSlide(selected: string): void {
  useDeck.setState({ selected });
}

/** Moves a slide so many places up or down. */
export function moveSlide(id: string, by: number, language: Locale): Promise<void> {
  const slides = [...slidesNow()];
  const from = slides.findIndex((slide) => slide.id === id);
  const [moved] = from < 0 ? [] : slides.splice(from, 1);
  const to = from + by;
  if (!moved || to < 0 || to > slides.length) return Promise.resolve();
  slides.splice(to, 0, moved);
  return step(slides, language);
}

/** Puts a slide in the place of another. */
export function dropSlide(id: string, onto: string, language: Locale): Promise<void> {
  const slides = slidesNow();
  const [from, to] = [slides.findIndex((slide) => slide.id === id), slides.findIndex((slide) => slide.id === onto)];
  return from < 0 || to < 0 || from === to ? Promise.resolve() : moveSlide(id, to - from, language);
}

export function hideSlide(id: string, hidden: boolean, language: Locale): Promise<void> {
  return changeSlide(id, { hidden }, language);
}

/** Changes what a person may write on a slide, or whether it is shown. */
export function changeSlide(
  id: string,
  part: Partial<Pick<Slide, 'headline' | 'note' | 'hidden'>>,
  language: Locale,
): Promise<void> {
  const slides = slidesNow();
  const next = slides.map((slide) => (slide.id === id ? { ...slide, ...part } : slide));
  return JSON.stringify(next) === JSON.stringify(slides) ? Promise.resolve() : step(next, language);
}

/** A second one after the slide. */
export function duplicateSlide(id: string, language: Locale): Promise<void> {
  const slides = slidesNow();
  const copy = freeId(id, slides);
  return step(
    slides.flatMap((slide) => (slide.id === id ? [slide, { ...slide, id: copy }] : [slide])),
    language,
    copy,
  );
}

export function removeSlide(id: string, language: Locale): Promise<void> {
  const slides = slidesNow();
  const at = slides.findIndex((slide) => slide.id === id);
  const beside = slides[at + 1] ?? slides[at - 1];
  return step(
    slides.filter((slide) => slide.id !== id),
    language,
    beside?.id ?? '',
  );
}

function freeId(wanted: string, slides: readonly Slide[]): string {
  const taken = new Set(slides.map(({ id }) => id));
  let id = wanted;
  for (let i = 2; taken.has(id); i++) id = `${wanted.replace(/ \d+$/, '')} ${i}`;
  return id;
}

/** Adds what a view shows to the review of that quarter; before the closing slides. */
export function addToReview(wish: DeckWish, metric: string, question: Question, language: Locale): Promise<void> {
  const filters = Object.fromEntries(Object.entries(question.filters).map(([name, values]) => [name, [...values]]));
  const slide = { metric, ...pictureOf(metric, question), filters, options: { ...question.options } };
  return addSlide(wish, slide, metric, language);
}

/** Adds what a query of one's own gives to that review, as a slide that runs it anew. */
export function addQueryToReview(wish: DeckWish, sql: string, language: Locale): Promise<void> {
  const slide: Drawn = { metric: '', kind: 'query', over: { kind: 'history' }, by: [], filters: {}, options: { sql } };
  return addSlide(wish, slide, 'query', language);
}

/** What a slide draws; the rest of it the person writes. */
type Drawn = Pick<Slide, 'metric' | 'kind' | 'over' | 'by' | 'filters' | 'options'>;

async function addSlide(wish: DeckWish, drawn: Drawn, wantedId: string, language: Locale): Promise<void> {
  const { deck } = useDeck.getState();
  const same = deck?.template === wish.template && deck.year === wish.year && deck.quarter === wish.quarter;
  if (!same) await openReview(wish, language);
  const slides = slidesNow();
  const id = freeId(wantedId, slides);
  const fresh: Slide = { id, ...drawn, headline: null, note: '', hidden: false };
  const closing = slides.findIndex(({ kind }) => kind === 'words' || kind === 'changed');
  const at = closing < 0 ? slides.length : closing;
  await step([...slides.slice(0, at), fresh, ...slides.slice(at)], language, id);
}

const kinds: Readonly<Record<string, Slide['kind']>> = {
  'cohort-retention': 'heat',
  'customer-survival': 'curve',
  'pipeline-waterfall': 'waterfall',
  'stage-conversion': 'steps',
  'loss-profile': 'shares',
  'skill-gap': 'matrix',
  recognition: 'praise',
  'silent-churn': 'list',
};

// Time runs along eight quarters that end with the deck's; groups are asked about the deck's quarter.
function pictureOf(metric: string, { by }: Question): Pick<Slide, 'kind' | 'over' | 'by'> {
  const known = kinds[metric];
  if (known)
    return {
      kind: known,
      over:
        known === 'curve' || known === 'list'
          ? { kind: 'history' }
          : { kind: 'quarters', count: known === 'heat' ? 8 : 1, back: 0 },
      by: [],
    };
  const [first] = by;
  const inTime = first === undefined || first === 'quarter' || first === 'month' || first === 'week';
  return inTime
    ? { kind: 'periods', over: { kind: 'quarters', count: 8, back: 0 }, by: ['quarter'] }
    : { kind: 'groups', over: { kind: 'quarters', count: 1, back: 0 }, by: [first] };
}

/** Takes back the last change of the deck. */
export function undoDeck(language: Locale): Promise<void> {
  const { deck, past, future } = useDeck.getState();
  const last = past.at(-1);
  if (!deck || !last) return Promise.resolve();
  useDeck.setState({ past: past.slice(0, -1), future: [...future, deck] });
  return show(last, language);
}

/** Makes the change that was taken back last again. */
export function redoDeck(language: Locale): Promise<void> {
  const { deck, past, future } = useDeck.getState();
  const next = future.at(-1);
  if (!deck || !next) return Promise.resolve();
  useDeck.setState({ past: [...past, deck], future: future.slice(0, -1) });
  return show(next, language);
}
