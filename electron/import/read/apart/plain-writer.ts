import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

const flushAt = 1024 * 1024;
/** What would read otherwise without quotes: marks of the format, line breaks, blanks at the ends. */
const special = /[",\r\n\0\ufeff]|^\s|\s$/;

/** Writes rows as plain text, one record a row, that appears under its name once it is whole. */
export class PlainWriter {
  rows = 0;
  /** Cells of the widest row so far, up to its last filled one. */
  width = 0;
  private readonly handle: number;
  private pieces: string[] = [];
  private size = 0;

  constructor(private readonly target: string) {
    this.handle = openSync(`${target}.part`, 'w', 0o600);
  }

  /** Adds a row; a row without any filled cell becomes an empty line. */
  add(cells: readonly string[]): void {
    let filled = cells.length;
    while (filled > 0 && cells[filled - 1] === '') filled--;
    this.rows++;
    if (filled > this.width) this.width = filled;
    this.put(filled === 0 ? '\n' : `${this.record(cells, filled)}\n`);
  }

  private record(cells: readonly string[], filled: number): string {
    let text = '';
    // A row with nothing but its first cell is a title or a note more often than data, and stays as short as such lines are.
    const length = filled === 1 ? 1 : this.width;
    for (let i = 0; i < length; i++) {
      if (i > 0) text += ',';
      const cell = i < filled ? (cells[i] ?? '') : '';
      if (cell === '') continue;
      text += special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    return text;
  }

  private put(text: string): void {
    this.pieces.push(text);
    this.size += text.length;
    if (this.size >= flushAt) this.flush();
  }

  private flush(): void {
    const bytes = Buffer.from(this.pieces.join(''), 'utf8');
    for (let done = 0; done < bytes.length;) done += writeSync(this.handle, bytes, done);
    this.pieces = [];
    this.size = 0;
  }

  /** Gives the file its name. */
  finish(): void {
    this.flush();
    closeSync(this.handle);
    renameSync(`${this.target}.part`, this.target);
  }

  /** Removes what was written. */
  abandon(): void {
    closeSync(this.handle);
    rmSync(`${this.target}.part`, { force: true });
  }
}
