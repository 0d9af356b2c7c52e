/** The review on screen: its deck, what it says today, and the steps of changing it. The deck itself is kept in the workspace. */
import { create } from 'zustand';
import type { ReviewMessage } from '../../electron/contract';
import type { Deck, Slide, TemplateName } from '../../electron/model/deck';
import type { Question } from '../../electron/model/question';
import type { Locale } from '../i18n';
import type { Problem } from '../engine';
import { ask, bridge, problemOf } from '../engine';

/** Which review is wanted. */
export interface DeckWish {
  readonly template: TemplateName;
  readonly year: number;
  readonly quarter: number;
  readonly rep: string | null;
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
  writing: null,
  written: null,
  problem: null,
};

export const useDeck = create<DeckStore>(() => nothing);

let telling: AbortController | null = null;
let writing: AbortController | null = null;
const longest = 100;

/** Takes up the review of a quarter, as it was kept or as it begins, and tells it. */
export async function openReview(wish: DeckWish, language: Locale): Promise<void> {
  try {
    const deck = await ask((engine) => engine.review.deck({ ...wish }));
    useDeck.setState({ ...nothing, deck, selected: deck.slides[0]?.id ?? null });
    await tell(language);
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
  }
}

/** Works out again what the deck says. */
export async function tell(language: Locale): Promise<void> {
  const { deck } = useDeck.getState();
  if (!deck) return;
  telling?.abort();
  const abort = (telling = new AbortController());
  useDeck.setState({ stale: true, problem: null });
  try {
    const told = await ask((engine, signal) => engine.review.tell({ deck, language }, { signal }), abort.signal);
    if (telling === abort) useDeck.setState({ told, stale: false });
  } catch (error) {
    if (telling === abort) useDeck.setState({ stale: false, problem: problemOf(error) });
  }
}

/** One step: the slides as they are to be; kept in the workspace and told again. */
async function step(slides: readonly Slide[], language: Locale, selected?: string): Promise<void> {
  const { deck, past } = useDeck.getState();
  if (!deck) return;
  useDeck.setState({
    deck: { ...deck, slides: [...slides] },
    past: [...past, deck].slice(-longest),
    future: [],
    ...(selected !== undefined && { selected }),
  });
  await keepAndTell(language);
}

async function keepAndTell(language: Locale): Promise<void> {
  const { deck } = useDeck.getState();
  if (!deck) return;
  try {
    await ask((engine) => engine.review.keep({ deck }));
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
export async function addToReview(wish: DeckWish, metric: string, question: Question, language: Locale): Promise<void> {
  const { deck } = useDeck.getState();
  const same = deck?.template === wish.template && deck.year === wish.year && deck.quarter === wish.quarter;
  if (!same) await openReview(wish, language);
  const slides = slidesNow();
  const id = freeId(metric, slides);
  const fresh: Slide = {
    id,
    metric,
    ...pictureOf(metric, question),
    filters: Object.fromEntries(Object.entries(question.filters).map(([name, values]) => [name, [...values]])),
    options: { ...question.options },
    headline: null,
    note: '',
    hidden: false,
  };
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
  useDeck.setState({ deck: last, past: past.slice(0, -1), future: [...future, deck] });
  return keepAndTell(language);
}

/** Makes the change that was taken back last again. */
export function redoDeck(language: Locale): Promise<void> {
  const { deck, past, future } = useDeck.getState();
  const next = future.at(-1);
  if (!deck || !next) return Promise.resolve();
  useDeck.setState({ deck: next, past: [...past, deck], future: future.slice(0, -1) });
  return keepAndTell(language);
}

/** The formats the window writes. */
export type ExportFormat = 'pptx' | 'pdf' | 'xlsx' | 'csv' | 'svg' | 'html' | 'png';

/** How a review is written. */
export interface ExportWish {
  readonly format: ExportFormat;
  readonly ratio: '16:9' | '4:3';
  /** What a PDF is printed on. */
  readonly paper: 'slide' | 'A4' | 'Letter';
}

/** Writes the review as a file that the person places. */
export async function exportReview(wish: ExportWish, language: Locale): Promise<void> {
  const { deck } = useDeck.getState();
  if (!deck) return;
  writing?.abort();
  const abort = (writing = new AbortController());
  const { format } = wish;
  const ending = format === 'csv' || format === 'svg' || format === 'png' ? `${format}.zip` : format;
  const name = `${deck.id.replace(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`;
  useDeck.setState({ writing: name, written: null, problem: null });
  try {
    const { bytes } = await ask(
      (engine, signal) => engine.review.write({ deck, language, ...wish }, { signal }),
      abort.signal,
    );
    const outcome = await (format === 'pdf' ? bridge().savePdf(name, bytes) : bridge().saveFile(name, bytes));
    if (outcome.ok) useDeck.setState({ written: outcome.value });
    else useDeck.setState({ problem: { code: outcome.code, args: outcome.args, detail: outcome.code } });
  } catch (error) {
    useDeck.setState({ problem: problemOf(error) });
  } finally {
    useDeck.setState({ writing: null });
  }
}

/** Stops the file that is being written; nothing is left of it. */
export function cancelExport(): void {
  writing?.abort();
}
