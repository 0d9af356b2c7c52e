import { because } from '../../../model/evidence';
import { refuseCells, refuseRow } from './limits';
import type { Answer } from './messages';
import { PlainWriter } from './plain-writer';
import type { MergedRange, SheetReader, SheetRow } from './sheet-reader';

/** What was written of a sheet or a list of records, and what is to be said of it. */
export type Written = Omit<NonNullable<Answer['written']>, 'part'>;

/** Writes a sheet as plain text: record n is row n of the sheet. Throws UserError. */
export async function writeSheet(reader: SheetReader, sheet: string, file: string, target: string): Promise<Written> {
  const without = await writeRows(reader.rows(sheet), new MergeFill([]), file, target);
  const facts = reader.facts(sheet);
  const fill = new MergeFill(facts.merges);
  // Which cells are merged stands behind the rows: only a sheet that repeats any of them is written once more.
  const written = fill.isEmpty ? without : await writeRows(reader.rows(sheet), fill, file, target);
  return { ...written, named: false, ...notesOf(sheet, facts, fill.count) };
}

async function writeRows(
  rows: AsyncIterable<SheetRow>,
  fill: MergeFill,
  file: string,
  target: string,
): Promise<Pick<Written, 'rows' | 'width'>> {
  const writer = new PlainWriter(target);
  let cells = 0;
  let filled = 0;
  try {
    for await (const row of rows) {
      refuseRow(file, row.row);
      while (writer.rows + 1 < row.row) writer.add([]);
      cells += Math.max(row.cells.length, 1);
      for (const cell of row.cells) if (cell !== '') filled++;
      refuseCells(file, cells, filled);
      writer.add(fill.row(row.row, row.cells));
    }
    writer.finish();
  } catch (error) {
    writer.abandon();
    throw error;
  }
  return { rows: writer.rows, width: writer.width };
}

function notesOf(
  sheet: string,
  { formulas, unvalued, is1904 }: { formulas: number; unvalued: number; is1904: boolean },
  repeated: number,
): Pick<Written, 'decisions' | 'warnings'> {
  const decisions: Written['decisions'][number][] = [
    { what: 'sheet', chosen: sheet, evidence: because('cells_as_text') },
  ];
  if (is1904) decisions.push({ what: 'date_system', chosen: '1904', evidence: because('workbook_setting') });
  if (formulas > 0)
    decisions.push({
      what: 'formulas',
      chosen: 'values',
      evidence: because('last_worked_out', { n: formulas }),
    });
  if (repeated > 0)
    decisions.push({
      what: 'merged_cells',
      chosen: 'repeated',
      evidence: because('merged_repeated', { n: repeated }),
    });
  const warnings: Written['warnings'][number][] = [];
  if (unvalued > 0) {
    warnings.push({
      code: 'formulas_unvalued',
      says: { code: 'formulas_unvalued', args: { n: unvalued } },
      count: unvalued,
    });
  }
  return { decisions, warnings };
}

/** Repeats a value that is merged over several rows in each of them, as the sheet shows it. */
class MergeFill {
  /** Cells that were filled. */
  count = 0;
  private readonly starting = new Map<number, MergedRange[]>();
  private active: { readonly range: MergedRange; readonly value: string }[] = [];

  constructor(merges: readonly MergedRange[]) {
    for (const range of merges) {
      if (range.lastRow <= range.firstRow) continue;
      const sameRow = this.starting.get(range.firstRow) ?? [];
      sameRow.push(range);
      this.starting.set(range.firstRow, sameRow);
    }
  }

  get isEmpty(): boolean {
    return this.starting.size === 0;
  }

  row(row: number, cells: readonly string[]): readonly string[] {
    if (this.isEmpty) return cells;
    this.active = this.active.filter(({ range }) => range.lastRow >= row);
    const repeats = this.active.length > 0 && cells.some((cell) => cell !== '');
    const out = repeats ? this.repeated(cells) : cells;
    for (const range of this.starting.get(row) ?? []) {
      const value = cells[range.firstColumn - 1] ?? '';
      if (value !== '') this.active.push({ range, value });
    }
    return out;
  }

  private repeated(cells: readonly string[]): string[] {
    const out = [...cells];
    for (const { range, value } of this.active) {
      const at = range.firstColumn - 1;
      if ((out[at] ?? '') !== '') continue;
      while (out.length < at) out.push('');
      out[at] = value;
      this.count++;
    }
    return out;
  }
}
