import type { Homogeneity } from '../../../electron/model/question';
import type { MeasureModel } from './measures';
import type { Standing } from './verdict';
import { known, sureAbove } from './apart';
import type { Sure } from './verdict';
import { differAtAll, surelyAhead } from './verdict';

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
  const differ = kind === 'rate' || differAtAll(standings);
  return standings.flatMap((one, i) =>
    standings.slice(i + 1).map((other) => pairOf(one, other, differ ? sureIn[kind] : () => null)),
  );
}

// Rates of people by their shrunken values; everything else by the interval of the difference, as in the verdict of the row.
const sureIn = { rate: surelyAhead, days: sureAbove } as const;

function pairOf(one: Standing, other: Standing, sureOf: Sure): Pair {
  const plain = { first: one.name, second: other.name, sure: null };
  if (!known(one) || !known(other) || one.derived || other.derived) return plain;
  const [ahead, behind] = [sureOf(one, other), sureOf(other, one)];
  if (ahead !== null) return { ...plain, sure: ahead };
  return behind === null ? plain : { first: other.name, second: one.name, sure: behind };
}
