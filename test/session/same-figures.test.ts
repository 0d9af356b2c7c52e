import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { cellOf } from '../../electron/model/table';
import { createSession } from '../../electron/session';
import type { Session } from '../../electron/session/session';
import { format } from '../../renderer/i18n/format';
import { committedSample } from '../samples/read-sample';

/** Latest records of each table, so that all of them tell of the same months. */
const mostRecords = 300;

const home = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
const { files, truth } = committedSample();
const open: Session[] = [];
let whole: Map<string, Answer>;

beforeAll(async () => {
  whole = await answersOf(await loaded('whole', (records) => [records]));
}, 120_000);
afterAll(async () => {
  for (const session of open) await session.close();
  rmSync(home, { recursive: true, force: true });
});

/** A workspace of the sample's latest records, each table cut into as many files as `cut` makes of it, file after file in an import of its own. */
async function loaded(name: string, cut: (records: readonly string[]) => readonly (readonly string[])[]) {
  const session = createSession();
  open.push(session);
  await session.open(join(home, `${name}.quarterdeck`), true);
  await session.setting('time_zone', truth.time_zone);
  await session.setting('currency', truth.currency);
  const pieces = [...files].flatMap(([file, text]) => {
    const [header = '', ...records] = text.trimEnd().split(/\r?\n/);
    const latest = records.filter((record) => record.trim() !== '').slice(-mostRecords);
    return cut(latest).map((part, at) => ({ file, at, text: [header, ...part, ''].join('\n') }));
  });
  for (let at = 0; pieces.some((piece) => piece.at === at); at++)
    await load(
      session,
      join(home, name, String(at)),
      pieces.filter((piece) => piece.at === at),
    );
  return session;
}

async function load(session: Session, folder: string, pieces: readonly { file: string; text: string }[]) {
  mkdirSync(folder, { recursive: true });
  const staged = [];
  for (const { file, text } of pieces) {
    writeFileSync(join(folder, file), text);
    staged.push(await session.stage(join(folder, file)));
  }
  const events: string[] = [];
  for await (const { type } of session.load(staged, {})) events.push(type);
  expect(events).toContain('done');
}

async function answersOf(session: Session): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const { id } of session.metrics()) {
    const period = id === 'measured-change' ? { from: '2026-07-01', to: '2026-10-01' } : {};
    answers.set(id, await session.answer(id, { ...everything, ...period }));
  }
  return answers;
}

const cellsOf = ({ table, extra }: Answer) => ({
  extra,
  columns: table.columns.map((column) => ({
    name: column.name,
    cells: Array.from({ length: table.length }, (_, row) => cellOf(column, row)),
  })),
});

/** What was found, with the expected number in place of each that differs from it in its last digits alone: several threads add the same values up in another order. */
function besideLastDigits(found: unknown, expected: unknown): unknown {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? expected : found;
  if (Array.isArray(found) && Array.isArray(expected))
    return found.map((each, i) => besideLastDigits(each, expected[i]));
  if (typeof found !== 'object' || found === null || typeof expected !== 'object' || expected === null) return found;
  const others = expected as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(found).map(([name, each]) => [name, besideLastDigits(each, others[name])]));
}

describe('the figures of every metric are the same', () => {
  it('when the files come in pieces, one import after the other', async () => {
    const halves = (records: readonly string[]) => {
      const middle = Math.ceil(records.length / 2);
      return [records.slice(0, middle), records.slice(middle)].filter((part) => part.length > 0);
    };
    const pieces = await answersOf(await loaded('pieces', halves));
    expect([...pieces.keys()]).toEqual([...whole.keys()]);
    for (const [id, answer] of whole) {
      const expected = cellsOf(answer);
      expect(besideLastDigits(cellsOf(pieces.get(id)!), expected), id).toEqual(expected);
    }
  }, 120_000);

  it('in both languages', () => {
    const digits = (text: string) => text.replaceAll(/[^\d.,%–−]/g, '');
    const telling = new Set<string>();
    for (const [id, { table, currency }] of whole)
      for (const column of table.columns.filter(({ kind }) => kind === 'number'))
        for (let row = 0; row < table.length; row++) {
          const [value, options] = [cellOf(column, row), { currency }];
          const told = format(column.unit, value, 'en', options);
          expect(digits(format(column.unit, value, 'ms', options)), `${id} ${column.name}`).toBe(digits(told));
          if (column.name === 'value' && typeof value === 'number') telling.add(id);
        }
    expect(telling.size).toBeGreaterThan(whole.size / 2);
  });
});
