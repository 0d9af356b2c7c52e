import type { Question } from '../../../electron/model/question';
import type { Problem, Row } from '../../engine';
import { numberIn } from '../../frame/answers';
import type { Against, Compared } from '../../frame/compared';
import { useAgainst, useChanges } from '../../frame/compared';
import type { Period } from '../../state/period';
import { maturePeriod } from '../../state/period';
import { useChoice } from '../../state/choices';
import { useQuestion } from '../../state/question';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionAbout } from '../../state/use-period';
import { rowsIn, useWorkspace } from '../../state/workspace';
import type { FunnelStep } from './steps';
import { funnelSteps } from './steps';

/** Days a journey has to reach a later step, unless it says otherwise. */
export const windowDays = 90;

const ladder = ['lead', 'qualified', 'meeting', 'proposal', 'won'] as const;

/** The measure of shares by value, beside those by count. */
export const byValue = 'stage-conversion-by-value';

/** Everything the parts of the view draw from. */
export interface FunnelData {
  /** Whether journeys are told, or their money. */
  readonly unit: 'count' | 'money';
  /** What the headline tells: won of those that qualified. */
  readonly told: { readonly metric: string; readonly question: Question };
  /** Period on screen, and the one chosen; they differ when the chosen one is too young. */
  readonly period: Period;
  readonly chosen: Period;
  readonly rungs: readonly string[];
  readonly steps: readonly FunnelStep[];
  /** The steps of each compared period. */
  readonly compared: readonly ComparedSteps[];
  /** Journeys of the chosen period and how many are old enough; null until known. */
  readonly youth: { readonly n: number; readonly judged: number } | null;
  /** How the conversion changed against each compared period. */
  readonly changes: readonly Compared[];
  readonly answer: MetricAnswer | undefined;
  /** What the pairs of steps answer, and the question. */
  readonly pairs: { readonly answer: MetricAnswer | undefined; readonly question: Question };
  /** Question of the conversion from the first step to this one. */
  readonly questionTo: (rung: string, by?: readonly string[]) => Question;
  readonly stale: boolean;
  readonly problem: Problem | undefined;
}

/** The steps shown: those that a stage of this company stands on; where nobody of those asked about entered as a lead, the funnel begins where deals do. */
export function useRungs(period: Period): readonly string[] {
  const workspace = useWorkspace((store) => store.workspace);
  const base = useQuestionAbout(period);
  const hasLeads = rowsIn(workspace, 'leads') > 0;
  const standing = (steps: readonly string[]): readonly string[] => {
    const stoodOn = steps.filter((rung) => workspace?.rungs.includes(rung));
    return stoodOn.length >= 2 ? stoodOn : steps;
  };
  const whole = standing(ladder);
  const entered = useMetric('cohort-conversion', hasLeads ? shareOf(base, whole[0], whole[1]) : undefined).answer;
  const nobody = numberIn(entered?.grid.rows[0], 'reached_from') === 0;
  return hasLeads && !nobody ? whole : standing(ladder.slice(1));
}

// The question of the share of one step that reached another.
function shareOf(base: Question, from = '', to = ''): Question {
  return { ...base, options: { from, to, window: `${windowDays}d` } };
}

/** The funnel of the latest period old enough to judge, or of the chosen one when that is wanted. */
export function useFunnel(): FunnelData {
  const chosen = usePeriod();
  const calendar = useCalendar();
  const day = useAsOfDay();
  const young = useQuestion((history) => history.asked.funnel.young);
  const period = young ? chosen : maturePeriod(chosen, calendar, day, windowDays);
  const rungs = useRungs(period);
  const now = useSteps(period, rungs, true);
  const compared = useComparedSteps(useAgainst(period), period, rungs);
  const [first = '', second = ''] = rungs;
  const chosenQuestion = useQuestionAbout(chosen, [], { from: first, to: second, window: `${windowDays}d` });
  const differs = JSON.stringify(chosen) !== JSON.stringify(period);
  const chosenRow = useMetric('cohort-conversion', differs ? chosenQuestion : undefined).answer?.grid.rows[0];
  const [shows] = useChoice('funnel.shows', 'count', 'value');
  const base = useQuestionAbout(period);
  const told =
    shows === 'count'
      ? { metric: 'cohort-conversion', question: base }
      : { metric: byValue, question: { ...base, options: { steps: 'qualified,won' } } };
  const changes = useChanges(told.metric, period);
  return {
    unit: shows === 'count' ? 'count' : 'money',
    told,
    period,
    chosen,
    rungs,
    steps: now.steps,
    compared,
    youth: chosenRow
      ? { n: numberIn(chosenRow, 'reached_from') ?? 0, judged: numberIn(chosenRow, 'denominator') ?? 0 }
      : null,
    changes,
    answer: now.first,
    pairs: now.pairs,
    questionTo: (rung, by = []) => shareOf({ ...base, by }, first, rung),
    stale: now.stale || changes.some((each) => each.stale),
    problem: now.problem,
  };
}

/** The steps of a compared period. */
export interface ComparedSteps extends Against {
  readonly steps: readonly FunnelStep[];
}

function useComparedSteps(
  against: readonly Against[],
  period: Period,
  rungs: readonly string[],
): readonly ComparedSteps[] {
  const [first, second] = against;
  const ofFirst = useSteps(first?.period ?? period, rungs, first !== undefined);
  const ofSecond = useSteps(second?.period ?? period, rungs, second !== undefined);
  return against.map((each, at) => ({ ...each, steps: (at === 0 ? ofFirst : ofSecond).steps }));
}

interface Steps {
  readonly steps: readonly FunnelStep[];
  readonly first: MetricAnswer | undefined;
  readonly pairs: { readonly answer: MetricAnswer | undefined; readonly question: Question };
  readonly stale: boolean;
  readonly problem: Problem | undefined;
}

function useSteps(period: Period, rungs: readonly string[], wanted: boolean): Steps {
  const [first = '', ...later] = rungs;
  const base = useQuestionAbout(period);
  const to = (rung: string | undefined): Question | undefined =>
    rung === undefined || !wanted ? undefined : shareOf(base, first, rung);
  const cohort: readonly Answered<MetricAnswer>[] = [
    useMetric('cohort-conversion', to(later[0])),
    useMetric('cohort-conversion', to(later[1])),
    useMetric('cohort-conversion', to(later[2])),
    useMetric('cohort-conversion', to(later[3])),
  ];
  const question = { ...base, options: { steps: rungs.join(','), window: `${windowDays}d` } };
  const pairs = useMetric('stage-conversion', wanted ? question : undefined);
  const rows = cohort.slice(0, later.length).map(({ answer }): Row | undefined => answer?.grid.rows[0]);
  return {
    steps: funnelSteps(rungs, rows, pairs.answer?.grid.rows ?? []),
    first: cohort[later.length - 1]?.answer,
    pairs: { answer: pairs.answer, question },
    stale: [...cohort, pairs].some((each) => each.stale),
    problem: [...cohort, pairs].find((each) => each.problem)?.problem,
  };
}
