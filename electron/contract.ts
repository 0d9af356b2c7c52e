/**
 * What the page and the engine say to each other: one entry a call, arguments checked by zod where they arrive.
 * Answers travel as Arrow bytes with their units; everything else is small plain data.
 */
import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { brand, deck, templates } from './model/deck';
import type { CheckedBrand, Deck } from './model/deck';
import type { EnteredGrid, FileLine, LoadEvent, PlanEvent, UndoResult } from './load';
import type { Answer } from './model/question';
import type { Cell } from './model/table';
import { savedView } from './model/saved-view';
import type { SavedView } from './model/saved-view';
import type { DrawnSlide } from './review/draw/slide';
import type { Finding } from './review/headline/check';

export type * from './bridge';
export type * from './load';

z.config({ jitless: true });

const name = z.string().min(1).max(500);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const asOf = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/);
const texts = z.record(name, z.string().max(2_000));

export const question = z.object({
  from: date.nullable(),
  to: date.nullable(),
  asOf: asOf.nullable(),
  by: z.array(name).max(3),
  filters: z.record(name, z.array(z.string().max(2_000)).max(1_000)),
  options: texts,
});

/** A metric with what is asked of it; `most` keeps the rows that come first by a column, the largest unless it ascends, for answers that have a row a customer or a deal. */
export const metricAsk = z.object({
  metric: name,
  question,
  most: z.object({ rows: z.int().min(1).max(1_000), by: name, ascending: z.boolean().optional() }).optional(),
});

/** How one file pattern is to be read and mapped: the form of `--map` and of `--write-map`. */
export const fileMap = z
  .object({
    table: z.string().nullable(),
    columns: z.record(z.string(), z.string().nullable()),
    stages: z.record(z.string(), z.string()),
    date_order: z.enum(['ymd', 'dmy', 'mdy']),
    decimal: z.enum(['.', ',']),
    time_zone: name,
    currency: z.string().length(3),
    part: z.string(),
    encoding: z.string(),
    delimiter: z.string().max(3),
    quote: z.string().max(1),
    header_line: z.int().min(0),
    skip: z.int().min(0),
    footer: z.int().min(0),
    percent: z.enum(['ratio', 'points']),
    key: z.union([z.string(), z.array(z.string())]),
    aliases: z.record(z.string(), z.record(z.string(), z.string())),
    constants: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    also: z.array(z.record(z.string(), z.unknown())),
  })
  .partial();

export const importMap = z.record(z.string().min(1), fileMap);

/** A mapping as a person writes it: a key that means nothing is a slip. */
export const writtenMap = z.record(
  z.string().min(1),
  fileMap.strict().extend({ also: z.array(fileMap.strict()).optional() }),
);

/** A file the shell has copied into the workspace's `incoming/`: its name there and the name the person knows it by. */
export const incoming = z.object({ stored: z.string().regex(/^[^/\\]+(\/[^/\\]+)?$/), name });

const language = z.enum(['en', 'ms']);

/** Whose names are replaced by pseudonyms. */
const mask = z.object({ customers: z.boolean(), reps: z.boolean() });

const call = { workspace: z.object({ folder: name }) };

