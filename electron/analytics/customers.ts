import { timeDimensions } from '../model/question';
import type { Dimension, Question } from '../model/question';
import type { ParameterValues } from './metric';

/** Dimensions of a customer: its account's, with the account's owner as rep. */
export const customerDimensions: readonly Dimension[] = [
  'rep',
  'team',
  'role',
  'segment',
  'source',
  'product',
  'region',
  'industry',
  'month',
  'quarter',
  'week',
];

/** What every metric over customers declares; teams and roles are the present ones. */
export const ofCustomers = {
  dimensions: customerDimensions,
  attribution: 'current',
  day: "date '9999-01-01'",
  needs: [['orders', 'subscriptions', 'opportunities']],
  uses: ['customers'],
  unitId: 'account_id',
} as const;

/** The calendar a question splits or filters by, finest first; `period` for the asked period as a whole. */
export function grainOf(question: Question | undefined): ParameterValues {
  const asked = new Set([...(question?.by ?? []), ...Object.keys(question?.filters ?? {})]);
  return { grain: timeDimensions.find((grain) => asked.has(grain)) ?? 'period' };
}
