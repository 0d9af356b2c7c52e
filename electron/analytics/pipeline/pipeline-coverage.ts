import type { Table } from '../../model/table';
import { numberColumn, numbersOf, textColumn, withColumns } from '../../model/table';

/** What coverage has beside the envelope: its parts, and the same with every deal weighed by its chance. */
export const coverageColumns = {
  numerator: 'money',
  denominator: 'money',
  open_money: 'money',
  weighted_money: 'money',
  won_money: 'money',
  target_money: 'money',
  weighted_coverage: 'ratio',
  without_history: 'count',
} as const;

/** Coverage from open, won and target money; null where nothing is missing to the target, or there is none. Source: domain specification M19. */
export function coverage(raw: Table): Table {
  const [open, won, target, weighted] = ['open_money', 'won_money', 'target_money', 'weighted_money'].map((name) =>
    numbersOf(raw, name),
  );
  const missing = Array.from(target ?? [], (goal, row) => goal - (won?.[row] ?? 0));
  const over = (sums: Float64Array | undefined) =>
    missing.map((money, row) => (money > 0 ? (sums?.[row] ?? NaN) / money : NaN));
  const hasTargets = numbersOf(raw, 'has_targets');
  const reasons = missing.map((money, row) => {
    if (hasTargets[row] === 0) return 'missing:targets';
    return Number.isNaN(money) ? 'no_target' : money > 0 ? null : 'target_met';
  });
  return withColumns(raw, [
    numberColumn('value', 'ratio', over(open)),
    numberColumn('numerator', 'money', open ?? []),
    numberColumn('denominator', 'money', missing),
    numberColumn('weighted_coverage', 'ratio', over(weighted)),
    textColumn('reason', 'label', reasons),
    textColumn(
      'state',
      'label',
      reasons.map((reason) => (reason === 'missing:targets' ? 'unavailable' : 'ok')),
    ),
  ]);
}
