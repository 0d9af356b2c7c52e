import type { Words } from '../../i18n';
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

/** An event in words. */
export function eventName(event: string, { find }: Words): string {
  return find(`label.${event}`) ?? find(`event.${event.replace(':', '_')}`) ?? event;
}
