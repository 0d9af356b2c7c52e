import type { Confidence, FileMap, OpenQuestion } from '../contract';
import type { Decision } from './read';
import type { TableName } from '../model/tables';
import type { ObjectFormat } from './formats/format';
import type { Recalled } from './recall';
import type { DateOrder, DateReading } from './recognise/dates';
import type { Mask } from './recognise/masks';
import type { NumberReading } from './recognise/numbers';
import type { Target } from './recognise/targets';

/** A file, or one table of it, that lies ready to be read. */
export interface SourceTable {
  /** Path of the file inside the workspace. */
  readonly path: string;
  /** Name the person knows it by. */
  readonly name: string;
  readonly part: string | null;
  readonly header: readonly string[];
  /** First records, as texts; decisions taken from them are checked against the whole file. */
  readonly sample: readonly (readonly string[])[];
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly system: string | null;
  /** How bytes became cells, as decided by the reader. */
  readonly reading: readonly Decision[];
}

/** What is known about one column's values. */
export interface ColumnFacts {
  readonly masks: readonly Mask[];
  /** Distinct values of the sample, most frequent first. */
  readonly values: readonly string[];
  readonly dates: DateReading;
  readonly numbers: NumberReading;
  /** True when some value has blanks at an end. */
  readonly padded: boolean;
  /** True when some value is written as a formula that gives a text, `="001"`, as spreadsheets keep leading zeros. */
  readonly wrapped: boolean;
  /** Values of an id that stand for "nothing here". */
  readonly missingIds: readonly string[];
  /** True when ids were written as fractions, `17850.0`. */
  readonly floatIds: boolean;
}

/** Rows of one table made from the rows of a file: the file's own table, or a further one beside it. */
export interface TablePlan {
  readonly table: TableName;
  /** Source columns by field or virtual field; several stand in for one another in this order. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
  /** Extra columns by index of the source column. */
  readonly extras: ReadonlyMap<number, string>;
  readonly constants: ReadonlyMap<string, string>;
  /** Columns joined to the key where the file has no key column of its own. */
  readonly keyColumns: readonly number[];
  /** True when a row without an id gets one made from all its cells. */
  readonly keyFromRow: boolean;
  /** Fields without which a row of a further table is no row. */
  readonly needs: readonly string[];
  /** True where open and closed rows share one date column: expected while open, actual once closed. */
  readonly splitsClose: boolean;
}

/** Everything decided about one file. */
export interface FilePlan {
  readonly source: SourceTable;
  readonly format: ObjectFormat | null;
  readonly system: string;
  readonly object: string;
  readonly confidence: Confidence;
  readonly main: TablePlan | null;
  readonly also: readonly TablePlan[];
  readonly targets: readonly Target[];
  readonly facts: readonly ColumnFacts[];
  readonly order: DateOrder;
  readonly decimal: '.' | ',';
  readonly zone: string;
  /** The moment of the import, ISO 8601 in UTC; what lies after it has not happened. */
  readonly now: string;
  /** True where some activities, and not most, lie after that moment: they are planned. Where most do, the clock is wrong or the data invented. */
  readonly leavesFuture: boolean;
  /** Currency of the workspace, for amounts that name none. */
  readonly currency: string;
  /** Fields whose percents are written as 20 for 0.2. */
  readonly points: ReadonlySet<string>;
  readonly stages: ReadonlyMap<string, StageDecision>;
  readonly decisions: readonly Decision[];
  readonly questions: readonly OpenQuestion[];
  readonly map: FileMap;
  /** The earlier mapping that was used again; null when the header is new. */
  readonly recalled: Recalled | null;
}

/** What a source stage stands for, and whether a person or their mapping said so. */
export interface StageDecision {
  readonly target: string | null;
  readonly confirmed: boolean;
}
