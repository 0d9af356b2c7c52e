import type { Part } from '../../../electron/model/question';
import { useQuestion } from '../../state/question';
import { usePagedRows } from '../../frame/paged-rows';
import type { PagedRows } from '../../frame/paged-rows';
import type { Shown } from './shown';
import type { FunnelStep } from './steps';

/** How rows are listed where their money is shown. */
export const largestFirst = { by: 'amount_money', desc: true };

/** The selected step, and those of its judged journeys that are wanted: at the first step all of them, else those that reached the step, or those that did not. */
export interface BehindData extends PagedRows {
  readonly step: FunnelStep | undefined;
}

/** The journeys behind the selected step: those at the step before that are old enough to judge; of the side on screen, or those of a part, and so many pages of them to begin with. Where money is shown, those whose money is counted, the largest first. */
export function useBehind({ steps, rates, unit }: Shown, own?: Part, begin = 1): BehindData {
  const { step: selected, side } = useQuestion((history) => history.asked.funnel);
  const step = steps.find((entry) => entry.rung === selected) ?? steps.at(-1);
  const first = step?.from === null;
  const pair = first ? steps[1] : step;
  const where = { from_rung: pair?.from ?? null, to_rung: pair?.rung ?? null };
  const part = own ?? (first ? 'denominator' : side === 'reached' ? 'numerator' : 'missed');
  const wanted = pair ? ({ metric: rates.metric, question: rates.question, where, part } as const) : undefined;
  return { step, ...usePagedRows(wanted, begin, unit === 'money' ? largestFirst : null) };
}
