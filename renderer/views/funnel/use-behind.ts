import { useState } from 'react';
import type { Part } from '../../../electron/model/question';
import type { Problem, GridColumn, Row } from '../../engine';
import { useQuestion } from '../../state/question';
import { useRows } from '../../state/use-rows';
import type { FunnelStep } from './steps';
import type { FunnelData } from './use-funnel';

/** The selected step, and those of its judged journeys that are wanted. */
export interface BehindData {
  readonly step: FunnelStep | undefined;
  readonly columns: readonly GridColumn[];
  /** The journeys fetched so far: at the first step all of them, else those that reached the step, or those that did not. */
  readonly rows: readonly Row[];
  /** How many there are. */
  readonly count: number;
  readonly more: () => void;
  readonly stale: boolean;
  readonly problem: Problem | undefined;
}

/** The journeys behind the selected step: those at the step before that are old enough to judge; of the side on screen, or those of a part, and so many pages of them to begin with. */
export function useBehind(funnel: FunnelData, own?: Part, begin = 1): BehindData {
  const { step: selected, side } = useQuestion((history) => history.asked.funnel);
  const step = funnel.steps.find((entry) => entry.rung === selected) ?? funnel.steps.at(-1);
  const first = step?.from === null;
  const pair = first ? funnel.steps[1] : step;
  const where = { from_rung: pair?.from ?? null, to_rung: pair?.rung ?? null };
  const part = own ?? (first ? 'denominator' : side === 'reached' ? 'numerator' : 'missed');
  const wanted = pair
    ? ({ metric: 'stage-conversion', question: funnel.pairs.question, where, part } as const)
    : undefined;
  const key = JSON.stringify(wanted);
  const [read, setRead] = useState({ key, pages: begin });
  const pages = read.key === key ? read.pages : begin;
  const { answer, stale, problem } = useRows(wanted, pages);
  const rows = answer?.grid.rows ?? [];
  const count = answer?.count ?? 0;
  return {
    step,
    columns: answer?.grid.columns ?? [],
    rows,
    count,
    more: () => (rows.length < count ? setRead({ key, pages: 2 * pages }) : undefined),
    stale,
    problem,
  };
}
