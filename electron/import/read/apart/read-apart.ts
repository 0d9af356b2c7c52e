import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
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
export async function readApart(reading: Reading, signal?: AbortSignal): Promise<Answer> {
  signal?.throwIfAborted();
  // Run from its text: the packed program is one file that threads cannot be started from.
  const worker = new Worker(program(), {
    eval: true,
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: youngMemoryMb },
    stdout: true,
    stderr: true,
  });
  try {
    return await answerOf(worker, reading, signal);
  } finally {
    await worker.terminate();
    if (reading.task === 'write') await rm(`${reading.target}.part`, { force: true });
  }
}

function answerOf(worker: Worker, { path }: Reading, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(asError(signal.reason)), { once: true });
    worker.on('message', (message: unknown) => {
      const told = messageSchema.safeParse(message);
      if (!told.success) reject(told.error);
      else if ('answer' in told.data) resolve(told.data.answer);
      else if ('fault' in told.data) reject(new UserError(told.data.fault.code, told.data.fault.args));
      else reject(new Error(told.data.bug));
    });
    worker.once('error', (error: Error) => reject(ofThread(error, path)));
    worker.once('exit', () => reject(new Error('the reader ended without an answer')));
  });
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
