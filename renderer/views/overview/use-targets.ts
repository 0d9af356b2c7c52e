import { numberIn, textIn } from '../../frame/answers';
import { useBeyondTargets } from '../../frame/target-filters';
import type { Period } from '../../state/period';
import { rangeOf } from '../../state/period';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useCalendar, usePeriod, useQuestionAbout } from '../../state/use-period';
import { rowsIn, useWorkspace } from '../../state/workspace';

/** Quarters that are told, one question each: a target longer than a quarter gives each the part of it inside. */
export const shownQuarters = 8;

/** Target for the bookings of each of eight quarters, NaN where there is none; undefined until all are known, so that the picture is drawn once, and those before while others are on their way. */
export function useQuarterTargets(quarters: readonly Period[]): readonly number[] | undefined {
  const calendar = useCalendar();
  const at = (i: number): Period => quarters[i] ?? { kind: 'all' };
  const asked = [
    useCoverage(at(0)),
    useCoverage(at(1)),
    useCoverage(at(2)),
    useCoverage(at(3)),
    useCoverage(at(4)),
    useCoverage(at(5)),
    useCoverage(at(6)),
    useCoverage(at(7)),
  ];
  // An answer of before is of the quarter that it was asked of.
  const known = asked.map(({ answer }, i) => answer?.period.start === rangeOf(at(i), calendar).from);
  if (known.includes(false)) return undefined;
  return asked.map(({ answer }) => numberIn(answer?.grid.rows[0], 'target_money') || NaN);
}

/** Target for the bookings of the period by the name of its team; those without one are left out. */
export function useTeamTargets(): ReadonlyMap<string, number> {
  const rows = useCoverage(usePeriod(), ['team']).answer?.grid.rows ?? [];
  return new Map(rows.map((row) => [textIn(row, 'team') ?? '', numberIn(row, 'target_money') || NaN] as const));
}

/** How the open deals of a period stand to its target, when the rest of the page is there; asked only where there are targets that the filters leave whole. */
export function useCoverage(period: Period, by: readonly string[] = []): Answered<MetricAnswer> {
  const beyond = useBeyondTargets();
  const isKnown = useWorkspace((store) => rowsIn(store.workspace, 'targets') > 0) && beyond === '';
  const question = useQuestionAbout(period, by);
  return useMetric('pipeline-coverage', isKnown ? question : undefined, undefined, 'after');
}
