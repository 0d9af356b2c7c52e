/**
 * The answers a workspace was last asked for, kept beside its derived tables and as old as they are: a dashboard opened again is there before anything is worked out.
 * They are found only by the very program that gave them, for the very data and settings they were given of.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../db/open';
import { change, query } from '../db/run';
import { pause } from '../model/pause';
import type { Answer } from '../model/question';
import { textsOf } from '../model/table';
import { derivedStamp, isDerived } from './derive';

/** Most answers saved, the last asked first, and most rows and characters of one: what a first screen asks, not lists of customers, which take longer to read than to make. */
const mostSaved = 80;
const mostRows = 2_000;
const mostText = 100_000;

export type KeyedAnswers = ReadonlyMap<string, Answer>;

/** What was saved by this program under the stamp of the derived tables there are, and that stamp; null where there are none. */
export async function readSaved(
  database: Database,
  program: string,
): Promise<{ readonly made: string | null; readonly answers: KeyedAnswers }> {
  return database.read(async (connection) => {
    const made = await derivedStamp(connection);
    if (made === null || !(await isDerived(connection, 'answers'))) return { made, answers: new Map() };
    const found = await query(
      connection,
      'select question, answer from derived.answers where stamp = cast($stamp as varchar) order by place',
      { stamp: `${program} ${made}` },
    );
    const texts = textsOf(found, 'answer');
    return { made, answers: new Map(textsOf(found, 'question').flatMap((key, i) => entry(key, texts[i] ?? null))) };
  });
}

// An answer saved once is at hand as text.
const texts = new WeakMap<Answer, string | null>();

/**
 * Saves the answers last asked in place of those saved before. `made` is the stamp they were given under: where the derived tables have another by now, nothing is saved.
 * Others have their turn after each answer; false where it was broken off, as `goesOn` no longer held.
 */
export async function writeSaved(
  database: Database,
  program: string,
  made: string,
  all: KeyedAnswers,
  goesOn: () => boolean,
): Promise<boolean> {
  const rows: { readonly key: string; readonly text: string }[] = [];
  for (const [key, answer] of [...all].filter(([, { table }]) => table.length <= mostRows).slice(-mostSaved)) {
    if (!goesOn()) return false;
    const text = await textOf(answer);
    if (text !== null) rows.push({ key, text });
  }
  await database.write(async (connection) => {
    if ((await derivedStamp(connection)) !== made) return;
    await change(
      connection,
      `create or replace table derived.answers as
       select
         cast($stamp as varchar) as stamp,
         unnest(range(len(cast($keys as varchar[])))) as place,
         unnest(cast($keys as varchar[])) as question,
         unnest(cast($texts as varchar[])) as answer`,
      { stamp: `${program} ${made}`, keys: rows.map(({ key }) => key), texts: rows.map(({ text }) => text) },
    );
  });
  return true;
}

async function textOf(answer: Answer): Promise<string | null> {
  const known = texts.get(answer);
  if (known !== undefined) return known;
  const text = packed(answer);
  texts.set(answer, text);
  await pause();
  return text;
}

function entry(key: string | null, text: string | null): [string, Answer][] {
  if (key === null || text === null) return [];
  try {
    return [[key, unpacked(text)]];
  } catch {
    return [];
  }
}

/** An answer as text; null for a long one, and where it would not come back as what it is. */
export function packed(answer: Answer): string | null {
  const text = JSON.stringify(answer, (_, value: unknown) => {
    if (value instanceof Float64Array) return { float64: base64(value) };
    if (value instanceof Int32Array) return { int32: base64(value) };
    return value;
  });
  return text.length <= mostText && isDeepStrictEqual(unpacked(text), answer) ? text : null;
}

function unpacked(text: string): Answer {
  return JSON.parse(text, (_, value: { float64?: unknown; int32?: unknown } | null) => {
    if (typeof value?.float64 === 'string') return new Float64Array(bytesOf(value.float64));
    if (typeof value?.int32 === 'string') return new Int32Array(bytesOf(value.int32));
    return value;
  }) as Answer;
}

function base64({ buffer, byteOffset, byteLength }: Float64Array | Int32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

// In a buffer of its own: the shared one of short texts begins anywhere.
function bytesOf(text: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(text, 'base64')).buffer;
}
