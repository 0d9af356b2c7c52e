import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';

/** What the costs by a dimension leave out of sight. */
export interface Unplaced {
  /** Money that belongs to no value of it, and all that was spent. */
  readonly money: number;
  readonly whole: number;
  /** How many values won something without spending of their own. */
  readonly free: number;
}

/** Sums over the rows of `cost-per-conversion` by that dimension. */
export function unplacedIn(rows: readonly Row[], by: string): Unplaced {
  const sum = (some: readonly Row[]): number => some.reduce((all, row) => all + (numberIn(row, 'cost_money') ?? 0), 0);
  return {
    money: sum(rows.filter((row) => (textIn(row, by) ?? 'Unknown') === 'Unknown')),
    whole: sum(rows),
    free: rows.filter((row) => row['reason'] === 'no_cost' && (numberIn(row, 'n') ?? 0) > 0).length,
  };
}
