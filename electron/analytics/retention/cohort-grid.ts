import { wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { numberColumn, numbersOf, textColumn, withColumns } from '../../model/table';
import { enough } from '../finish';
import { groupsOf } from '../groups';
import type { FinishContext } from '../metric';

/** Cells of the grid with their shares; a cell whose period is not over says so. Adds the averages of the complete cells, weighted by cohort size. Source: domain specification M40. */
export function cohortGrid(raw: Table, context: FinishContext): Table {
  const { options, settings } = context;
  const logo = options['measure'] !== 'revenue';
  const hits = numbersOf(raw, 'numerator');
  const bases = numbersOf(raw, 'denominator');
  const complete = numbersOf(raw, 'complete');
  const sizes = numbersOf(raw, 'cohort_size');
  const steps = numbersOf(raw, 'k');
  const values = hits.map((hit, row) => (bases[row]! > 0 ? hit / bases[row]! : NaN));
  const limits = Array.from(values, (value, row) =>
    logo && !Number.isNaN(value) ? wilson(hits[row] ?? 0, bases[row] ?? 0) : null,
  );
  context.extra['averages'] = averages(raw, context.by);
  // Column 0 is 1 by construction: no rate that evidence could be short of.
  const state = (row: number) => {
    if (complete[row] !== 1) return 'immature';
    const known = !logo || bases[row] === 0 || steps[row] === 0;
    return known || enough(bases[row] ?? 0, values[row] ?? 0, settings) ? 'ok' : 'thin';
  };
  const rows = Array.from(values.keys());
  return withColumns(raw, [
    numberColumn('value', 'ratio', values),
    numberColumn('n', 'count', sizes),
    numberColumn(
      'lower',
      'ratio',
      limits.map((found) => found?.lower ?? null),
    ),
    numberColumn(
      'upper',
      'ratio',
      limits.map((found) => found?.upper ?? null),
    ),
    textColumn(
      'method',
      'label',
      limits.map((found) => (found ? 'wilson' : null)),
    ),
    textColumn('state', 'label', rows.map(state)),
    textColumn(
      'reason',
      'label',
      rows.map((row) => (sizes[row] === 0 || Number.isNaN(values[row]) ? 'empty' : null)),
    ),
  ]);
}

// Sums of the complete cells' parts: the same as averaging their shares by cohort size.
function averages(raw: Table, by: readonly string[]) {
  const hits = numbersOf(raw, 'numerator');
  const bases = numbersOf(raw, 'denominator');
  const complete = numbersOf(raw, 'complete');
  const steps = numbersOf(raw, 'k');
  return groupsOf(raw).flatMap((group) => {
    const sums = new Map<number, { active: number; base: number }>();
    for (const row of group.rows) {
      if (complete[row] !== 1 || !(bases[row]! > 0)) continue;
      const sum = sums.get(steps[row]!) ?? { active: 0, base: 0 };
      sums.set(steps[row]!, { active: sum.active + hits[row]!, base: sum.base + bases[row]! });
    }
    const labels = Object.fromEntries(by.map((name, i) => [name, group.by[i] ?? null]));
    return [...sums]
      .sort(([a], [b]) => a - b)
      .map(([k, { active, base }]) => ({ ...labels, k, value: active / base, denominator: base }));
  });
}
