import type { Picture } from '../content/content';
import type { Locale } from '../../../renderer/i18n/format';
import { barShapes, columnShapes, groupShapes } from './bars';
import { curveShapes, fallShapes } from './curves';
import { gridShapes, wordShapes } from './grid';
import type { Area, Shape } from './shapes';

/** A picture as shapes within an area. */
export function pictureShapes(picture: Picture, area: Area, locale: Locale, alt: string): readonly Shape[] {
  switch (picture.kind) {
    case 'columns':
    case 'dots':
      return columnShapes(picture, area, locale);
    case 'bars':
      return barShapes(picture, area, locale);
    case 'groups':
      return groupShapes(picture, area, locale);
    case 'curves':
      return curveShapes(picture, area, locale);
    case 'falls':
      return fallShapes(picture, area, locale);
    case 'grid':
      return gridShapes(picture, area);
    case 'words':
      return wordShapes(picture, area);
    case 'drawn':
      return [drawnShape(picture, area, alt)];
  }
}

function drawnShape({ svg, width, height }: Extract<Picture, { kind: 'drawn' }>, area: Area, alt: string): Shape {
  const scale = Math.min(area.width / width, area.height / height);
  return { kind: 'picture', x: area.x, y: area.y, width: width * scale, height: height * scale, svg, alt };
}
