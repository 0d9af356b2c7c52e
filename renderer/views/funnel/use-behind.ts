import type { Problem, GridColumn, Row } from '../../engine';
import { useQuestion } from '../../state/question';
import { useRows } from '../../state/use-rows';
import type { FunnelStep } from './steps';
import type { FunnelData } from './use-funnel';

/** The selected step, its judged journeys, and which of them are wanted. */
export interface BehindData {
  readonly step: FunnelStep | undefined;
  readonly columns: readonly GridColumn[];
  /** Judged journeys at the step before that were fetched: all, those that reached the step, and those that did not. */
  readonly all: readonly Row[];
  readonly reached: readonly Row[];
  readonly lost: readonly Row[];
  readonly count: number;
  readonly stale: boolean;
  readonly problem: Problem | undefined;
}

const pages = 6;

/** The journeys behind the selected step: those at the step before that are old enough to judge. */
export function useBehind(funnel: FunnelData): BehindData {
  const { step: selected } = useQuestion((history) => history.asked.funnel);
  const step = funnel.steps.find((entry) => entry.rung === selected) ?? funnel.steps.at(-1);
  const pair = step?.from === null ? funnel.steps[1] : step;
  const where = { from_rung: pair?.from ?? null, to_rung: pair?.rung ?? null };
  const wanted = pair
    ? { metric: 'stage-conversion', question: funnel.pairs.question, where, part: 'denominator' as const }
    : undefined;
  const { answer, stale, problem } = useRows(wanted, pages);
  const all = answer?.grid.rows ?? [];
  return {
    step,
    columns: answer?.grid.columns ?? [],
    all,
    reached: all.filter((row) => row['hit'] === true),
    lost: all.filter((row) => row['hit'] !== true),
    count: answer?.count ?? 0,
    stale,
    problem,
  };
}
