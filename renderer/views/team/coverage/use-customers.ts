import type { Row } from '../../../engine';
import { textIn } from '../../../frame/answers';
import type { Asked } from '../../../frame/measure';
import { useAsked } from '../../../frame/measure';
import type { MetricAnswer } from '../../../state/use-metric';
import { usePeriod } from '../../../state/use-period';
import type { CustomerKind } from './tasks';

/** Most customers listed; the rest are counted. */
export const mostCustomers = 100;

/** Customers that lack one thing, those with the most money first. */
export function useMissedCustomers(lacking: CustomerKind | 'any', rows = mostCustomers): Asked {
  return useAsked('nobody-missed', { of: 'customers', lacking }, [], usePeriod(), { rows, by: 'value_money' });
}

/** How many customers an answer has; an answer about nobody still has one row, without a name. */
export function customersIn(answer: MetricAnswer | undefined): number {
  const first: Row | undefined = answer?.grid.rows[0];
  return textIn(first, 'subject') === null ? 0 : (answer?.total ?? 0);
}

/** How many customers lack each thing; `ready` once all is known. */
export function useCustomerCounts(): {
  readonly counts: ReadonlyMap<CustomerKind, number>;
  readonly ready: boolean;
} {
  const owner = useMissedCustomers('owner', 1);
  const touch = useMissedCustomers('touch', 1);
  const survey = useMissedCustomers('survey', 1);
  return {
    counts: new Map([
      ['owner', customersIn(owner.answer)],
      ['touch', customersIn(touch.answer)],
      ['survey', customersIn(survey.answer)],
    ]),
    ready: [owner, touch, survey].every(({ answer, problem }) => answer !== undefined || problem !== undefined),
  };
}
