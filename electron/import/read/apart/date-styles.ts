import { lookOf } from './cell-text';
import type { Look } from './cell-text';
import type { Attributes, XmlListener } from './xml-scan';

/** Numbers that stand for formats of days and times without saying so. */
const builtIn: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const builtInElapsed = 46;

/** How a format known by its number alone shows a number. */
export function builtInLook(format: number): Look {
  if (format === builtInElapsed) return 'elapsed';
  return builtIn.some(([from, to]) => format >= from && format <= to) ? 'moment' : 'number';
}

/** Gathers which looks of cells show a day or a time, and how. */
export class DateStyles implements XmlListener {
  /** By the number of the look. */
  readonly looks: Look[] = [];
  private readonly formats = new Map<number, Look>();
  readonly wantsText = false;
  private inCells = false;

  opened(name: string, attributes: Attributes): void {
    if (name === 'cellXfs') this.inCells = true;
    if (name !== 'numFmt' && (name !== 'xf' || !this.inCells)) return;
    const format = Number(attributes.get('numFmtId') ?? 0);
    if (name === 'numFmt') this.formats.set(format, lookOf(attributes.get('formatCode') ?? ''));
    else this.looks.push(this.formats.get(format) ?? builtInLook(format));
  }

  closed(name: string): void {
    if (name === 'cellXfs') this.inCells = false;
  }

  text(): void {
    // Looks hold no text.
  }
}
