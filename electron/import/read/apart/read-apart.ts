import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../../model/errors';
import { messageSchema } from './messages';
import type { Answer, Reading } from './messages';

/** Most memory for what the reader holds. */
const mostMemoryMb = 1024;
/** Room for what is dropped at once: cells of a row. Less makes it tidy up more often than it reads. */
const youngMemoryMb = 64;

/** Asks the reader, on a thread of its own that ends with the answer, with the signal, or when it needs too much memory. Throws UserError and the signal's reason. */
export function readApart(
  reading: Reading,
  signal?: AbortSignal,
  onRows: (rows: number) => void = () => undefined,
): Promise<Answer> {
  signal?.throwIfAborted();
  // Run from its text: the packed program is one file that threads cannot be started from.
  const worker = new Worker(program(), {
    eval: true,
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: youngMemoryMb },
    stdout: true,
    stderr: true,
  });
  return new Promise<Answer>((resolve, reject) => {
    const stop = (): void => reject(asError(signal?.reason));
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: unknown) => {
      const told = messageSchema.parse(message);
      if ('rows' in told) onRows(told.rows);
      else if ('answer' in told) resolve(told.answer);
      else if ('fault' in told) reject(new UserError(told.fault.code, told.fault.args));
      else reject(new Error(told.bug));
    });
    worker.once('error', (error: Error) => reject(ofThread(error, reading.path)));
    worker.once('exit', () => reject(new Error('the reader ended without an answer')));
  }).finally(() => worker.terminate());
}

let text: string | null = null;

/** The reader's program: beside this one where it is built, in the build folder where it runs from source. */
function program(): string {
  const places = [
    join(import.meta.dirname, '../reader/reader.cjs'),
    join(import.meta.dirname, '../../../../dist/reader/reader.cjs'),
  ];
  text ??= readFileSync(places.find((place) => existsSync(place)) ?? 'reader.cjs', 'utf8');
  return text;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new DOMException('stopped', 'AbortError');
}

function ofThread(error: Error, path: string): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return new UserError('archive_too_big', { file: basename(path), bytes: 0 });
  return error;
}
