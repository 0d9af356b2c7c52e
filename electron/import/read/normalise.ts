import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { UserError } from '../../model/errors';
import { judgeFile } from './judge';
import { chunksOf } from './source';
import { Reading } from './stream';
import type { NormalisedResult, ReadControl, ReadOptions, SetAside } from './types';

/** Most lines set aside that are kept in memory. */
const MOST_KEPT = 100_000;
const MOST_BLANK_KEPT = 1_000;
const FLUSH_AT = 512 * 1024;

/**
 * Writes a table as plain UTF-8 with commas, every text quoted, LF line ends, a header, and a first column `_line` that
 * holds each row's first physical line. A target that could not be finished is removed. Throws UserError, and the signal's reason.
 */
export async function writeNormalised(
  path: string,
  target: string,
  options: ReadOptions = {},
  control: ReadControl = {},
): Promise<NormalisedResult> {
  const { plan } = await judgeFile(path, options);
  const { header } = plan.judgement;
  const setAside: SetAside[] = [];
  const blank: number[] = [];
  const writer = new CsvWriter(createWriteStream(target, { mode: 0o600 }));
  writer.add('"_line"', header, false);
  const reading = new Reading(plan, {
    row: (cells, line, plain) => writer.add(String(line), cells, plain),
    setAside: (line) => {
      if (setAside.length < MOST_KEPT) setAside.push(line);
    },
    blank: (line, lines) => {
      for (let i = 0; i < lines && blank.length < MOST_BLANK_KEPT; i++) blank.push(line + i);
    },
    full: () => false,
  });
  try {
    for await (const chunk of chunksOf(plan.source, control)) {
      reading.write(chunk);
      await writer.flush(FLUSH_AT);
    }
    const end = reading.finish(true);
    await writer.close();
    return {
      ...end,
      judgement: plan.judgement,
      header,
      setAside,
      blank,
      bytes: writer.bytes,
      longestRecord: writer.longest,
    };
  } catch (error) {
    writer.destroy();
    await rm(target, { force: true });
    throw isDiskFull(error) ? new UserError('disk_full', { file: target }) : error;
  }
}

/** Writes quoted records to a stream, some at a time. */
class CsvWriter {
  bytes = 0;
  /** Longest record in bytes, as far as characters tell: never less than the truth. */
  longest = 0;
  private records: string[] = [];
  private size = 0;
  private failed: Error | null = null;

  constructor(private readonly stream: WriteStream) {
    stream.on('error', (error) => {
      this.failed = error;
    });
  }

  /** Adds a record; `plain` says that no cell holds a quote mark. */
  add(first: string, cells: readonly string[], plain: boolean): void {
    const inner = plain ? cells : cells.map((cell) => (cell.includes('"') ? cell.replaceAll('"', '""') : cell));
    const record = `${first},"${inner.join('","')}"\n`;
    if (record.length * 3 > this.longest) this.longest = Math.max(this.longest, Buffer.byteLength(record));
    this.records.push(record);
    this.size += record.length;
  }

  /** Hands the gathered text to the stream once it has a size. */
  async flush(from: number): Promise<void> {
    this.check();
    if (this.size < from) return;
    const buffer = Buffer.from(this.records.join(''), 'utf8');
    this.records = [];
    this.size = 0;
    this.bytes += buffer.length;
    if (!this.stream.write(buffer)) await this.drained();
    this.check();
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.stream.off('drain', go).off('close', go);
        resolve();
      };
      this.stream.on('drain', go).on('close', go);
    });
  }

  async close(): Promise<void> {
    await this.flush(0);
    this.stream.end();
    await once(this.stream, 'close');
    this.check();
  }

  private check(): void {
    if (this.failed !== null) throw this.failed;
  }

  destroy(): void {
    this.stream.destroy();
  }
}

function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG')
  );
}