export const contract = {
  engine: {
    /** Version of the engine's parts; also the first sign of life. */
    hello: oc.output(z.custom<Hello>()),
  },
  workspace: {
    open: oc.input(call.workspace.extend({ create: z.boolean() })).output(z.custom<OpenedWorkspace>()),
    close: oc.output(z.custom<void>()),
    state: oc.output(z.custom<WorkspaceState>()),
    /** Makes a copy in which names are replaced, to give away; the folder is not there yet. */
    share: oc.input(call.workspace.extend({ mask, language })).output(z.custom<SharedCopy>()),
    setting: oc.input(z.object({ key: name, value: z.string().max(200) })).output(z.custom<WorkspaceState>()),
    /** Puts a saved view in place of the one of its id, or removes that one; gives those there are. */
    view: oc
      .input(z.object({ id: savedView.shape.id, view: savedView.nullable() }))
      .output(z.custom<readonly SavedView[]>()),
    /** Values of a dimension with their row counts, most frequent first. */
    values: oc
      .input(z.object({ dimension: name, search: z.string().max(200) }))
      .output(z.custom<readonly DimensionValue[]>()),
  },
  files: {
    /** Dry run of a load: each file as soon as it is recognised, progress, and last what each is read as, mapped to, and would change. Nothing is written. */
    plan: oc
      .input(z.object({ files: z.array(incoming).min(1).max(1_000), map: importMap }))
      .output(eventIterator(z.custom<PlanEvent>())),
    /** Loads the files; progress first, the finished load last. */
    load: oc
      .input(z.object({ files: z.array(incoming).min(1).max(1_000), map: importMap }))
      .output(eventIterator(z.custom<LoadEvent>())),
    undo: oc.input(z.object({ importId: name })).output(z.custom<UndoResult>()),
    /** Takes one file of an import back and removes it from the disk. */
    forget: oc.input(z.object({ importId: name, file: name })).output(z.custom<UndoResult>()),
    /** Lines of one outcome of a planned or finished load, for the lists behind the counts. */
    lines: oc
      .input(
        z.object({
          file: incoming,
          map: importMap,
          outcome: z.enum(['new', 'updated', 'unchanged', 'skipped', 'rejected']),
        }),
      )
      .output(z.custom<readonly FileLine[]>()),
  },
  entered: {
    /** A table of people and programme as a grid: typed rows, and imported ones beside them. */
    grid: oc.input(z.object({ table: name })).output(z.custom<EnteredGrid>()),
    /** Saves the typed rows of a table in place of those before. */
    save: oc.input(z.object({ table: name, rows: z.array(texts).max(20_000) })).output(z.custom<WorkspaceState>()),
    notes: oc.output(z.custom<Readonly<Record<string, string>>>()),
    note: oc.input(z.object({ rep: name, note: z.string().max(2_000) })).output(z.custom<void>()),
  },
  metrics: {
    list: oc.output(z.custom<readonly MetricInfo[]>()),
    answer: oc.input(metricAsk).output(z.custom<AnswerMessage>()),
    /** The SQL an answer comes from with its parameters; no answer carries it, for it is longer than most and seldom read. */
    statements: oc.input(metricAsk.omit({ most: true })).output(z.custom<Answer['sql']>()),
    /** Answers to what is asked at once, as they come, several together. Each question is checked by itself: one that cannot be answered keeps no other from it. */
    answers: oc
      .input(z.object({ batch: z.uuid(), asked: z.array(z.custom<MetricAsk>()).min(1).max(1_000) }))
      .output(eventIterator(z.custom<readonly ToldAnswer[]>())),
    /** Takes back some of what was asked at once, by their places in it. */
    withdraw: oc
      .input(z.object({ batch: z.uuid(), places: z.array(z.int().min(0)).max(1_000) }))
      .output(z.custom<void>()),
    rows: oc
      .input(
        z.object({
          metric: name,
          question,
          where: z.record(name, z.string().nullable()),
          part: z.enum(['numerator', 'denominator', 'missed', 'excluded', 'entered', 'reached']),
          offset: z.int().min(0),
          limit: z.int().min(1).max(5_000),
          /** Column that the whole list is sorted by; by day when left out. */
          order: z.object({ by: name, desc: z.boolean() }).optional(),
        }),
      )
      .output(z.custom<RowsMessage>()),
  },
  review: {
    /** The review of a quarter: as it was kept, made again from an earlier one, or fresh. */
    deck: oc
      .input(
        z.object({
          template: z.enum(templates),
          year: z.int().min(1900).max(2200),
          quarter: z.int().min(1).max(4),
          rep: name.nullable(),
        }),
      )
      .output(z.custom<Deck>()),
    /** Keeps a person's changes of a deck. */
    keep: oc.input(z.object({ deck })).output(z.custom<void>()),
    /** What a deck says today, each slide drawn. */
    tell: oc.input(z.object({ deck, language, mask })).output(z.custom<ReviewMessage>()),
    /** Every kept version of the reviews of a template, oldest first. */
    versions: oc
      .input(z.object({ template: z.enum(templates), rep: name.nullable() }))
      .output(z.custom<readonly DeckVersion[]>()),
    /** A brand checked, with what a logo or a PowerPoint template says put in. */
    brand: oc
      .input(
        z.object({
          brand,
          file: z
            .object({ name, bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= 50 * 2 ** 20) })
            .nullable(),
        }),
      )
      .output(z.custom<CheckedBrand>()),
    /** The deck as the bytes of a file; what it said is kept. */
    write: oc
      .input(
        z.object({
          deck,
          language,
          /** A PDF comes as the page that the shell prints. */
          format: z.enum(['pptx', 'xlsx', 'csv', 'svg', 'html', 'png', 'pdf']),
          ratio: z.enum(['16:9', '4:3']),
          paper: z.enum(['slide', 'A4', 'Letter']),
          mask,
        }),
      )
      .output(z.custom<{ readonly bytes: Uint8Array }>()),
  },
  sql: {
    run: oc.input(z.object({ text: z.string().max(100_000), explain: z.boolean() })).output(z.custom<SqlMessage>()),
    tables: oc.output(z.custom<readonly SqlTable[]>()),
    functions: oc.output(z.custom<readonly SqlFunction[]>()),
  },
};

