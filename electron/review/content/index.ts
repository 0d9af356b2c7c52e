/** From a deck to what its slides say. Every figure comes from a metric's answer; nothing is worked out here that a metric could say. */
import { againstSlide } from './against';
import type { Deck, SaidSlide, Slide, SlideKind } from '../../model/deck';
import type { Question } from '../../model/question';
import { UserError } from '../../model/errors';
import { checkHeadline } from '../headline/check';
import { quarterDays } from '../quarter';
import { plusDays } from '../quarter';
import { changedSlide } from './changed';
import type { LeftOut, ReviewContent, SlideContent } from './content';
import type { Context, Made, Missing } from './context';
import { quarterName, titleOf } from './context';
import { curveSlide, pictureSlide, waterfallSlide } from './flows';
import { beginNext, nextSlide, tellLeftOut } from './next';
import { overviewSlide } from './overview';
import { groupsSlide, periodsSlide } from './rates';
import { sharesSlide, stepsSlide } from './shares';
import { querySlide } from './query';
import { figuresSaid, saidSlide } from './said';
import { matrixSlide, praiseSlide } from './people';
import { heatSlide, listSlide } from './tables';
import { footerOf, speechOf } from './footer';
import { twinOf } from './twin';

type Builder = (slide: Slide, context: Context) => Promise<Made | Missing>;

const builders: Readonly<Record<SlideKind, Builder>> = {
  overview: overviewSlide,
  periods: periodsSlide,
  groups: groupsSlide,
  shares: sharesSlide,
  steps: stepsSlide,
  waterfall: waterfallSlide,
  heat: heatSlide,
  curve: curveSlide,
  list: listSlide,
  matrix: matrixSlide,
  praise: praiseSlide,
  against: againstSlide,
  words: nextSlide,
  changed: changedSlide,
  picture: pictureSlide,
  query: querySlide,
};

/** What a deck says, and the record of it to keep. */
export interface Told {
  readonly content: ReviewContent;
  readonly said: readonly SaidSlide[];
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Makes every slide that is not hidden. Slides whose metric has nothing to say are left out and named. Throws `nothing_to_show`, and `review_cancelled` when the signal is aborted. */
export async function tellReview(
  context: Context,
  onProgress: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): Promise<Told> {
  const wanted = context.deck.slides.filter(({ hidden }) => !hidden);
  const all = await makeSlides(wanted, context, onProgress, signal);
  const slides: SlideContent[] = [];
  const leftOut: LeftOut[] = [];
  const said: SaidSlide[] = [];
  for (const { slide, made } of all) {
    if ('missing' in made) leftOut.push({ id: slide.id, title: slideTitle(slide, context), reason: made.missing });
    else {
      slides.push(contentOf(slide, made, slides.length + 1, context));
      said.push(...saidOf(slide, made));
    }
  }
  if (slides.every(({ kind }) => kind === 'words'))
    throw new UserError('nothing_to_show', { quarter: quarterName(context) });
  return { said, content: reviewOf(slides, leftOut, context) };
}

interface MadeSlide {
  readonly slide: Slide;
  readonly made: Made | Missing;
}

/** Slides made at a time: the database has so many lanes that read. */
const atATime = 2;

// In the order of the deck, whichever is done first.
async function makeSlides(
  wanted: readonly Slide[],
  context: Context,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal | undefined,
): Promise<readonly MadeSlide[]> {
  const out: MadeSlide[] = [];
  const left = [...wanted.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      if (signal?.aborted) throw new UserError('review_cancelled');
      const [i, slide] = next;
      out[i] = { slide, made: await makeSlide(slide, context) };
      onProgress({ done: ++done, total: wanted.length });
    }
  };
  onProgress({ done, total: wanted.length });
  try {
    await Promise.all(Array.from({ length: atATime }, work));
  } finally {
    left.length = 0;
  }
  return out;
}

async function makeSlide(slide: Slide, context: Context): Promise<Made | Missing> {
  const { words, frame } = context;
  if (slide.metric !== '' && !frame.metrics.has(slide.metric)) return { missing: words.t('review.noMetric') };
  return builders[slide.kind](slide, context);
}

function slideTitle({ kind, metric }: Pick<Slide, 'kind' | 'metric'>, { words }: Pick<Context, 'words'>): string {
  if (kind === 'overview') return words.t('review.name.overview');
  if (kind === 'words') return words.t('review.name.words');
  if (kind === 'changed') return words.t('review.name.changed');
  if (kind === 'query') return words.t('review.name.query');
  return titleOf(metric, words);
}

function contentOf(slide: Slide, made: Made, number: number, context: Context): SlideContent {
  const { words } = context;
  const headline = slide.headline ?? made.headline;
  const own =
    slide.note.trim() === ''
      ? []
      : [
          {
            head: words.t('review.note'),
            lines: slide.note
              .split('\n')
              .map((text) => text.trim())
              .filter(Boolean),
          },
        ];
  return {
    id: slide.id,
    kind: slide.kind,
    number,
    headline,
    supported: made.headline,
    findings: checkHeadline(headline, made.facts),
    shown: made.shown,
    picture: made.picture,
    alt: `${headline} ${made.shown}`,
    notes: [...made.notes, ...own],
    speech: speechOf(slide, made, context),
    footer: footerOf(slide, made, context),
    twin: made.answer && !made.isWhole ? twinOf(made.answer, words) : null,
    said: made.answer ? figuresSaid(made.answer) : [],
  };
}

function saidOf(slide: Slide, made: Made): readonly SaidSlide[] {
  const main = made.answer && made.question ? [{ question: made.question, answer: made.answer }] : [];
  return [...main, ...(made.more ?? [])].map(
    ({ question, answer }: { question: Question; answer: NonNullable<Made['answer']> }) =>
      saidSlide(slide.id, question, answer, figuresSaid(answer)),
  );
}

function reviewOf(slides: readonly SlideContent[], leftOut: readonly LeftOut[], context: Context): ReviewContent {
  const { deck, frame, words } = context;
  const title = reviewTitle(deck, context);
  const end = plusDays(quarterDays(deck, 1, frame.settings).to, -1);
  return {
    title: `${title} ${quarterName(context)}`,
    owner: `${deck.brand?.footer || frame.workspace} · ${title} ${quarterName(context)}`,
    locale: words.locale,
    currency: frame.settings.currency,
    day: frame.asOfDay !== null && frame.asOfDay < end ? frame.asOfDay : end,
    slides: tellLeftOut(beginNext(slides, context), leftOut, context),
    leftOut,
  };
}

function reviewTitle({ template, rep }: Deck, { words }: Context): string {
  return words.t(`review.template.${template}`, { rep: rep ?? '' });
}
