import { expect, it } from 'vitest';
import { figuresSaid } from '../../electron/review/content/said';
import type { Answer } from '../../electron/model/question';
import type { Column } from '../../electron/model/table';
import { numberColumn, textColumn } from '../../electron/model/table';

function answer(metric: string, by: readonly string[], columns: readonly Column[], length: number): Answer {
  return {
    metric,
    spec: '',
    as_of: null,
    period: { start: null, end: null },
    filters: {},
    by,
    time_zone: 'UTC',
    currency: 'USD',
    settings: {},
    columns: columns.map(({ name, unit }) => ({ name, unit })),
    table: { length, columns },
    sql: [],
  };
}

const labels = (name: string, ...texts: (string | null)[]): Column => textColumn(name, 'label', texts);
const keysOf = (given: Answer) => figuresSaid(given).map(({ key }) => key);

it('figures of several people in one answer are told apart by their names', () => {
  const columns = [
    labels('rep', 'Ann', 'Ann', 'Ben'),
    labels('team', 'A', 'A', 'A'),
    labels('skill', 'reach', 'close', 'reach'),
    numberColumn('value', 'ratio', [0.3, 0.4, 0.5]),
    numberColumn('n', 'count', [30, 40, 50]),
  ];
  expect(keysOf(answer('skill-gap', [], columns, 3))).toEqual([
    'Ann · A · reach',
    'Ann · A · close',
    'Ben · A · reach',
  ]);
  expect(keysOf(answer('skill-gap', ['rep'], columns, 3))).toContain('Ben · A · reach');
});

it('those of several lists by the list and the skill', () => {
  const columns = [
    labels('rep', 'Ann', 'Ann', 'Ann'),
    labels('list', 'improved', 'improved', 'steady'),
    labels('skill', 'reach', 'close', null),
    numberColumn('value', 'score', [1, 2, 3]),
    numberColumn('n', 'count', [30, 40, 50]),
  ];
  expect(new Set(keysOf(answer('recognition', [], columns, 3))).size).toBe(3);
});

it('a figure by a dimension alone keeps that for its name', () => {
  const columns = [labels('team', 'A'), numberColumn('value', 'ratio', [0.3]), numberColumn('n', 'count', [3])];
  expect(keysOf(answer('win-rate', ['team'], columns, 1))).toEqual(['A']);
});
