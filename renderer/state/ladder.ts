import type { Exit, Rung } from '../../electron/model/ladder';

/** Rungs of the ladder, lowest first, as a person may choose among them. */
export const rungs = [
  'lead',
  'contacted',
  'qualified',
  'meeting',
  'presented',
  'proposal',
  'negotiation',
  'won',
  'paid',
] as const satisfies readonly Rung[];

/** Ends that are no rungs. */
export const exits = ['lost', 'no_decision', 'disqualified'] as const satisfies readonly Exit[];
