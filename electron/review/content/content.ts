/** What a slide says, before any file format: words, one picture as plain values, the table it was drawn from. Every writer and the window draw this and nothing else. */
import type { SlideKind } from '../../model/deck';
import type { Table } from '../../model/table';
import type { Unit } from '../../model/units';
import type { Finding } from '../headline/check';
import type { SaidFigure } from './said';

/** A value with its evidence; null where missing. */
export interface Point {
  readonly name: string;
  /** Written under the name: `n 312`. */
  readonly under: string;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Below the evidence rule or too young to judge. */
  readonly weak: boolean;
  /** How time is told: the deck's period, the one it is compared with, any other. */
  readonly tone: Tone;
}

export type Tone = 'now' | 'before' | 'context' | 'plain';

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface Measured {
  readonly unit: Unit;
  readonly currency: string;
}

/** Upright bars, one a period or group, each with its interval where there is one. */
export interface ColumnsPicture extends Measured {
  readonly kind: 'columns';
  readonly name: string;
  readonly points: readonly Point[];
}

/** Lying bars, one a named share. */
export interface BarsPicture extends Measured {
  readonly kind: 'bars';
  readonly name: string;
  readonly points: readonly Point[];
}

/** Several bars a group, side by side or on top of each other. */
export interface GroupsPicture extends Measured {
  readonly kind: 'groups';
  readonly names: readonly string[];
  readonly series: readonly Series[];
  readonly stacked: boolean;
}

/** A dot with its interval a group, and the overall value as a dashed line. */
export interface DotsPicture extends Measured {
  readonly kind: 'dots';
  readonly name: string;
  readonly points: readonly Point[];
  readonly reference: { readonly name: string; readonly value: number } | null;
}

/** Curves over numbers; the first is drawn full, the bounds of its interval dashed. */
export interface CurvesPicture extends Measured {
  readonly kind: 'curves';
  readonly axis: string;
  readonly xs: readonly number[];
  readonly series: readonly Series[];
}

/** Levels and what changed between them. */
export interface FallsPicture extends Measured {
  readonly kind: 'falls';
  readonly name: string;
  readonly steps: readonly {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly level: boolean;
    readonly count: number | null;
  }[];
}

/** The number that a cell's text prints, with the sign it prints before or after it. */
export interface CellFigure {
  readonly unit: Unit;
  readonly value: number;
  readonly before?: string;
  readonly after?: string;
}

export interface GridCell {
  readonly text: string;
  readonly figure?: CellFigure | undefined;
  /** Six hexadecimal digits; the ground's own where left out. */
  readonly fill?: string | undefined;
  readonly ink?: string | undefined;
  readonly strong?: boolean | undefined;
}

/** A table that is read as it stands. Widths are shares of the whole. */
export interface GridPicture {
  readonly kind: 'grid';
  readonly columns: readonly {
    readonly title: string;
    readonly align: 'left' | 'right' | 'center';
    readonly width: number;
  }[];
  readonly rows: readonly (readonly GridCell[])[];
  /** What the table leaves out, in words. */
  readonly rest: string | null;
  /** Where its cells come from: rows of the twin as they are, or put together from several rows, as in a grid of cohorts. */
  readonly from: 'rows' | 'cells';
}

/** Paragraphs; an empty slide to write on is one with none. */
export interface WordsPicture {
  readonly kind: 'words';
  readonly paragraphs: readonly { readonly head: string; readonly lines: readonly string[] }[];
}

/** A drawing that PowerPoint has no chart for. */
export interface DrawnPicture {
  readonly kind: 'drawn';
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export type Picture =
  | ColumnsPicture
  | BarsPicture
  | GroupsPicture
  | DotsPicture
  | CurvesPicture
  | FallsPicture
  | GridPicture
  | WordsPicture
  | DrawnPicture;

/** The table twin: what the picture was drawn from, as the screen shows it. */
export interface Twin {
  readonly table: Table;
  readonly titles: readonly string[];
  readonly currency: string;
}

export interface SideNote {
  readonly head: string;
  readonly lines: readonly string[];
}

/** One slide, whole. */
export interface SlideContent {
  readonly id: string;
  readonly kind: SlideKind;
  readonly number: number;
  readonly headline: string;
  /** The headline as the data has it; what a marked one may be replaced by. */
  readonly supported: string;
  readonly findings: readonly Finding[];
  readonly shown: string;
  readonly picture: Picture;
  /** What the picture shows, in one sentence, for those who do not see it. */
  readonly alt: string;
  readonly notes: readonly SideNote[];
  readonly speech: string;
  readonly footer: string;
  readonly twin: Twin | null;
  readonly said: readonly SaidFigure[];
}

/** A slide that could not be made, and why in words. */
export interface LeftOut {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** The whole review as it is handed to a writer. */
export interface ReviewContent {
  readonly title: string;
  /** Stands at the right of every footer. */
  readonly owner: string;
  readonly locale: 'en' | 'ms';
  readonly currency: string;
  /** Day the deck's files are dated, so that the same deck gives the same bytes. */
  readonly day: string;
  readonly slides: readonly SlideContent[];
  readonly leftOut: readonly LeftOut[];
}
