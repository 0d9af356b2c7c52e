import type { TableName } from '../../model/tables';

/**
 * One kind of file a system writes. Header names are written as words and compared by plain name.
 * A column's target is a field, several joined by `+`, one of the virtual fields below, or null to keep it as an extra column.
 */
export interface ObjectFormat {
  readonly system: string;
  readonly object: string;
  readonly table: TableName | null;
  /** Headers that must all be there, separated by `|`. */
  readonly all: string;
  /** Headers of which one must be there; empty when there is no such need. */
  readonly any?: string;
  /** Headers that must not be there. */
  readonly none?: string;
  readonly columns: Readonly<Record<string, string | null>>;
  /** Only rows whose column holds one of these values are rows of the table; the others are skipped. */
  readonly keep?: Readonly<Record<string, readonly string[]>>;
  /** Rows whose column holds one of these values are no rows of the table; compared without case. */
  readonly drop?: Readonly<Record<string, readonly string[]>>;
  /** Columns that hold now this field and now that, as another says: each pair of a column and the words for one field is read as a column of its own, named `column (first word)`. */
  readonly split?: {
    readonly by: string;
    readonly columns: readonly (readonly [column: string, words: string])[];
  };
  /** True where a row may repeat the stage of the row before it (a change of another field); such rows are skipped. */
  readonly collapse?: boolean;
  /** Look-ups that come as id and name: the id's column, the name's column, and the table both belong to. */
  readonly pairs?: readonly (readonly [id: string, name: string, table: 'accounts' | 'reps' | 'contacts'])[];
  /** Text that stands before every id and is not part of it. */
  readonly idPrefix?: string;
  /** True where ids may stand in braces that are not part of them. */
  readonly idBraces?: boolean;
  /** Values that every row has though no column says them. */
  readonly constants?: Readonly<Record<string, string>>;
}

/**
 * Targets that are not fields of the model: `first_name` and `last_name` make `name`; `who_id` and `what_id` are told apart by their prefix;
 * `seconds` and `milliseconds` make `minutes`; `quantity` times `unit_price`, summed over the lines of an order, makes its `amount`; a true `deleted` leaves the row out, and so does a `done` that says of an activity that it is not.
 */
export const virtualFields = [
  'first_name',
  'last_name',
  'who_id',
  'what_id',
  'seconds',
  'milliseconds',
  'quantity',
  'unit_price',
  'deleted',
  'done',
] as const;
export type VirtualField = (typeof virtualFields)[number];

/** True for a target that is not a field of the model but makes one. */
export function isVirtualField(name: string): name is VirtualField {
  return (virtualFields as readonly string[]).includes(name);
}
