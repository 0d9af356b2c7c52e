/**
 * One open workspace and everything that can be asked of it: the same calls serve the window's engine process and the command.
 * A room of its own because both `engine.ts` and `cli.ts` need it, and because neither `analytics` (no database) nor `workspace` (no metrics) may hold it.
 */
import type {
  DeckVersion,
  DimensionValue,
  EnteredGrid,
  FileLine,
  Hello,
  ImportMap,
  Incoming,
  LoadEvent,
  PlanEvent,
  MetricInfo,
  ReviewMessage,
  SharedCopy,
  SqlFunction,
  SqlTable,
  UndoResult,
  WorkspaceState,
} from '../contract';
import type { EnteredName, EnteredRow } from '../model/entered';
import type { Answer, Part, Question } from '../model/question';
import type { Table } from '../model/table';
import type { Most } from './most-rows';
import type { RowOrder } from './row-pages';
import type { Brand, CheckedBrand, Deck, TemplateName } from '../model/deck';
import type { SavedView } from '../model/saved-view';
import type { MaskWish } from '../review/mask';
import type { Locale } from '../../renderer/i18n';
import type { Progress, Told } from '../review/content';
import type { WriteWishes } from '../review/write';
import type { ReviewWish } from './review';

/** Which rows behind a mark are wanted: the metric's question, the mark's own values, and the part of the rate. */
export interface RowsRequest {
  readonly metric: string;
  readonly question: Question;
  readonly where: Readonly<Record<string, string | null>>;
  readonly part: Part;
  readonly offset: number;
  readonly limit: number;
  /** Column the whole list is sorted by; by day when left out. */
  readonly order?: RowOrder | undefined;
}

export type LineOutcome = 'new' | 'updated' | 'unchanged' | 'skipped' | 'rejected';

/** A logo or a template. */
export interface BrandFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How the window wants a review written. */
export type WindowWishes = Pick<WriteWishes, 'format' | 'ratio' | 'paper'> & { readonly mask: MaskWish };

/** Calls fail with UserError; an aborted signal fails with `query_cancelled` or `import_cancelled` and leaves nothing half done. */
export interface Session {
  hello(): Promise<Hello>;
  open(folder: string, create: boolean): Promise<WorkspaceState>;
  /** Opens what is about to be asked for, so that it is there by then; who asks is told what went wrong. */
  prepare(folder: string): Promise<void>;
  close(): Promise<void>;
  state(): Promise<WorkspaceState>;
  setting(key: string, value: string): Promise<WorkspaceState>;
  /** Changes settings, all of them or none. */
  change(settings: readonly (readonly [key: string, value: string])[]): Promise<WorkspaceState>;
  /** Puts a saved view in place of the one of its id, or removes that one; gives those there are. */
  keepView(id: string, view: SavedView | null): Promise<readonly SavedView[]>;
  values(dimension: string, search: string, signal?: AbortSignal): Promise<readonly DimensionValue[]>;
  /** Copies a file of the person's into the workspace's `incoming/`; the only way in for the command (the shell does the same for the window). */
  stage(path: string): Promise<Incoming>;
  plan(files: readonly Incoming[], map: ImportMap, signal?: AbortSignal): AsyncGenerator<PlanEvent, void>;
  load(files: readonly Incoming[], map: ImportMap, signal?: AbortSignal): AsyncGenerator<LoadEvent, void>;
  undo(importId: string): Promise<UndoResult>;
  forget(importId: string, file: string): Promise<UndoResult>;
  lines(file: Incoming, map: ImportMap, outcome: LineOutcome, signal?: AbortSignal): Promise<readonly FileLine[]>;
  entered(table: EnteredName): Promise<EnteredGrid>;
  /** Throws `entry_unreadable` naming the cell; nothing is saved then. */
  saveEntered(table: EnteredName, rows: readonly EnteredRow[]): Promise<WorkspaceState>;
  notes(): Promise<Readonly<Record<string, string>>>;
  saveNote(rep: string, note: string): Promise<void>;
  metrics(): readonly MetricInfo[];
  answer(metric: string, question: Question, signal?: AbortSignal): Promise<Answer>;
  /** What is kept of answers given of the data as it is now, by `questionKey`, those asked last at the end; nothing where it has another revision. */
  remembered(revision: number): Promise<ReadonlyMap<string, Answer>>;
  /** The same as `answer` with its largest rows alone, and how many rows there are. */
  answerMost(
    metric: string,
    question: Question,
    most: Most | undefined,
    signal?: AbortSignal,
  ): Promise<Answer & { readonly total: number }>;
  rows(request: RowsRequest, signal?: AbortSignal): Promise<{ table: Table; count: number }>;
  sql(
    text: string,
    explain: boolean,
    signal?: AbortSignal,
  ): Promise<{ table: Table; count: number; cut: boolean; milliseconds: number }>;
  sqlTables(): Promise<readonly SqlTable[]>;
  sqlFunctions(): Promise<readonly SqlFunction[]>;
  /** The deck of a review: as it was kept, made again from an earlier quarter, or fresh. */
  deck(wish: ReviewWish): Promise<Deck>;
  /** Keeps the person's changes of a deck. */
  keepDeck(deck: Deck): Promise<void>;
  /** What a deck says today. */
  tell(deck: Deck, locale: Locale, onProgress?: (progress: Progress) => void, signal?: AbortSignal): Promise<Told>;
  /** What a deck says today, drawn for the page. */
  showReview(deck: Deck, locale: Locale, mask: MaskWish, signal?: AbortSignal): Promise<ReviewMessage>;
  /** Every kept version of the reviews of a template, oldest first. */
  versions(template: TemplateName, rep: string | null): readonly DeckVersion[];
  /** A brand checked, with what a file of the company's says put in. */
  brand(brand: Brand, file: BrandFile | null): Promise<CheckedBrand>;
  /** Makes a copy of the workspace in which names are replaced. */
  share(folder: string, mask: MaskWish, locale: Locale, signal?: AbortSignal): Promise<SharedCopy>;
  /** A deck as the bytes of a file; what it said is kept. */
  writeReview(deck: Deck, locale: Locale, wishes: WindowWishes, signal?: AbortSignal): Promise<Uint8Array>;
  /** Keeps what a deck said as one more version of it; nothing in a workspace that cannot be written to. */
  keepSaid(deck: Deck, told: Told): Promise<void>;
}
