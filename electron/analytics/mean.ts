import { tQuantile } from '../stats/distributions';
import type { Table } from '../model/table';
import { numberColumn, numbersOf, textColumn, withColumns } from '../model/table';
import { middleState } from './finish';
import type { FinishContext } from './metric';

/** Finishes a mean of money gathered as `n`, `mean_money` and `spread_money` (sample standard deviation) with Student's limits; null below two units. Source: domain specification 5.3. */
export function studentMean(raw: Table, { settings }: FinishContext): Table {
  const n = numbersOf(raw, 'n');
  const means = numbersOf(raw, 'mean_money');
  const spreads = numbersOf(raw, 'spread_money');
  const halves = Array.from(n, (count, row) =>
    count > 1 ? (tQuantile(0.975, count - 1) * (spreads[row] ?? NaN)) / Math.sqrt(count) : NaN,
  );
  const limit = (sign: number) => halves.map((half, row) => (means[row] ?? NaN) + sign * half);
  return withColumns(raw, [
    numberColumn('value', 'money', means),
    numberColumn('lower', 'money', limit(-1)),
    numberColumn('upper', 'money', limit(1)),
    textColumn(
      'method',
      'label',
      halves.map((half) => (Number.isNaN(half) ? null : 'student')),
    ),
    textColumn(
      'state',
      'label',
      Array.from(n, (count) => middleState(count, settings)),
    ),
  ]);
}