export type Incoming = z.infer<typeof incoming>;
export type { SavedView };
export type FileMap = z.infer<typeof fileMap>;
export type ImportMap = z.infer<typeof importMap>;

export interface Hello {
  readonly version: string;
  readonly duckdb: string;
}

/** What was opened, with what it was last asked: a first screen that is in them is drawn without asking. */
export interface OpenedWorkspace extends WorkspaceState {
  readonly remembered: readonly RememberedAnswer[];
}

/** An answer by the key of its question, as the JSON text of a `TextAnswer`. */
export interface RememberedAnswer {
  readonly key: string;
  readonly text: string;
}

/** What is open and what is in it. */
export interface WorkspaceState {
  readonly open: boolean;
  readonly folder: string | null;
  readonly name: string | null;
  readonly readOnly: boolean;
  /** Grows with every change to the data; answers are kept by it. */
  readonly revision: number;
  readonly asOf: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** Rows that a person typed in, by table; those without any are left out. */
  readonly typed: readonly { readonly name: string; readonly rows: number }[];
  readonly sources: readonly Source[];
  readonly checks: readonly {
    readonly id: string;
    readonly count: number;
    /** A SELECT that gives the rows. */
    readonly sql: string;
    readonly consequence: string;
    readonly remedy: string;
  }[];
  /** What the engine did by itself at opening, such as a rebuild after damage; codes with arguments. */
  readonly notices: readonly { readonly code: string; readonly args: Readonly<Record<string, string | number>> }[];
  /** Stages of the imported deals with the rung or exit each stands for. */
  readonly stages: readonly { readonly stage: string; readonly target: string | null; readonly confirmed: boolean }[];
  /** Extra dimensions that imported columns bring, as `x_<name>`. */
  readonly extraDimensions: readonly string[];
  /** Rungs and exits that a stage or a lead stands on. */
  readonly rungs: readonly string[];
  /** Questions kept under a name. */
  readonly views: readonly SavedView[];
}

export interface Source {
  readonly import_id: string;
  readonly file: string;
  readonly table: string;
  readonly rows: number;
  readonly imported_at: string;
}

export interface DimensionValue {
  readonly value: string;
  readonly rows: number;
}

export interface MetricInfo {
  readonly id: string;
  readonly spec: string;
  readonly title: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
  readonly options: Readonly<Record<string, { readonly default: string; readonly values: readonly string[] | string }>>;
}

/** An answer on the wire: the frame, and the table as Arrow stream bytes. */
export interface AnswerMessage extends Omit<Answer, 'table' | 'sql'> {
  readonly arrow: Uint8Array;
  /** Rows of the whole answer, those cut off included. */
  readonly total: number;
}

export type MetricAsk = z.input<typeof metricAsk>;

/** What became of one of many questions, by its place among them: the answer as text, why there is none, or that it does not go as text and is to be asked for by itself. */
export type ToldAnswer = { readonly at: number } & (
  | { readonly text: string }
  | { readonly alone: true }
  | { readonly problem: { readonly code: string; readonly args: Readonly<Record<string, unknown>> } }
);

/** What the text of an answer holds: the frame, and the table's cells column by column. */
export interface TextAnswer extends Omit<Answer, 'table' | 'sql'> {
  readonly cells: readonly (readonly Cell[])[];
  readonly total: number;
}

export interface RowsMessage {
  readonly arrow: Uint8Array;
  readonly count: number;
}

/** A told review: what each slide says and how it looks. */
export interface ReviewMessage {
  readonly title: string;
  readonly language: 'en' | 'ms';
  readonly slides: readonly {
    readonly id: string;
    readonly number: number;
    readonly headline: string;
    /** The headline the data supports. */
    readonly supported: string;
    readonly findings: readonly Finding[];
    readonly drawn: DrawnSlide;
  }[];
  readonly leftOut: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
}

/** A kept version of a review; `at` is when what it says was written out, null while it is being made. */
export interface DeckVersion {
  readonly deck: Deck;
  readonly at: string | null;
}

/** A copy that was made. */
export interface SharedCopy {
  readonly folder: string;
  readonly rows: number;
}

export type { DrawnSlide } from './review/draw/slide';
export type { Shape as SlideShape } from './review/draw/shapes';

export interface SqlMessage {
  readonly arrow: Uint8Array;
  readonly count: number;
  readonly cut: boolean;
  readonly milliseconds: number;
}

/** A function one may use in a query. */
export interface SqlFunction {
  readonly name: string;
  /** Names of its arguments. */
  readonly takes: readonly string[];
  /** What it gives; empty where nothing is said of it. */
  readonly about: string;
  /** True for a macro of the model, false for a function of DuckDB. */
  readonly own: boolean;
}

export interface SqlTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly about: string }[];
}
