import type { Slide, SlideKind } from '../../model/deck';
import { noFacts } from '../headline/facts';
import type { LeftOut, SlideContent } from './content';
import type { Context, Made } from './context';
import { quarterName } from './context';

/** What may stand under each head to begin with: the slides of these kinds, by what they say. */
const begunWith: readonly (readonly [head: 'keep' | 'change' | 'ask', kinds: readonly SlideKind[]])[] = [
  ['keep', ['praise']],
  ['change', ['steps', 'matrix']],
  ['ask', ['waterfall', 'list']],
];

/** Room for what will be done, beside what the review leaves out and why. */
export function nextSlide(_slide: Slide, context: Context): Promise<Made> {
  const { words } = context;
  return Promise.resolve({
    headline: words.t('review.head.next', { period: quarterName(context, -1) }),
    shown: words.t('review.shown.next'),
    picture: {
      kind: 'words',
      paragraphs: [],
    },
    notes: [],
    facts: noFacts,
    answer: null,
    question: null,
  });
}

/** The next steps begun with what the other slides say, each with its number, and a line to go on from; the other slides as they are. */
export function beginNext(slides: readonly SlideContent[], { words }: Context): readonly SlideContent[] {
  const paragraphs = begunWith.map(([head, kinds]) => {
    const said = slides.filter(({ kind }) => kinds.includes(kind));
    const lines = said.map(({ headline, number }) => words.t('review.next.said', { headline, number }));
    return { head: words.t(`review.next.${head}`), lines: [...lines, words.t('review.next.write')] };
  });
  return slides.map((slide) => (slide.kind === 'words' ? { ...slide, picture: { kind: 'words', paragraphs } } : slide));
}

/** The slide that says what was left out, with it; the others as they are. */
export function tellLeftOut(
  slides: readonly SlideContent[],
  leftOut: readonly LeftOut[],
  { words }: Context,
): readonly SlideContent[] {
  if (leftOut.length === 0) return slides;
  const at = slides.findLastIndex(({ kind }) => kind === 'words');
  const teller = at >= 0 ? at : slides.length - 1;
  const note = { head: words.t('review.leftOut'), lines: leftOut.map(({ title, reason }) => `${title}: ${reason}`) };
  return slides.map((slide, i) => (i === teller ? { ...slide, notes: [...slide.notes, note] } : slide));
}
