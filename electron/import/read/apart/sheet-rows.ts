import { textOfSerial } from './cell-text';
import type { Look } from './cell-text';
import { RichText, withoutEscapes } from './rich-text';
import type { MergedRange, SheetFacts, SheetRow } from './sheet-reader';
import { XmlFault } from './xml-scan';
import type { Attributes, XmlListener, XmlText } from './xml-scan';

const mostMerges = 100_000;
const lastColumn = 16_384;
const [letterR, letterS, letterT] = [0x72, 0x73, 0x74];

/** What the cells of a sheet refer to. */
export interface CellGround {
  readonly texts: readonly string[];
  /** How each look shows a number, by its own number. */
  readonly looks: readonly Look[];
  readonly is1904: boolean;
}

/** Makes rows of a sheet's XML, and gathers what they do not tell: merged cells, and formulas without their value. */
export class SheetRows implements XmlListener {
  /** True once a cell was met that holds anything. */
  filled = false;
  private rows: SheetRow[] = [];
  private readonly merges: MergedRange[] = [];
  private formulas = 0;
  private unvalued = 0;
  private inData = false;
  private row = 0;
  private cells: string[] = [];
  private column = 0;
  private kind = '';
  private inCell = false;
  private look: Look = 'number';
  private hasFormula = false;
  private hasValue = false;
  private inValue = false;
  private inText = false;
  /** Value of the cell where it is digits alone; -1 where it is not. */
  private digits = -1;
  private value = '';
  private readonly inline = new RichText();

  constructor(private readonly ground: CellGround) {}

  get wantsText(): boolean {
    return this.inValue || (this.inText && this.inline.wantsText);
  }

  /** Rows that are whole since the last call. */
  take(): readonly SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  /** What the rows do not tell, now that the sheet has ended. */
  facts(): SheetFacts {
    const { merges, formulas, unvalued, ground } = this;
    return { merges, formulas, unvalued, is1904: ground.is1904 };
  }

  opened(name: string, attributes: Attributes): void {
    if (this.inCell) this.openedInCell(name);
    else if (this.inData && name === 'c') this.beginCell(attributes);
    else if (this.inData && name === 'row') this.beginRow(attributes);
    else if (name === 'sheetData') this.inData = true;
    else if (name === 'mergeCell') this.addMerge(attributes.get('ref') ?? '');
  }

  private openedInCell(name: string): void {
    if (this.inText) return this.inline.opened(name);
    if (name === 'v') this.inValue = this.hasValue = this.filled = true;
    else if (name === 'f') this.hasFormula = this.filled = true;
    else if (name === 'is') {
      this.inText = this.filled = true;
      this.inline.begin();
    }
  }

  closed(name: string): void {
    if (name === 'c' && this.inCell) this.endCell();
    else if (name === 'v') this.inValue = false;
    else if (name === 'is') this.inText = false;
    else if (this.inText) this.inline.closed(name);
    else if (name === 'row' && this.inData) this.rows.push({ row: this.row, cells: this.cells });
    else if (name === 'sheetData') this.inData = false;
  }

  text(text: XmlText): void {
    if (this.inText) this.inline.add(text);
    else if (this.inValue) this.addValue(text);
  }

  private addValue(text: XmlText): void {
    if (this.digits < 0 && this.value === '' && this.kind !== 'str') {
      this.digits = text.digits;
      if (this.digits >= 0) return;
    }
    if (this.digits >= 0) this.value = String(this.digits);
    this.digits = -1;
    this.value += text.toString();
  }

  private beginRow(attributes: Attributes): void {
    const place = attributes.placeOf(letterR);
    this.row = place < 0 ? this.row + 1 : numberAt(attributes, place);
    this.cells = [];
    this.column = 0;
  }

  private beginCell(attributes: Attributes): void {
    const at = attributes.placeOf(letterR);
    this.column = at < 0 ? this.column + 1 : columnAt(attributes, at);
    if (this.column < 1 || this.column > lastColumn) throw new XmlFault(`column ${this.column}`);
    const kind = attributes.placeOf(letterT);
    this.kind = kind < 0 ? '' : kindAt(attributes, kind);
    const look = attributes.placeOf(letterS);
    this.look = look < 0 ? 'number' : (this.ground.looks[numberAt(attributes, look)] ?? 'number');
    this.inCell = true;
    this.hasFormula = this.hasValue = false;
    this.digits = -1;
    this.value = '';
    this.inline.begin();
  }

  private endCell(): void {
    this.inCell = this.inText = this.inValue = false;
    if (this.hasFormula) this.formulas++;
    if (this.hasFormula && !this.hasValue) this.unvalued++;
    const { cells, column } = this;
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = this.cellText();
  }

  private cellText(): string {
    const { digits, value } = this;
    switch (this.kind) {
      case 's':
        return this.ground.texts[digits < 0 && value !== '' ? Number(value) : digits] ?? '';
      case 'str':
        return withoutEscapes(value);
      case 'inlineStr':
        return this.inline.end();
      case 'b':
        return digits === 1 || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        return digits < 0 ? value : String(digits);
      default:
        return this.numberText();
    }
  }

  private numberText(): string {
    const number = this.digits < 0 ? Number(this.value) : this.digits;
    if (this.digits < 0 && (this.value === '' || Number.isNaN(number))) return this.value;
    return this.look === 'number' ? String(number) : textOfSerial(number, this.ground.is1904, this.look);
  }

  private addMerge(ref: string): void {
    const [, column = '', first, last] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/i.exec(ref) ?? [];
    if (column === '' || this.merges.length >= mostMerges) return;
    let firstColumn = 0;
    for (const letter of column.toUpperCase()) firstColumn = firstColumn * 26 + letter.charCodeAt(0) - 64;
    this.merges.push({ firstRow: Number(first), lastRow: Number(last), firstColumn });
  }
}

function numberAt({ bytes, places }: Attributes, place: number): number {
  let number = 0;
  const end = places[place + 1] ?? 0;
  for (let i = places[place] ?? 0; i < end; i++) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9 || number > 1e9) throw new XmlFault('a number was expected');
    number = number * 10 + digit;
  }
  return number;
}

/** Number of the column of a reference like `AB12`, from 1; 0 where it names none. */
function columnAt({ bytes, places }: Attributes, place: number): number {
  let number = 0;
  const end = places[place + 1] ?? 0;
  for (let i = places[place] ?? 0; i < end && number <= lastColumn; i++) {
    const letter = ((bytes[i] ?? 0) & 0xdf) - 0x40;
    if (letter < 1 || letter > 26) break;
    number = number * 26 + letter;
  }
  return number;
}

// The kinds of cells are few: most are told by one letter, and made into text once.
function kindAt({ bytes, places }: Attributes, place: number): string {
  const from = places[place] ?? 0;
  const to = places[place + 1] ?? 0;
  if (to - from === 1) {
    const letter = bytes[from];
    if (letter === letterS) return 's';
    if (letter === 0x62) return 'b';
    if (letter === 0x65) return 'e';
    return 'n';
  }
  return bytes.toString('latin1', from, to);
}
