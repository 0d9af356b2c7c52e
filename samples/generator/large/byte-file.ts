/* Fast CSV: rows are put together as bytes and written in pieces, so that memory stays small whatever the size. */
import { closeSync, openSync, writeSync } from 'node:fs';

const PIECE = 8 * 1024 * 1024;
const LONGEST_ROW = 2048;
const comma = 44;
const newline = 10;
const zero = 48;

/** A file written front to back. */
export class ByteFile {
  private readonly bytes = Buffer.allocUnsafe(PIECE);
  private readonly file: number;
  private at = 0;
  private written = 0;
  private records = 0;

  constructor(path: string, header: string) {
    this.file = openSync(path, 'w');
    this.at += this.bytes.write(`${header}\n`, 0, 'latin1');
  }

  /** Bytes and data records so far. */
  get size(): { bytes: number; rows: number } {
    return { bytes: this.written + this.at, rows: this.records };
  }

  /** Ends a cell. */
  next(): void {
    this.bytes[this.at++] = comma;
  }

  /** Leaves so many cells empty. */
  skip(cells: number): void {
    for (let i = 0; i < cells; i++) this.bytes[this.at++] = comma;
  }

  /** ASCII text; at most some hundred characters. */
  text(value: string): void {
    for (let i = 0; i < value.length; i++) this.bytes[this.at++] = value.charCodeAt(i);
  }

  /** A whole number from 0 on. */
  whole(value: number): void {
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits++;
    let rest = value;
    for (let i = this.at + digits - 1; i >= this.at; i--) {
      const shorter = Math.floor(rest / 10);
      this.bytes[i] = zero + rest - shorter * 10;
      rest = shorter;
    }
    this.at += digits;
  }

  /** An amount given in cents. */
  money(cents: number): void {
    const whole = Math.floor(cents / 100);
    this.whole(whole);
    this.bytes[this.at++] = 46;
    this.two(cents - whole * 100);
  }

  /** Two digits. */
  two(value: number): void {
    const tens = Math.floor(value / 10);
    this.bytes[this.at++] = zero + tens;
    this.bytes[this.at++] = zero + value - tens * 10;
  }

  /** Date of a day number since 1970. */
  date(day: number): void {
    this.text(dateText(day));
  }

  /** UTC instant of seconds since 1970. */
  instant(second: number): void {
    const day = Math.floor(second / 86_400);
    let rest = second - day * 86_400;
    this.date(day);
    this.bytes[this.at++] = 84;
    const hours = Math.floor(rest / 3600);
    rest -= hours * 3600;
    const minutes = Math.floor(rest / 60);
    this.two(hours);
    this.bytes[this.at++] = 58;
    this.two(minutes);
    this.bytes[this.at++] = 58;
    this.two(rest - minutes * 60);
    this.bytes[this.at++] = 90;
  }

  /** Ends a record. */
  end(): void {
    this.bytes[this.at++] = newline;
    this.records++;
    if (this.at > PIECE - LONGEST_ROW) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    writeSync(this.file, this.bytes, 0, this.at);
    this.written += this.at;
    this.at = 0;
  }
}

const dates: string[] = [];

function dateText(day: number): string {
  return (dates[day] ??= new Date(day * 86_400_000).toISOString().slice(0, 10));
}
