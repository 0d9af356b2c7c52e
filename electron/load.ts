/** What the page and the engine say to each other of a load: files, decisions, questions, lines, typed rows. Types alone; the contract hands them on. */
import type { ImportMap } from './contract';
import type { EnteredRow } from './model/entered';
import type { ErrorArgs, ErrorCode } from './model/errors';
import type { Evidence } from './model/evidence';
import type { LineReason, Remark } from './model/remarks';

export interface Decision {
  readonly what: string;
  readonly chosen: string;
  /** In English; the page says it by its code. */
  readonly evidence: string;
  readonly because: Evidence;
}

export interface LoadWarning {
  readonly code: string;
  /** In English; the page says it by what it says. */
  readonly message: string;
  /** The file, or the part of one, it is about; null for a load as a whole. */
  readonly file: string | null;
  readonly says: Remark;
  readonly count: number;
}

export type Confidence = 'sure' | 'likely' | 'confirm' | 'extra';

export interface PlannedColumn {
  readonly source: string;
  readonly field: string | null;
  /** Name under which a column without a field is kept; null where it has one, or where its dates became stage events. */
  readonly extra: string | null;
  readonly type: string;
  /** Share of records with a value, 0 to 1. */
  readonly filled: number;
  readonly confidence: Confidence;
  readonly samples: readonly string[];
}

/** Why a file, or a part of one, was left out of a load that went on without it: the code of a fault, with its values. */
export interface SetAsideFile {
  readonly code: ErrorCode;
  readonly args: ErrorArgs;
}

/** One file of a load. Always read = new + updated + unchanged + skipped + rejected. */
export interface FileReport {
  readonly file: string;
  readonly part: string | null;
  readonly system: string;
  readonly object: string;
  readonly table: string | null;
  readonly confidence: Confidence;
  readonly encoding: string;
  readonly delimiter: string;
  readonly header_line: number;
  readonly read: number;
  readonly new: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
  readonly derived: Readonly<Record<string, number>>;
  readonly columns: readonly PlannedColumn[];
  readonly decisions: readonly Decision[];
  readonly rejects_file: string | null;
  /** Why nothing of it came in though nobody left it out; null for files that did. */
  readonly set_aside: SetAsideFile | null;
}

/** A question the person must answer before the load may go on. */
export interface OpenQuestion {
  readonly file: string;
  readonly kind: 'table' | 'column' | 'dates' | 'numbers' | 'stages' | 'currency' | 'time_zone' | 'percent' | 'alias';
  readonly subject: string;
  readonly choices: readonly string[];
  readonly suggested: string | null;
  /** True where the load may go on without an answer. */
  readonly mayBeLeft?: boolean;
  /** The table whose record an alias would stand for. */
  readonly table?: string;
}

export interface StageChoice {
  readonly stage: string;
  readonly rows: number;
  readonly target: string | null;
  readonly confirmed: boolean;
}

/** A file of the dry run, with its first lines and size, and the earlier file whose mapping was used again. */
export interface PlannedFile extends FileReport {
  readonly firstLines: readonly string[];
  readonly bytes: number;
  readonly reused: {
    readonly file: string;
    readonly added: readonly string[];
    readonly gone: readonly string[];
  } | null;
}

export interface LoadPlan {
  readonly files: readonly PlannedFile[];
  readonly stages: readonly StageChoice[];
  readonly questions: readonly OpenQuestion[];
  readonly warnings: readonly LoadWarning[];
  /** The decisions taken so far, in the form of `--map`. */
  readonly map: ImportMap;
}

export interface LoadResult {
  readonly import_id: string | null;
  readonly files: readonly FileReport[];
  readonly warnings: readonly LoadWarning[];
}

/** How far a load, or the dry run of one, has come. */
export interface LoadProgress {
  readonly type: 'progress';
  readonly file: string;
  readonly step: 'read' | 'load' | 'derive';
  /** Bytes of the file while it is looked through and loaded; a mere part of what is to be done while figures are derived. */
  readonly unit: 'bytes' | 'part';
  readonly done: number;
  readonly total: number;
}

export type LoadEvent = LoadProgress | { readonly type: 'done'; readonly result: LoadResult };

/** A file of a dry run as its first records look, while what it would change is still being found out. */
export interface SeenFile extends Pick<FileReport, 'file' | 'part' | 'system' | 'object' | 'table' | 'confidence'> {
  /** Names of its columns. */
  readonly columns: readonly string[];
  readonly bytes: number;
}

/** What a dry run tells: each file as soon as it is recognised, how far it has come, the plan last. */
export type PlanEvent =
  | LoadProgress
  | { readonly type: 'seen'; readonly file: SeenFile }
  | { readonly type: 'planned'; readonly plan: LoadPlan };

/** A table that can be typed in, as a grid. Cells are texts; a cell that is not there is empty. */
export interface EnteredGrid {
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly required: boolean;
    readonly references: string | null;
    readonly values: readonly string[];
  }[];
  /** Fields that tell one row from another; a typed row of an imported key adds to it. Empty: every row stands for itself. */
  readonly key: readonly string[];
  readonly typed: readonly EnteredRow[];
  /** The first imported rows, by key. */
  readonly imported: readonly EnteredRow[];
  readonly importedCount: number;
}

export interface UndoResult {
  readonly import_id: string;
  readonly removed: Readonly<Record<string, number>>;
}

export interface FileLine {
  readonly line: number;
  /** In English; the page says it by its code. */
  readonly reason: string;
  readonly because: LineReason;
  readonly text: string;
}
