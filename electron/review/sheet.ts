import type { Column, NumberColumn, Table, TextColumn } from '../model/table';
import { cellOf } from '../model/table';

/** Rows of a sheet as XML (ECMA-376 part 1, 18.3.1), in pieces: `styles` names each column's style, the first row of the table stands in row `first`. Numbers, days and flags are typed cells, text is text and never a formula, a missing cell is left out. */
export function* rowsXml(
  table: Table,
  styles: readonly string[],
  first: number,
  shared: SharedTexts,
): Generator<string> {
  const cells = table.columns.map((column, i) => cellsIn(column, letters(i), styles[i] ?? '', shared));
  for (let at = 0; at < table.length; at += blockRows) {
    const rows = Array.from(
      { length: Math.min(blockRows, table.length - at) },
      (_, i) => `<row r="${at + i + first}">`,
    );
    for (const cell of cells) for (let i = 0; i < rows.length; i++) rows[i] += cell(at + i, at + i + first);
    yield `${rows.join('</row>')}</row>`;
  }
}

/** So few rows that they are still at hand when the next column comes to them. */
const blockRows = 1_000;

/** The texts of a workbook's cells, each once (18.4.8): cells name them by their place. */
export class SharedTexts {
  readonly #places = new Map<string, number>();

  /** `before` texts stand there already. */
  constructor(private readonly before: number) {}

  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.before + this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  /** Those asked for so far as XML, in their places. */
  *xml(): Generator<string> {
    let block = '';
    for (const text of this.#places.keys()) {
      block += `<si>${textXml(text)}</si>`;
      if (block.length < 100_000) continue;
      yield block;
      block = '';
    }
    yield block;
  }
}

type CellXml = (row: number, line: number) => string;

function cellsIn(column: Column, letter: string, style: string, shared: SharedTexts): CellXml {
  const head = `<c r="${letter}`;
  const styled = style === '' ? '"' : `" s="${style}"`;
  return column.kind === 'text' ? textsIn(column, head, styled, shared) : numbersIn(column, head, styled, shared);
}

// A text is written when a row has it, never because the dictionary knows it. What hardly repeats stands in its cells: to share it is dearer than to say it.
function textsIn({ codes, dictionary }: TextColumn, head: string, styled: string, shared: SharedTexts): CellXml {
  const inCells = dictionary.length > codes.length / 4;
  const tailOf = (text: string) =>
    inCells
      ? `${styled} t="inlineStr"><is>${textXml(text)}</is></c>`
      : `${styled} t="s"><v>${shared.placeOf(text)}</v></c>`;
  const tails: string[] = [];
  return (row, line) => {
    const code = codes[row] ?? -1;
    const text = dictionary[code];
    return text === undefined ? '' : `${head}${line}${(tails[code] ??= tailOf(text))}`;
  };
}

function numbersIn(column: NumberColumn, head: string, styled: string, shared: SharedTexts): CellXml {
  const dated = column.unit === 'date' || column.unit === 'instant';
  const kind = column.unit === 'flag' ? `${styled} t="b"><v>` : `${styled}><v>`;
  return (row, line) => {
    const value = serialOf(column, row);
    if (!Number.isFinite(value)) return '';
    if (!dated || value >= firstSerial) return `${head}${line}${kind}${value}</v></c>`;
    return `${head}${line}${styled} t="s"><v>${shared.placeOf(String(cellOf(column, row)))}</v></c>`;
  };
}

/** The number a sheet holds for a cell: days and instants as days since the end of 1899. */
function serialOf({ unit, values }: NumberColumn, row: number): number {
  const value = values[row] ?? NaN;
  if (unit === 'date') return value + epochSerial;
  return unit === 'instant' ? value / 86_400_000 + epochSerial : value;
}

/** 1970-01-01 as sheets count. */
const epochSerial = 25_569;

/** 1 March 1900: before it a sheet's days are one off or none at all, so they are written as text. */
const firstSerial = 61;

/** A text as a workbook says it. What XML can't hold is written as its code, as `_x0001_`, and a text that says such a code itself is kept from being read as one. */
export function sheetText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, coded);
}

function textXml(text: string): string {
  const plain = sheetText(text).replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${plain}</t>`;
}

const coded = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** A column's name in a sheet: A, B … Z, AA. */
export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
