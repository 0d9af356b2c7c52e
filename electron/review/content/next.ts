import type { Slide } from '../../model/deck';
import { noFacts } from '../headline/facts';
import type { LeftOut, SlideContent } from './content';
import type { Context, Made } from './context';
import { quarterName } from './context';

/** Room for what will be done, beside what the review leaves out and why. */
export function nextSlide(_slide: Slide, context: Context): Promise<Made> {
  const { words } = context;
  return Promise.resolve({
    headline: words.t('review.head.next', { period: quarterName(context, -1) }),
    shown: words.t('review.shown.next'),
    picture: {
      kind: 'words',
      paragraphs: [
        { head: words.t('review.next.keep'), lines: [words.t('review.next.write')] },
        { head: words.t('review.next.change'), lines: [words.t('review.next.write')] },
        { head: words.t('review.next.ask'), lines: [words.t('review.next.write')] },
      ],
    },
    notes: [],
    facts: noFacts,
    answer: null,
    question: null,
  });
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
