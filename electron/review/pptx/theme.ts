import type { Brand } from '../../model/deck';
import { paint } from '../draw/layout';
import { escaped } from '../svg';

/** Colours and typeface of the slides as the theme part holds them, so that another theme changes all of them at once. */
export interface DeckTheme {
  readonly colours: string;
  readonly fonts: string;
}

const plain = (colour: string): string => colour.replace('#', '');

/** The theme of the product, or of the person's company where they gave one. */
export function themeOf(brand: Brand | null): DeckTheme {
  const accent = brand?.accent ?? plain(paint.accent);
  const ink = brand?.ink ?? plain(paint.ink);
  const font = escaped(brand?.font ?? 'Inter');
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', ink],
    ['lt1', 'FFFFFF'],
    ['dk2', plain(paint.ink2)],
    ['lt2', plain(paint.line)],
    ['accent1', accent],
    ['accent2', plain(paint.mark)],
    ['accent3', plain(paint.compare)],
    ['accent4', plain(paint.soft)],
    ['accent5', 'D55E00'],
    ['accent6', '00906A'],
    ['hlink', accent],
    ['folHlink', plain(paint.mark)],
  ];
  const typeface = `<a:latin typeface="${font}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  return {
    colours: `<a:clrScheme name="Quarterdeck">${colours.map(([name, colour]) => `<a:${name}><a:srgbClr val="${colour.toUpperCase()}"/></a:${name}>`).join('')}</a:clrScheme>`,
    fonts: `<a:fontScheme name="Quarterdeck"><a:majorFont>${typeface}</a:majorFont><a:minorFont>${typeface}</a:minorFont></a:fontScheme>`,
  };
}
