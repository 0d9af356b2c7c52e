import { expect, it } from 'vitest';
import { beginNext } from '../../electron/review/content/next';
import type { Context } from '../../electron/review/content/context';
import type { SlideContent } from '../../electron/review/content/content';
import { words } from '../../renderer/i18n';
import { reviewOf } from './content';

const [one] = reviewOf().slides;
if (!one) throw new Error('no slide');

const slide = (kind: SlideContent['kind'], number: number, headline: string): SlideContent => ({
  ...one,
  kind,
  number,
  headline,
});
const paragraphs = ['Keep', 'Change', 'Ask'].map((head) => ({ head, lines: [] }));
const next: SlideContent = { ...slide('words', 5, 'Next steps'), picture: { kind: 'words', paragraphs } };

const linesOf = (slides: readonly SlideContent[]) => {
  const picture = beginNext(slides, { words: words('en') } as Context).at(-1)?.picture;
  return picture?.kind === 'words' ? picture.paragraphs.map(({ lines }) => lines) : null;
};

it('next steps begin with what the slides say, each under its head, and end with a line to go on from', () => {
  const said = [
    slide('steps', 1, 'Fewest go on from Proposal.'),
    slide('periods', 2, 'Win rate rose.'),
    slide('list', 3, '4 customers have gone quiet.'),
    slide('matrix', 4, '2 gaps stand out from chance.'),
  ];
  expect(linesOf([...said, next])).toEqual([
    ['• …'],
    ['• Slide 1: Fewest go on from Proposal.', '• Slide 4: 2 gaps stand out from chance.', '• …'],
    ['• Slide 3: 4 customers have gone quiet.', '• …'],
  ]);
  expect(linesOf([next])).toEqual([['• …'], ['• …'], ['• …']]);
});
