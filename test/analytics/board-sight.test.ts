/** What is told of a board's rows cell by cell, or member by member where cells would be too many, against a walk over every row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../electron/analytics/board';
import { noDay } from '../../electron/analytics/board';
import { rowsAt } from '../../electron/analytics/board-cube';
import type { Members } from '../../electron/analytics/board-members';
import { sightOf } from '../../electron/analytics/board-sight';
import type { Entries } from '../../electron/analytics/board-tally';
import { inOrder, ordered, sumsOf, tallyOf } from '../../electron/analytics/board-tally';
import type { Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { emptyTable } from '../../electron/model/table';
import { sfc32 } from '../../samples/generator/random';

const [count, kinds] = [4_000, 3];
const dictionaries = {
  team: ['A', 'B', 'C'],
  segment: ['SME', 'School'],
  // As many as there are members, nearly: cells would be no fewer.
  rep: Array.from({ length: 3_000 }, (_, i) => `Name ${String(i).padStart(4, '0')}`),
};
const uniform = sfc32(3, 5);
const below = (most: number) => Math.floor(uniform() * most);
const codes = Object.fromEntries(
  Object.entries(dictionaries).map(([name, { length }]) => [
    name,
    // Some members have no segment at all.
    Uint16Array.from({ length: count }, () => (name === 'segment' ? below(length + 1) : 1 + below(length))),
  ]),
);
const members: Members = {
  length: count,
  texts: new Map(Object.entries(dictionaries).map(([name, dictionary]) => [name, { dictionary, codes: codes[name]! }])),
};
const textOf = (name: keyof typeof dictionaries, who: number) => dictionaries[name][codes[name]![who]! - 1];

const rows = 12_000;
const day = Int32Array.from({ length: rows }, () => (uniform() < 0.1 ? noDay : 19_000 + below(800))).sort();
const entries: Entries = {
  place: Int32Array.from({ length: rows }, () => below(count)),
  kind: Uint8Array.from({ length: rows }, () => below(kinds)),
  day,
};
const numbers = Float64Array.from({ length: rows }, () => below(1e6));
const ranked = { place: entries.place, kind: entries.kind, isRanked: true } as const;
const shuffled = ordered(
  entries.place,
  Int32Array.from({ length: rows }, () => 19_000 + below(800)),
);

const iso = (on: number) => new Date(on * 86_400_000).toISOString().slice(0, 10);
const filters: fc.Arbitrary<Record<string, readonly string[]>> = fc.constantFrom(
  {},
  { team: ['A'] },
  { team: ['A', 'C'], segment: ['School'] },
  { rep: dictionaries.rep.slice(0, 1_500) },
  { rep: dictionaries.rep.slice(500, 2_500), team: ['B'] },
);
const questions = fc
  .record({ first: fc.integer({ min: -20, max: 820 }), length: fc.integer({ min: 1, max: 800 }), filters })
  .chain(({ first, length, filters }) =>
    fc.constantFrom<string[]>([], ['team'], ['segment'], ['rep']).map((by) => ({
      question: { ...everything, from: iso(19_000 + first), to: iso(19_000 + first + length), by, filters } as Question,
      low: 19_000 + first,
      high: 19_000 + first + length,
    })),
  );
const asked = (question: Asked['question']): Asked => ({ question, options: {}, parameters: {}, spans: emptyTable });
const isChosen = (own: Readonly<Record<string, readonly string[]>>, who: number) =>
  Object.entries(own).every(([name, values]) => values.includes(textOf(name as 'team', who) ?? ''));

type Case = typeof questions extends fc.Arbitrary<infer T> ? T : never;

// The chosen rows of a group.
function rowsOf({ question, low, high }: Case, days: Int32Array, label: string | null, withUndated: boolean): number[] {
  const [name] = question.by as readonly (keyof typeof dictionaries)[];
  return Array.from(days.keys()).filter((row) => {
    const who = entries.place[row]!;
    const isThen = days[row] === noDay ? withUndated : days[row]! >= low && days[row]! < high;
    return isThen && isChosen(question.filters, who) && (name === undefined || textOf(name, who) === label);
  });
}

function check(property: (given: Case) => void): void {
  fc.assert(fc.property(questions, property), { seed: 11, numRuns: 60 });
}

describe('what is told of a board', () => {
  it('counts the chosen rows by kind and group, and adds up their numbers', () => {
    check((given) => {
      const sight = sightOf(members, asked(given.question));
      const counts = tallyOf(entries, kinds, given.question, sight);
      const sums = sumsOf(entries, numbers, given.question, sight);
      const labels = sight.groups.labels.map((label, group) => ({ label, group }));
      for (const { label, group } of labels.filter((_, at) => at % 97 === 0)) {
        const own = rowsOf(given, day, label, true);
        const byKind = [0, 1, 2].map((kind) => own.filter((row) => entries.kind[row] === kind).length);
        expect(Array.from(counts.subarray(group * kinds, (group + 1) * kinds))).toEqual(byKind);
        expect(sums[group]).toBe(own.reduce((sum, row) => sum + numbers[row]!, 0));
      }
    });
  });

  it('gives the chosen rows in their order', () => {
    check(({ question, ...days }) => {
      // Not by rep: a walk for each of thousands takes minutes.
      const given = { ...days, question: { ...question, by: question.by.filter((name) => name !== 'rep') } };
      const sight = sightOf(members, asked(given.question));
      const all = sight.groups.labels.map((label) => rowsOf(given, shuffled.day, label, false));
      const sizes = all.map(({ length }) => length);
      expect(inOrder(shuffled, given.question, sight, sizes).map((own) => Array.from(own))).toEqual(all);
    });
  });

  it('finds the rows that stand at some places', () => {
    check((given) => {
      const question = { ...given.question, by: [] };
      const sight = sightOf(members, asked(question));
      const own = Array.from(entries.place.keys()).filter(
        (row) => entries.kind[row] === 1 && isChosen(question.filters, entries.place[row]!),
      );
      const places = [0, Math.floor(own.length / 2), own.length - 1].filter((place) => place >= 0 && own.length > 0);
      expect(rowsAt(ranked, kinds, 1, places, sight)).toEqual(places.map((place) => own[place]));
    });
  });

  it('takes members together where that makes them fewer, and not where it would not', () => {
    const lensOf = (name: string) => sightOf(members, asked({ ...everything, by: [name] })).lens;
    expect(lensOf('team')?.cells.length).toBe(9);
    expect(lensOf('rep')).toBeNull();
  });
});
