/** Asks for the same rows in turns and reads of them what a chart reads: a sum, the span of the instants, a count by word, the first texts. */
import { tableFromIPC } from 'apache-arrow';
import { ask, connectPort } from '../../../renderer/engine';
import type { Packed, PackedColumn } from './packed';
import { statement } from './statement';

declare global {
  interface Window {
    readonly report: (result: unknown) => void;
  }
}

const given = new URLSearchParams(location.search);
const [rows, rounds] = ['rows', 'rounds'].map((name) => Number(given.get(name))) as [number, number];

async function ours(): Promise<string> {
  const { arrow } = await ask((engine, signal) =>
    engine.sql.run({ text: statement(rows), explain: false }, { signal }),
  );
  const table = tableFromIPC(arrow);
  const column = (name: string) => {
    const data = table.getChild(name)?.data[0];
    if (!data) throw new Error(`no column ${name}`);
    return data;
  };
  const [real, moment, word, text] = ['real', 'moment', 'word', 'text'].map(column);
  if (!real || !moment || !word || !text) throw new Error('columns are missing');
  const words = word.dictionary?.toArray() as string[];
  const texts = text.dictionary;
  return readingOf({
    real: real.values as Float64Array,
    isMissing: (row) => real.nullCount > 0 && ((real.nullBitmap[row >> 3] ?? 0) & (1 << (row & 7))) === 0,
    millisecondsAt: (row) => Number((moment.values as BigInt64Array)[row]),
    codes: word.values as Int32Array,
    words,
    textAt: (row) => String(texts?.get((text.values as Int32Array)[row] ?? 0)),
  });
}

async function packed(port: MessagePort): Promise<string> {
  const { columns, bytes } = await new Promise<Packed>((resolve) => {
    port.onmessage = ({ data }: MessageEvent<Packed>) => resolve(data);
    port.postMessage(rows);
  });
  const column = (name: string): PackedColumn => {
    const found = columns.find((candidate) => candidate.name === name);
    if (!found) throw new Error(`no column ${name}`);
    return found;
  };
  const place = (at: number) => bytes.byteOffset + at;
  const { mask, at } = column('real');
  const halves = new Uint32Array(bytes.buffer, place(column('moment').at), rows * 2);
  const codesOf = (name: string) => new Int32Array(bytes.buffer, place(column(name).at), rows);
  const texts = codesOf('text');
  return readingOf({
    real: new Float64Array(bytes.buffer, place(at), rows),
    isMissing: (row) => mask !== null && ((bytes[mask + (row >> 3)] ?? 0) & (1 << (row & 7))) === 0,
    millisecondsAt: (row) => Math.round(((halves[2 * row + 1] ?? 0) * 2 ** 32 + (halves[2 * row] ?? 0)) / 1000),
    codes: codesOf('word'),
    words: column('word').words ?? [],
    textAt: (row) => column('text').words?.[texts[row] ?? 0] ?? '',
  });
}

interface Columns {
  readonly real: Float64Array;
  readonly isMissing: (row: number) => boolean;
  readonly millisecondsAt: (row: number) => number;
  readonly codes: Int32Array;
  readonly words: readonly string[];
  readonly textAt: (row: number) => string;
}

function readingOf({ real, isMissing, millisecondsAt, codes, words, textAt }: Columns): string {
  const counts = new Uint32Array(words.length);
  let [sum, first, last] = [0, Infinity, -Infinity];
  for (let row = 0; row < rows; row++) {
    if (!isMissing(row)) sum += real[row] ?? 0;
    const moment = millisecondsAt(row);
    if (moment < first) first = moment;
    if (moment > last) last = moment;
    counts[codes[row] ?? 0]!++;
  }
  const texts = Array.from({ length: 100 }, (_, row) => textAt(row).length);
  return JSON.stringify([
    sum,
    Math.floor(first),
    Math.floor(last),
    Object.fromEntries(words.map((word, i) => [word, counts[i]])),
    texts,
  ]);
}

async function run(port: MessagePort): Promise<void> {
  const ways = { ours, packed: () => packed(port) };
  const folder = given.get('folder') ?? '';
  await ask((engine) => engine.workspace.open({ folder, create: true }));
  const times: Record<keyof typeof ways, number[]> = { ours: [], packed: [] };
  if ((await ours()) !== (await packed(port)))
    throw new Error(`the readings differ: ${await ours()} ${await packed(port)}`);
  for (let round = 0; round < rounds; round++) {
    for (const way of round % 2 === 0 ? (['ours', 'packed'] as const) : (['packed', 'ours'] as const)) {
      const start = performance.now();
      await ways[way]();
      times[way].push(performance.now() - start);
    }
  }
  window.report(times);
}

const arrived: MessagePort[] = [];
window.addEventListener('message', ({ ports }) => {
  arrived.push(...ports);
  const [own, other] = arrived;
  if (!own || !other || arrived.length > 2) return;
  connectPort(own);
  other.start();
  run(other).catch((error: unknown) => window.report({ failed: String(error) }));
});
