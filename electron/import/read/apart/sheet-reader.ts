/** One sheet of a workbook. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** True when no cell holds anything. */
  readonly empty: boolean;
}

/** A row as text; cells after the last filled one may be missing. */
export interface SheetRow {
  /** The row's number in the sheet, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Cells shown as one: the first holds the value. Rows and columns from 1, the last ones included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
}

/** What is known of a sheet beside its rows. */
export interface SheetFacts {
  readonly merges: readonly MergedRange[];
  /** Cells that hold a formula. */
  readonly formulas: number;
  /** Cells that hold a formula without the value it had: they come out empty. */
  readonly unvalued: number;
  /** True when days are counted from 1904. */
  readonly is1904: boolean;
}

/** Reads workbooks of some kinds; the same rows come out whichever reads them. */
export interface SheetReader {
  /** Sheets in their order. */
  list(): Promise<readonly SheetInfo[]>;
  /** Rows from the top; rows without any cell may be missing. */
  rows(sheet: string): AsyncIterable<SheetRow>;
  /** What its rows do not tell; known once they were read to their end. */
  facts(sheet: string): SheetFacts;
}
