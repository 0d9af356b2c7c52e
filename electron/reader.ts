/**
 * The reader of workbooks and JSON: a thread of its own with a limit on its memory, which the engine ends when it is told to stop. What it reads it writes
 * out as plain text. A thread, because without Node's own way to start processes there is no other that both the engine and the command can end at once.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readingSchema } from './import/read/apart/messages';
import type { ReaderMessage } from './import/read/apart/messages';
import { doReading } from './import/read/apart/reading';
import { UserError } from './model/errors';

const tell = (message: ReaderMessage): void => parentPort?.postMessage(message);

function faultOf(error: unknown): ReaderMessage {
  if (error instanceof UserError) return { fault: { code: error.code, args: error.args } };
  return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

doReading(readingSchema.parse(workerData)).then(
  (answer) => tell({ answer }),
  (error: unknown) => tell(faultOf(error)),
);
