/** What the headline says of the groups that a measure is split by. */
import { figureIn } from '../../frame/answers';
import type { Figure } from '../../frame/answers';
import { dimensionName } from '../../frame/names';
import type { Words } from '../../i18n';
import type { Row } from '../../engine';

export interface Groups {
  readonly by: string;
  readonly rows: readonly Row[];
  /** Outcome of the test whether people or teams differ at all, where the answer has it. */
  readonly verdict: 'no_difference' | 'differs' | 'too_few' | null;
}

interface Shown {
  value(this: void, value: number): string;
  name(this: void, name: string | null): string;
}

type Named = Figure & { readonly name: string | null; readonly value: number };

const inTime: ReadonlySet<string> = new Set(['week', 'month', 'quarter']);
const people: ReadonlySet<string> = new Set(['rep', 'team']);

/** Lowest and highest of the groups that can be judged, and whether they are apart: people by their test, others by their intervals, time by its first and last. Null where nothing was split. */
export function groupsSaid({ by, rows, verdict }: Groups, words: Words, show: Shown): string | null {
  if (rows.length === 0) return null;
  const { t } = words;
  const dimension = dimensionName(by, words).toLocaleLowerCase();
  const judged = rows.flatMap((row): Named[] => {
    const figure = figureIn(row);
    const { value, state } = figure;
    return value === null || state === 'thin' ? [] : [{ ...figure, value, name: textOf(row[by]) }];
  });
  if (judged.length < 2) return t('measure.groups.few', { dimension });
  const ends = inTime.has(by) ? inOrder(judged) : [...judged].sort((a, b) => a.value - b.value);
  const [low, high] = [ends[0], ends.at(-1)];
  return t(`measure.groups.${kindOf(by, low, high, verdict)}`, {
    dimension,
    low: show.value(low?.value ?? 0),
    high: show.value(high?.value ?? 0),
    lowest: show.name(low?.name ?? null),
    highest: show.name(high?.name ?? null),
  });
}

function kindOf(by: string, low: Named | undefined, high: Named | undefined, verdict: Groups['verdict']) {
  if (inTime.has(by)) return 'time';
  if (verdict === 'no_difference') return 'alike';
  if (verdict === 'differs') return 'apart';
  const hasIntervals = low?.upper != null && high?.lower != null;
  if (hasIntervals && (low.upper ?? 0) >= (high.lower ?? 0)) return 'overlap';
  return people.has(by) ? 'between' : 'ends';
}

function inOrder(groups: readonly Named[]): readonly Named[] {
  return [...groups].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}
