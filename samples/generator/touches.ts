/* Calls, mails, meetings and notes. */
import { END } from './calendar';
import type { Rep } from './roster';
import type { Account, Activity, Contact, Deal, Lead, World } from './world';

interface About {
  readonly account?: Account | null;
  readonly contact?: Contact | null;
  readonly lead?: Lead | null;
  readonly deal?: Deal | null;
}

type Kind = Activity['kind'];

/** Records an activity, unless it lies after the last moment. */
export function touch(
  world: World,
  at: number,
  kind: Kind,
  rep: Rep,
  about: About,
  how: 'talk' | 'out' | 'in' | 'reply',
): void {
  if (at > END) return;
  const draw = world.draw('touches');
  const conversation = how === 'talk' || how === 'reply';
  const account = about.account ?? about.deal?.account ?? null;
  world.activities.push({
    at,
    kind,
    rep,
    account,
    contact: about.contact ?? (account && draw.chance(0.8) ? draw.pick(account.contacts) : null),
    lead: about.lead ?? null,
    deal: about.deal ?? null,
    inbound: how === 'in' || how === 'reply',
    conversation,
    minutes: minutesOf(kind, conversation, draw.uniform()),
    outcome:
      kind === 'call' && !conversation ? draw.pick(['No answer', 'No answer', 'Left message', 'no answer']) : null,
  });
}

function minutesOf(kind: Kind, conversation: boolean, u: number): number | null {
  if (!conversation) return null;
  if (kind === 'call') return 3 + Math.floor(u * 17);
  if (kind === 'meeting' || kind === 'demo' || kind === 'visit') return 30 + 5 * Math.floor(u * 13);
  return null;
}
