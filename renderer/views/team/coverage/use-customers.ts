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

/** How many customers lack each thing; what is not known yet is not there. */
export function useCustomerCounts(): ReadonlyMap<CustomerKind, number> {
  const owner = useMissedCustomers('owner', 1);
  const touch = useMissedCustomers('touch', 1);
  const survey = useMissedCustomers('survey', 1);
  const known = (
    [
      ['owner', owner],
      ['touch', touch],
      ['survey', survey],
    ] as const
  ).flatMap(([kind, { answer }]) => (answer ? [[kind, customersIn(answer)] as const] : []));
  return new Map(known);
}
