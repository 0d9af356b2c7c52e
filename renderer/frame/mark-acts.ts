import { change, filterTo, useQuestion } from '../state/question';
import type { Period } from '../state/period';
import { periodAt } from '../state/period';
import { useValues } from '../state/reads';
import type { Explained } from '../state/screen';
import type { Act } from '../ui/context-menu';
import { useWords } from '../ui/words';
import { useDimensions } from './filters';
import { dimensionName, valueName } from './names';
import { periodName } from './period-name';
import { addToDeck } from './review-keys';

/** A mark or a row that is pointed at. */
export interface Pointed {
  readonly name: string;
  /** Value, interval and n, ready to read. */
  readonly lines: readonly string[];
  readonly where: Readonly<Record<string, string | null>>;
  readonly explained: Explained | undefined;
  /** Opens the rows behind it. */
  readonly onRows: (() => void) | undefined;
}

/** As many values as the engine lists of a dimension; of more it cannot be said which ones are the others. */
const mostValues = 200;

/** What can be done with what is pointed at, in the order of the menu. */
export function useMarkActs({ name, lines, where, explained, onRows }: Pointed): readonly Act[] {
  const { t } = useWords();
  const group = useGroup(where);
  const copy = (): void => void navigator.clipboard.writeText([name, ...lines].join('\n'));
  return [
    ...(onRows ? [{ id: 'rows', text: t('mark.rows'), note: t('keys.enterKey'), run: onRows }] : []),
    ...usePeriodAct(where),
    ...useGroupActs(group, explained),
    { id: 'copy', text: t('common.copy'), run: copy },
    ...(explained ? [{ id: 'add', text: t('mark.add'), note: 'R', run: () => addToDeck(explained) }] : []),
  ];
}

/** A value of a dimension that a mark or a row stands for. */
interface Group {
  readonly dimension: string;
  readonly value: string;
}

// The first dimension one may filter by that the mark stands for.
function useGroup(where: Pointed['where']): Group | null {
  const dimensions = useDimensions();
  const dimension = dimensions.find((each) => each in where);
  return dimension === undefined ? null : { dimension, value: where[dimension] ?? 'Unknown' };
}

/** The columns of time that a picture may have, as its marks are known by. */
export const timeColumns = ['quarter', 'month', 'week'] as const;

/** The period that a mark of a picture over time stands for; null for any other mark. */
export function periodOfMark(where: Pointed['where']): Period | null {
  return periodAt(timeColumns.map((name) => where[name]).find((label) => typeof label === 'string') ?? '');
}

function usePeriodAct(where: Pointed['where']): readonly Act[] {
  const words = useWords();
  const period = periodOfMark(where);
  if (!period) return [];
  const run = (): void => change({ kind: 'period' }, { period });
  return [{ id: 'period', text: words.t('mark.period', { period: periodName(period, words) }), run }];
}

function useGroupActs(group: Group | null, explained: Explained | undefined): readonly Act[] {
  const { t } = useWords();
  const filters = useFilterActs(group);
  const others = useOthers(group);
  if (!group || !explained) return filters;
  const run = (): void => compare(group, others, explained.metric);
  return [{ id: 'compare', text: t('mark.compare'), run }, ...filters];
}

/** Filter to a group, and filter it out. */
export function useFilterActs(group: Group | null): readonly Act[] {
  const words = useWords();
  const { t } = words;
  const others = useOthers(group);
  if (!group) return [];
  const { dimension, value } = group;
  const named = { dimension: dimensionName(dimension, words), value: valueName(value, words) };
  return [
    { id: 'to', text: t('mark.filterTo', named), run: () => filterTo(dimension, [value]) },
    ...(others.length > 0
      ? [{ id: 'out', text: t('mark.filterOut', named), run: () => filterTo(dimension, others) }]
      : []),
  ];
}

// The values that stay when this one is filtered out: of those in force, else of all; none where there are too many to name.
function useOthers(group: Group | null): readonly string[] {
  const inForce = useQuestion((history) => (group ? history.asked.filters[group.dimension] : undefined));
  const { answer = [] } = useValues(group && !inForce ? group.dimension : null);
  const all = inForce ?? (answer.length < mostValues ? answer.map(({ value }) => value) : []);
  return group ? all.filter((value) => value !== group.value) : [];
}

/** Buckets of what belongs to nobody, which stand beside nobody. */
const nobody: ReadonlySet<string> = new Set(['Unassigned', 'Unknown']);

/** As many as are named to stand beside one; the view shows the first six of them that it can compare. */
const mostNamed = 40;

// People, teams and segments stand side by side in a view of their own; other groups beside each other in the measure's.
function compare({ dimension, value }: Group, others: readonly string[], metric: string): void {
  const { asked } = useQuestion.getState();
  if (dimension === 'rep' || dimension === 'team' || dimension === 'segment') {
    const { unit, chosen } = asked.reps;
    const before = unit === dimension ? chosen : [];
    const names = [...new Set([value, ...before, ...others])].filter((name) => !nobody.has(name));
    const reps = { ...asked.reps, unit: dimension, chosen: names.slice(0, mostNamed) } as const;
    return change({ kind: 'view', view: 'reps' }, { view: 'reps', reps });
  }
  const choices = { ...asked.choices, 'measure.metric': metric, 'measure.by': dimension, 'measure.path': '' };
  change({ kind: 'view', view: 'measure' }, { view: 'measure', choices });
}
