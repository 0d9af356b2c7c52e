/** The review deck as a workspace keeps it. Schemas and not types alone, because decks come back from a file and from the page. */
import { z } from 'zod';

const line = z.string().max(2_000);
const name = z.string().min(1).max(500);
/** Letters of a query that a slide can keep. */
export const mostSqlOfSlide = 20_000;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What a slide draws; each kind has its own picture. */
export const slideKinds = [
  'overview',
  'periods',
  'groups',
  'shares',
  'steps',
  'waterfall',
  'heat',
  'curve',
  'list',
  'matrix',
  'praise',
  'against',
  'words',
  'changed',
  'picture',
  'query',
] as const;

export type SlideKind = (typeof slideKinds)[number];

/** How a slide's stretch of time follows the quarter of its deck, so that another quarter redraws it. */
const over = z.discriminatedUnion('kind', [
  /** So many quarters, the last one so many before the deck's. */
  z.object({
    kind: z.literal('quarters'),
    count: z.int().min(1).max(40),
    back: z.int().min(0).max(40),
  }),
  /** The latest quarters whose journeys have had their window of days. */
  z.object({ kind: z.literal('mature'), count: z.int().min(1).max(40), days: z.int().min(0).max(3_660) }),
  /** Everything up to the end of the deck's quarter. */
  z.object({ kind: z.literal('history') }),
  /** Fixed days, which no other quarter moves. */
  z.object({ kind: z.literal('days'), from: day.nullable(), to: day.nullable() }),
]);

export type Over = Readonly<z.infer<typeof over>>;

export const slide = z.object({
  id: name,
  kind: z.enum(slideKinds),
  metric: z.string().max(200),
  over,
  by: z.array(name).max(3),
  filters: z.record(name, z.array(line).max(1_000)),
  /** Of the metric; a query has its text here, as `sql`. */
  options: z.record(name, z.string().max(mostSqlOfSlide)),
  /** The person's own headline; null is the one written from the data. */
  headline: line.nullable(),
  note: z.string().max(20_000),
  hidden: z.boolean(),
});

export type Slide = Readonly<z.infer<typeof slide>>;

const figure = z.object({ key: line, value: z.number().nullable(), n: z.number().nullable() });

/** What one slide said when its deck was kept: the question it was answered to, and its figures. */
const saidSlide = z.object({
  slide: name,
  metric: line,
  unit: line,
  from: day.nullable(),
  to: day.nullable(),
  asOf: line.nullable(),
  by: z.array(name).max(3),
  filters: z.record(name, z.array(line).max(1_000)),
  options: z.record(name, line),
  figures: z.array(figure).max(2_000),
});

export type SaidSlide = Readonly<z.infer<typeof saidSlide>>;

/** What a deck said and what it said it from: later numbers are held against it. */
const said = z.object({
  at: line,
  settings: z.record(name, z.union([z.string(), z.number()])),
  imports: z.array(name),
  slides: z.array(saidSlide).max(500),
});

export type Said = Readonly<z.infer<typeof said>>;

export const templates = ['quarterly', 'one-to-one', 'board'] as const;

export type TemplateName = (typeof templates)[number];

const colour = z.string().regex(/^[0-9A-Fa-f]{6}$/);

/** Colours, typeface, mark and footer of the person's own company; null keeps the program's. */
export const brand = z.object({
  accent: colour.nullable(),
  ink: colour.nullable(),
  font: z.string().max(100).nullable(),
  /** PNG or JPEG as a data URL. */
  logo: z
    .string()
    .max(2_000_000)
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable(),
  /** Stands in every footer in place of the workspace's name. */
  footer: z.string().max(120).nullable().default(null),
});

export type Brand = Readonly<z.infer<typeof brand>>;

/** A brand that can be read on white, and the colours that had to be made darker for it. */
export interface CheckedBrand {
  readonly brand: Brand;
  readonly darkened: readonly ('accent' | 'ink')[];
}

export const deck = z.object({
  id: name,
  template: z.enum(templates),
  year: z.int().min(1900).max(2200),
  quarter: z.int().min(1).max(4),
  rep: name.nullable(),
  /** The deck this one was made again from. */
  madeFrom: name.nullable(),
  slides: z.array(slide).max(500),
  said: said.nullable(),
  brand: brand.nullable(),
});

export type Deck = Readonly<z.infer<typeof deck>>;
