/** A slide as shapes on a page of 108 px an inch: what the SVG, HTML and preview draw. Colours are `#rrggbb`. */
export type Anchor = 'start' | 'middle' | 'end';

export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly width: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly stroke: string;
      readonly width: number;
      readonly dash?: string;
      readonly fill?: string;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: string;
      readonly stroke: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Baseline. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly anchor: Anchor;
      readonly weight: 400 | 600;
    }
  | {
      readonly kind: 'picture';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly svg: string;
      readonly alt: string;
    }
  | {
      readonly kind: 'image';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly href: string;
    };

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: Anchor;
  readonly weight?: 400 | 600;
}

/** One line of text; y is its baseline. */
export function textAt(x: number, y: number, text: string, look: TextLook): Shape {
  return {
    kind: 'text',
    x,
    y,
    text,
    size: look.size,
    fill: look.fill,
    anchor: look.anchor ?? 'start',
    weight: look.weight ?? 400,
  };
}

/** A straight line. */
export function lineTo(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dash?: string,
): Shape {
  return { kind: 'line', x1, y1, x2, y2, stroke, width, ...(dash !== undefined && { dash }) };
}
