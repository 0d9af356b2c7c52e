import { expect, test } from 'vitest';
import { marksIn } from '../../renderer/charts/mark';
import type { SkillColumn, SkillMatrixOptions } from '../../renderer/charts/skill-matrix';
import { skillMatrix } from '../../renderer/charts/skill-matrix';
import type { Table } from '../../renderer/charts/table';
import { numberColumn, tableOf, textColumn } from '../../renderer/charts/table';
import type { Theme } from '../../renderer/charts/theme';
import { marksOf } from '../../renderer/charts/theme';
import type { Locale } from '../../renderer/i18n/format';
import { expectGolden, hostile, people } from './golden';

type Row = readonly [
  rep: string,
  skill: string,
  value: number,
  half: number,
  reference: number,
  trials: number,
  verdict: string,
];

const skills: readonly SkillColumn[] = [
  { id: 'discover', unit: 'ratio', evidenceOf: (trials) => `n ${trials}` },
  { id: 'close', unit: 'ratio', evidenceOf: (trials) => `n ${trials}` },
  { id: 'value', unit: 'money', evidenceOf: (trials) => `n ${trials}` },
  { id: 'pace', unit: 'index', evidenceOf: (trials) => `${trials} d` },
];

const rows: readonly Row[] = [
  ['Aisyah Rahman', 'discover', 0.7, 0.06, 0.694, 168, 'in_line'],
  ['Aisyah Rahman', 'close', 0.38, 0.07, 0.34, 92, 'in_line'],
  ['Aisyah Rahman', 'value', 25_800, 2_800, 25_200, 38, 'in_line'],
  ['Aisyah Rahman', 'pace', 6.1, 0.3, 6.0, 228, 'in_line'],
  ['Farid Hakim', 'discover', 0.7, 0.055, 0.694, 197, 'in_line'],
  ['Farid Hakim', 'close', 0.267, 0.064, 0.34, 112, 'gap'],
  ['Farid Hakim', 'value', 27_100, 2_800, 25_200, 25, 'no_difference'],
  ['Farid Hakim', 'pace', 7.4, 0.35, 6.0, 228, 'strength'],
  ['Hafiz Osman', 'discover', 0.68, 0.12, 0.694, 14, 'too_little'],
  ['Hafiz Osman', 'close', 0.32, 0.11, 0.34, 6, 'too_little'],
  ['Hafiz Osman', 'value', 22_000, 6_200, 25_200, 1, 'too_little'],
];

function tableWith(cells: readonly Row[]): Table {
  const column = (name: string, of: (row: Row) => number) => numberColumn(name, 'score', cells.map(of));
  return tableOf(
    textColumn(
      'rep',
      cells.map(([rep]) => rep),
    ),
    textColumn(
      'skill',
      cells.map(([, skill]) => skill),
    ),
    column('posterior', ([, , value]) => value),
    column('lower', ([, , value, half]) => value - half),
    column('upper', ([, , value, half]) => value + half),
    column('reference', ([, , , , reference]) => reference),
    column('trials', ([, , , , , trials]) => trials),
    textColumn(
      'verdict',
      cells.map(([, , , , , , verdict]) => verdict),
    ),
  );
}

const verdicts: Readonly<Record<string, string>> = {
  gap: 'gap',
  strength: 'strength',
  too_little: 'too little evidence',
};
const words = {
  nameOf: (person: string) => person,
  skillOf: (skill: string) => skill,
  verdictOf: (verdict: string | null) => verdicts[verdict ?? ''] ?? 'in line',
  reference: 'peers’ median',
};

function draw(
  cells: readonly Row[],
  options: Partial<SkillMatrixOptions> = {},
  locale: Locale = 'en',
  theme: Theme = 'light',
) {
  const everyone = [...new Set(cells.map(([rep]) => rep))];
  return skillMatrix(tableWith(cells), { skills, people: everyone, ...options }, words, locale, marksOf(theme));
}

const sized = (count: number, rowHeight = 48) => ({
  width: 4 * 124,
  height: Math.max(1, count) * rowHeight,
});

test('three people, four skills, one selected', () =>
  expectGolden('skill-matrix/normal', draw(rows, { selected: { person: 'Farid Hakim', skill: 'close' } }), sized(3)));

test('the same on the dark page', () =>
  expectGolden('skill-matrix/dark', draw(rows, {}, 'en', 'dark'), sized(3), 'dark'));

test('the same in Malay', () => expectGolden('skill-matrix/malay', draw(rows, {}, 'ms'), sized(3)));

test('nothing to show', () => expectGolden('skill-matrix/empty', draw([]), sized(0)));

test('one cell', () => expectGolden('skill-matrix/one', draw(rows.slice(5, 6)), sized(1)));

test('200 people in rows of 28 without whiskers', () => {
  const many = people(200).flatMap((name, i): Row[] => [
    [
      name,
      'discover',
      0.6 + (i % 20) / 100,
      0.05,
      0.69,
      40 + i,
      i % 9 === 0 ? 'gap' : i % 13 === 0 ? 'strength' : 'in_line',
    ],
    [name, 'close', 0.3 + (i % 7) / 100, 0.05, 0.33, 20 + i, i % 11 === 0 ? 'too_little' : 'in_line'],
  ]);
  return expectGolden('skill-matrix/200', draw(many, { rowHeight: 28 }), sized(200, 28));
});

test('narrow cells stand closer, and leave out the evidence where it has no room', () => {
  const size = { width: 4 * 93, height: 3 * 48 };
  return expectGolden('skill-matrix/narrow', draw(rows), size);
});

test('a hostile name', () =>
  expectGolden('skill-matrix/hostile', draw([[hostile, 'close', 0.2, 0.1, 0.3, 50, 'gap']]), sized(1)));

test('a cell says value, verdict, interval, evidence and the reference', () => {
  const marks = marksIn(draw(rows));
  expect(marks[5]).toMatchObject({
    where: { rep: 'Farid Hakim', skill: 'close' },
    name: 'Farid Hakim · close',
    lines: ['26.7% · gap', '20.3–33.1', 'n 112', 'peers’ median 34.0%'],
    cell: [1, 1],
  });
});
