import { readsAsName } from './header-words';
import { isTyped, kindOf, meansNothing, shapeOf } from './kinds';
import { columnKind } from './profile';
import type { SampleRecord } from './sample';

/** How much speaks for a row being the header, and how much against. */
interface HeaderVotes {
  forIt: number;
  against: number;
  /** Typed columns whose cell is of another kind than the column. */
  unlike: number;
  /** Typed columns whose cell is of the column's own kind. */
  alike: number;
}

const BODY = 200;

/** Weighs whether a row names the columns of the rows after it. */
export function weighHeader(row: readonly string[], body: readonly (readonly string[])[]): HeaderVotes {
  const votes: HeaderVotes = { forIt: 0, against: 0, unlike: 0, alike: 0 };
  const rows = body.slice(0, BODY).filter((cells) => !isSame(cells, row));
  const sequence = periodCells(row, rows);
  for (const [column, cell] of row.entries()) {
    if (sequence.has(column)) {
      votes.forIt += 1;
      continue;
    }
    weighCell(
      cell,
      rows.map((cells) => cells[column] ?? ''),
      votes,
    );
  }
  return votes;
}

/** True when the votes make a row the header; a row of nothing but text that nothing speaks against is one too. */
export function isHeader(votes: HeaderVotes, row: readonly string[]): boolean {
  const balance = votes.forIt - votes.against;
  if (balance !== 0) return balance > 0;
  return row.every((cell) => !isTyped(kindOf(cell)) || kindOf(cell) === 'bool');
}

/** True when nothing but habit speaks for the decision, or both sides have a case. */
export function isDoubtful({ forIt, against }: HeaderVotes): boolean {
  if (forIt === 0 && against === 0) return true;
  return forIt > 0 && against > 0 && Math.abs(forIt - against) < 0.5;
}

function isSame(cells: readonly string[], row: readonly string[]): boolean {
  return cells.length === row.length && cells.every((cell, i) => cell === row[i]);
}

function weighCell(cell: string, column: readonly string[], votes: HeaderVotes): void {
  if (cell.trim() === '') return;
  const kind = kindOf(cell);
  const present = column.filter((other) => other.trim() !== '');
  const usual = present.length === 1 ? single(present[0] ?? '') : columnKind(column);
  if (usual !== undefined) {
    const same = kind === usual || (isDigits(kind) && isDigits(usual));
    if (same) {
      votes.against += kind === 'bool' ? 0.5 : 1;
      votes.alike++;
    } else if (!meansNothing(cell) && !isDigits(kind)) {
      votes.forIt += 1;
      votes.unlike++;
    }
    return;
  }
  if (isTyped(kind) && kind !== 'bool') {
    votes.against += kind === 'number' && present.length === 0 ? 0.6 : 0.7;
    return;
  }
  weighText(cell, present, votes);
}

/** Kind of a column that has one cell only. */
function single(cell: string): ReturnType<typeof columnKind> {
  const kind = kindOf(cell);
  return isTyped(kind) && kind !== 'bool' && !meansNothing(cell) ? kind : undefined;
}

function isDigits(kind: ReturnType<typeof kindOf>): boolean {
  return kind === 'number' || kind === 'phone';
}

function weighText(cell: string, present: readonly string[], votes: HeaderVotes): void {
  if (readsAsName(cell)) votes.forIt += 0.5;
  if (/^\p{L}$/u.test(cell.trim())) votes.forIt += 0.2;
  const repeats = present.filter((other) => other === cell).length;
  const distinct = new Set(present).size;
  if (repeats > 0) votes.against += 0.7;
  else if (present.length >= 5 && distinct <= present.length / 2) votes.forIt += 0.5;
  if (present.length < 3) return;
  const shape = shapeOf(cell);
  const shapes = new Set(present.map(shapeOf));
  if (shapes.size > 1) return;
  if (shapes.has(shape)) votes.against += /9/.test(shape) ? 0.5 : 0;
  else if ([...shapes].some((other) => /9/.test(other))) votes.forIt += 0.5;
}

/** True for the row of units below a header: brackets, or text over numbers, and nothing in columns that no row leaves empty. */
export function isUnitsRow(row: readonly string[], body: readonly (readonly string[])[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  const lacking = row.filter((cell, i) => cell.trim() === '' && body.every((cells) => (cells[i] ?? '').trim() !== ''));
  if (body.length === 0 || filled.length === 0 || lacking.length < 2) return false;
  if (filled.every((cell) => /^[([].{1,24}[)\]]$/.test(cell.trim()) && !isTyped(kindOf(cell)))) return true;
  const { alike, unlike } = weighHeader(row, body);
  return body.length > 2 && alike === 0 && unlike > 0 && filled.every((cell) => /^\D{1,5}$/.test(cell.trim()));
}

/** Columns whose header cell is one of a run of years, months or days that name periods, not amounts. */
function periodCells(row: readonly string[], body: readonly (readonly string[])[]): Set<number> {
  const numbers = row.flatMap((cell, column) =>
    /^\d{1,4}$/.test(cell.trim()) ? [{ column, value: Number(cell) }] : [],
  );
  const others = row.filter((_, column) => !numbers.some((number) => number.column === column));
  const none = new Set<number>();
  if (numbers.length === 0 || others.some((cell) => isTyped(kindOf(cell)))) return none;
  if (others.length === 0 || (others.every((cell) => cell.trim() === '') && numbers.length < 2)) return none;
  const columns = new Set(numbers.map(({ column }) => column));
  const values = numbers.map(({ value }) => value);
  const readable = others.some((cell) => readsAsName(cell));
  const named = readable && isStepped(values);
  const isRun = readable ? isYearRun : isPeriodRun;
  if (!isRun(values) && !named) return none;
  const looksAlike = body.some((cells) =>
    isRun(numbers.map(({ column }) => Number((cells[column] ?? '').trim() || NaN))),
  );
  return looksAlike && !named ? none : columns;
}

/** Three or more numbers that grow by the same step: bounds of classes. */
function isStepped(values: readonly number[]): boolean {
  const [first = NaN, second = NaN] = values;
  return values.length >= 3 && second > first && values.every((value, i) => value === first + i * (second - first));
}

/** A run of periods, or years that rise or fall with gaps between them. */
function isYearRun(values: readonly number[]): boolean {
  if (isPeriodRun(values)) return true;
  const years = values.every((value) => Number.isInteger(value) && value >= 1980 && value <= 2100);
  const [first = NaN, second = NaN] = values;
  const rising = second > first;
  return (
    years &&
    values.length >= 2 &&
    values.every((value, i) => i === 0 || (rising ? value > (values[i - 1] ?? NaN) : value < (values[i - 1] ?? NaN)))
  );
}

function isPeriodRun(values: readonly number[]): boolean {
  const [first = NaN] = values;
  const years = values.every((value) => Number.isInteger(value) && value >= 1980 && value <= 2100);
  if (values.length === 1) return years;
  const step = (values[1] ?? NaN) - first;
  const regular = (step === 1 || step === -1) && values.every((value, i) => value === first + i * step);
  return regular && (years || (first === 1 && values.length >= 3 && values.length <= 31));
}

/** True when a row below a header names columns too: its cells are unlike the typed columns below, none is like them. */
export function isFurtherHeader(row: SampleRecord, body: readonly (readonly string[])[]): boolean {
  if (body.length < 2 || row.filled < 2) return false;
  const votes = weighHeader(row.cells, body);
  return votes.alike === 0 && votes.unlike >= 2 && votes.forIt > votes.against;
}
