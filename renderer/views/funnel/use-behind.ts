import type { Part } from '../../../electron/model/question';
import { useQuestion } from '../../state/question';
import { usePagedRows } from '../../frame/paged-rows';
import type { PagedRows } from '../../frame/paged-rows';
import type { FunnelStep } from './steps';
import type { FunnelData } from './use-funnel';

/** The selected step, and those of its judged journeys that are wanted: at the first step all of them, else those that reached the step, or those that did not. */
export interface BehindData extends PagedRows {
  readonly step: FunnelStep | undefined;
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
  return { step, ...usePagedRows(wanted, begin) };
}
