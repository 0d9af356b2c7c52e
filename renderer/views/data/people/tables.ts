import type { EnteredName } from '../../../../electron/model/entered';

/** The lists that can be typed in, in the order they are offered. */
export const tables = [
  'reps',
  'rep_periods',
  'targets',
  'costs',
  'fx_rates',
  'programmes',
  'trainings',
  'coachings',
  'incentive_plans',
  'incentive_tiers',
  'payouts',
  'recognitions',
  'surveys',
] as const satisfies readonly EnteredName[];

/** Name of such a list. */
export type TypedTable = (typeof tables)[number];
