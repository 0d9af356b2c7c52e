import { isDateFormat } from './cell-text';
import type { Attributes, XmlListener } from './xml-scan';

/** Numbers that stand for formats of days and times without saying so. */
const builtIn: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Gathers which looks of cells show a day or a time. */
export class DateStyles implements XmlListener {
  /** By the number of the look. */
  readonly dated: boolean[] = [];
  private readonly formats = new Map<number, boolean>();
  readonly wantsText = false;
  private inCells = false;

  opened(name: string, attributes: Attributes): void {
    if (name === 'cellXfs') this.inCells = true;
    if (name !== 'numFmt' && (name !== 'xf' || !this.inCells)) return;
    const format = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt') this.formats.set(format, isDateFormat(attributes.get('formatCode') ?? ''));
    else this.dated.push(this.formats.get(format) ?? builtIn.some(([from, to]) => format >= from && format <= to));
  }

  closed(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  text(): void {
    // Looks hold no text.
  }
}
