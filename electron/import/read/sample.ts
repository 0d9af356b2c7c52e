import { RecordFeed } from './feed';
import type { QuoteFault } from './feed';
import { countFilled } from './profile';
import type { Profile } from './profile';
import type { Dialect } from './lines';

/** A record of the sample, kept. */
export interface SampleRecord {
  cells: string[];
  line: number;
  lines: number;
  marks: number;
  fault: QuoteFault;
  /** Number of cells that are not blank. */
  filled: number;
  /** The record's own text. */
  text: string;
}

/** The first text of a file, in whole lines where it is not the whole file. */
export interface Sample {
  text: string;
  whole: boolean;
}

/** Reads the records of a sample in a dialect; a last record that the sample cuts off is left out. */
export function readSample(sample: Sample, dialect: Dialect, profile: Profile, most: number, skip = 0): SampleRecord[] {
  const records: SampleRecord[] = [];
  const feed = new RecordFeed(
    dialect,
    profile,
    {
      skipped: () => undefined,
      record: (row) => {
        const { cells, line, lines, marks, fault } = row;
        records.push({ cells, line, lines, marks, fault, filled: countFilled(cells), text: row.raw() });
        return records.length >= most;
      },
    },
    skip,
  );
  feed.push(sample.text, sample.whole);
  return records;
}

/** The sample cut to at most a number of characters, at a line's end. */
export function shorten(sample: Sample, most: number): Sample {
  if (sample.text.length <= most) return sample;
  const end = lastLineEnd(sample.text, most);
  return end === 0 ? sample : { text: sample.text.slice(0, end), whole: false };
}

/** Place after the last line end before a place; 0 when there is none. */
export function lastLineEnd(text: string, before: number): number {
  const lf = text.lastIndexOf('\n', before - 1);
  if (lf !== -1) return lf + 1;
  const cr = text.lastIndexOf('\r', before - 2);
  return cr === -1 ? 0 : cr + 1;
}

/** True for a record without any content. */
export function isBlankRecord(record: { filled: number }): boolean {
  return record.filled === 0;
}
