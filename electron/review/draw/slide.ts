import type { Brand } from '../../model/deck';

import type { ReviewContent, SlideContent } from '../content/content';
import type { Ratio, SlideLayout } from './layout';
import { layoutOf, noteLines, paint, sizes } from './layout';
import { logoIn } from './logo';
import { pictureShapes } from './picture';
import type { Shape } from './shapes';
import { lineTo, textAt } from './shapes';

/** A slide as shapes on its page, in reading order. */
export interface DrawnSlide {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly shapes: readonly Shape[];
}

/** The shapes of a slide by the part they belong to. */
export interface SlideParts {
  readonly headline: readonly Shape[];
  readonly shown: readonly Shape[];
  readonly picture: readonly Shape[];
  readonly notes: readonly Shape[];
  /** Rule, mark, footer and owner. */
  readonly foot: readonly Shape[];
}

/** Draws one slide of a review. */
export function drawSlide(
  slide: SlideContent,
  review: ReviewContent,
  ratio: Ratio,
  brand: Brand | null = null,
): DrawnSlide {
  const layout = layoutOf(slide, review.owner, ratio, logoIn(brand));
  const { page } = layout;
  const { headline, shown, picture, notes, foot } = slideParts(slide, review, layout, brand);
  const ground: Shape = { kind: 'box', x: 0, y: 0, width: page.width, height: page.height, fill: paint.page };
  return {
    id: slide.id,
    ...page,
    alt: slide.alt,
    shapes: [ground, ...headline, ...shown, ...picture, ...notes, ...foot],
  };
}

/** The shapes of one slide, part by part, in the colours of the brand. */
export function slideParts(
  slide: SlideContent,
  review: ReviewContent,
  layout: SlideLayout,
  brand: Brand | null,
): SlideParts {
  const { headline, shown, rule, footer, owner } = layout;
  const own = (shapes: readonly Shape[]): readonly Shape[] => shapes.map((shape) => branded(shape, brand));
  const head = own(
    headline.lines.map((text, i) =>
      textAt(headline.area.x, headline.area.y + headline.size * (0.96 + i * 1.24), text, {
        size: headline.size,
        fill: paint.ink,
        weight: 600,
      }),
    ),
  );
  return {
    headline: head,
    shown: shown.lines.map((text, i) =>
      textAt(shown.area.x, shown.area.y + 18 + i * 25, text, { size: sizes.shown, fill: paint.ink2 }),
    ),
    picture: own(pictureShapes(slide.picture, layout.picture, review.locale, slide.alt)),
    notes: own(noteShapes(slide, layout)),
    foot: [
      lineTo(rule.x, rule.y, rule.x + rule.width, rule.y, paint.line),
      ...markShapes(layout, brand),
      ...footer.lines.map((text, i) =>
        textAt(footer.area.x, footer.area.y + 13 + i * 18, text, { size: sizes.footer, fill: paint.ink3 }),
      ),
      textAt(owner.area.x + owner.area.width, owner.area.y + 13, `${owner.text}\u00a0\u00a0\u00a0${slide.number}`, {
        size: sizes.footer,
        fill: paint.ink3,
        anchor: 'end',
      }),
    ],
  };
}

function noteShapes(slide: SlideContent, { notes }: SlideLayout): readonly Shape[] {
  if (notes.width === 0) return [];
  const { lines, size } = noteLines(slide.notes, notes);
  return lines.map(({ text, head, y }) =>
    textAt(notes.x, notes.y + y + size, text, {
      size,
      fill: head ? paint.ink : paint.ink2,
      weight: head ? 600 : 400,
    }),
  );
}

// The ink and the accent of the product give way to the company's.
function branded(shape: Shape, brand: Brand | null): Shape {
  const own = (colour: string): string => {
    if (brand?.accent && colour === paint.accent) return `#${brand.accent}`;
    return brand?.ink && colour === paint.ink ? `#${brand.ink}` : colour;
  };
  if (shape.kind === 'picture' || shape.kind === 'image') return shape;
  return {
    ...shape,
    ...('fill' in shape && shape.fill !== undefined && { fill: own(shape.fill) }),
    ...('stroke' in shape && shape.stroke !== undefined && { stroke: own(shape.stroke) }),
  };
}

// The product's mark, three decks on a hull, or the person's own.
function markShapes({ mark }: SlideLayout, brand: Brand | null): Shape[] {
  const { x, y } = mark;
  if (brand?.logo && logoIn(brand)) return [{ kind: 'image', ...mark, href: brand.logo }];
  const ground = brand?.accent ? `#${brand.accent}` : paint.accent;
  return [
    { kind: 'box', x, y, width: 20, height: 20, fill: ground },
    ...[0, 1, 2].map((i): Shape => ({
      kind: 'box',
      x: x + 4 + i * 2.5,
      y: y + 11 - i * 3.4,
      width: 12 - i * 2.5,
      height: 2,
      fill: paint.page,
    })),
    { kind: 'box', x: x + 3, y: y + 14, width: 14, height: 3, fill: paint.page },
  ];
}
