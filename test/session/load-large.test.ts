import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { large } from '../../electron/import/prepare';
import { OpenDeck, countsOf } from './open-deck';

/*
 * A large clean file is read at once and proven while it is read. These files are larger than the size from which that is done; each but the first
 * hides something that the proof must notice, so that the file is read again with every byte looked at.
 */
let deck: OpenDeck;
beforeEach(async () => {
  deck = await OpenDeck.fresh();
});
afterEach(() => deck.close());

// Few long lines: what is to be noticed lies as many bytes away as in a file of many short ones.
const rows = 22_000;
const far = 21_000;
const note = 'a note that makes the line longer than it would be otherwise'.repeat(13);
const line = (i: number) => `D${i},2026-01-05,${i % 3 === 0 ? 'Won' : 'New'},${i % 1000}.50,${note}`;
const fileOf = (change: (lines: string[]) => void = () => undefined, end = '\n') => {
  const lines = ['Deal ID,Created date,Stage,Amount,Note', ...Array.from({ length: rows }, (_, i) => line(i))];
  change(lines);
  return lines.join(end) + end;
};
const lineOf = async (id: string) =>
  (await deck.rows(`select src_row as line from opportunities where opportunity_id = '${id}'`))[0]?.['line'];

describe('a large file', () => {
  it('tells every row its line, also after it was merged into and in part undone', async () => {
    expect(fileOf().length).toBeGreaterThan(large);
    const report = await deck.loadText('big.csv', fileOf());
    expect(countsOf(report)).toMatchObject({ read: rows, new: rows });
    expect(await lineOf('D0')).toBe(2);
    expect(await lineOf(`D${far}`)).toBe(far + 2);
    const { import_id: id } = await deck.load([
      deck.file('more.csv', 'Deal ID,Created date,Stage\nD5,2026-01-05,Lost\nnew,2026-01-05,New\n'),
    ]);
    expect([await lineOf('D5'), await lineOf('new'), await lineOf(`D${far}`)]).toEqual([2, 3, far + 2]);
    await deck.reopen();
    await deck.undo(id ?? '');
    expect([await lineOf('D5'), await lineOf('new'), await lineOf(`D${far}`)]).toEqual([7, undefined, far + 2]);
    expect(await deck.rows('select count(*) as n, sum(amount)::double as money from opportunities')).toEqual([
      { n: rows, money: rows * 500 },
    ]);
  }, 60_000);

  it.each<[string, (lines: string[]) => void, Record<string, number>, [string, number]]>([
    [
      'a blank line',
      (lines) => lines.splice(far + 1, 0, ''),
      { read: rows + 1, new: rows, skipped: 1 },
      [`D${far}`, far + 3],
    ],
    [
      'a break inside quotes',
      (lines) => (lines[far + 1] = `D${far},2026-01-05,New,1,"two\nlines"`),
      { read: rows, new: rows },
      [`D${far + 1}`, far + 4],
    ],
    [
      'a row that is too short',
      (lines) => (lines[far + 1] = `D${far},2026-01-05`),
      { read: rows, new: rows },
      [`D${far + 1}`, far + 3],
    ],
    [
      'a row that is too long',
      (lines) => (lines[far + 1] = `${line(far)},a,b`),
      { read: rows, new: rows - 1, rejected: 1 },
      [`D${far + 1}`, far + 3],
    ],
    ['the header once more', (lines) => (lines[far + 1] = lines[0] ?? ''), {}, [`D${far + 1}`, far + 3]],
    [
      'the same key twice',
      (lines) => (lines[far + 1] = line(7)),
      { read: rows, new: rows - 1, skipped: 1 },
      ['D7', far + 2],
    ],
    [
      'a row without a key',
      (lines) => (lines[far + 1] = line(1).replace('D1', '')),
      { read: rows, new: rows - 1, rejected: 1 },
      [`D${far + 1}`, far + 3],
    ],
    [
      'a date in another dress',
      (lines) => (lines[far + 1] = `D${far},05/13/2026,New,1,${note}`),
      { read: rows, new: rows },
      [`D${far + 1}`, far + 3],
    ],
  ])(
    'with %s far down is not taken at its word',
    async (_name, change, counts, [id, at]) => {
      const report = await deck.loadText('big.csv', fileOf(change));
      expect(countsOf(report)).toMatchObject({ adds: true, ...counts });
      expect(await lineOf(id)).toBe(at);
      expect(await lineOf(`D${far - 1}`)).toBe(far + 1);
    },
    60_000,
  );

  it('whose lines end in carriage return and line feed reads the same', async () => {
    expect(countsOf(await deck.loadText('big.csv', fileOf(undefined, '\r\n')))).toMatchObject({
      read: rows,
      new: rows,
    });
    expect(
      await deck.rows('select count(distinct x_note) as n, max(length(x_note)) as longest from opportunities'),
    ).toEqual([{ n: 1, longest: note.length }]);
    expect(await lineOf(`D${far}`)).toBe(far + 2);
  }, 60_000);
});
