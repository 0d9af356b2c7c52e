import { exits, rungs } from '../../state/ladder';

/** Events a step may be, in the order they are offered. */
export const events = [
  ...rungs,
  ...exits,
  'conversation',
  'activity:call',
  'activity:email',
  'activity:demo',
  'activity:visit',
  'order',
  'survey:nps',
  'survey:csat',
  'complaint',
  'question',
  'cancel_notice',
  'referral',
] as const;
