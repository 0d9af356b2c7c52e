import type { Homogeneity } from '../../../electron/model/question';
import type { MeasureModel } from './measures';
import type { Standing } from './verdict';
import { probabilityOf, sureEnough } from './verdict';

/** Two people of a measure. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  /** How sure the first is ahead of the second; null where nothing can be said of the two. */
  readonly sure: number | null;
}

/** Every pair once, the one further along first where that is sure, else as the people stand; none where the measure is not judged or people do not differ. */
export function pairsOf(
  kind: MeasureModel['kind'],
  standings: readonly Standing[],
  homogeneity: Homogeneity | undefined,
): readonly Pair[] {
  if (kind === 'money' || (kind === 'rate' && homogeneity?.verdict !== 'differs')) return [];
  return standings.flatMap((one, i) => standings.slice(i + 1).map((other) => pairOf(kind, one, other)));
}

function pairOf(kind: 'rate' | 'days', one: Standing, other: Standing): Pair {
  const ahead = probabilityOf(one, other);
  const plain = { first: one.name, second: other.name, sure: null };
  if (ahead === null || (kind === 'days' && !apart(one, other))) return plain;
  const [first, second, sure] = ahead >= 0.5 ? [one, other, ahead] : [other, one, 1 - ahead];
  return sure >= sureEnough ? { first: first.name, second: second.name, sure } : plain;
}

// Days are told apart by their intervals alone, as in the verdict of the row.
function apart(one: Standing, other: Standing): boolean {
  return (one.lower ?? 0) > (other.upper ?? 0) || (other.lower ?? 0) > (one.upper ?? 0);
}
