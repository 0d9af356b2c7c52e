import type { Change } from '../../frame/change';
import type { MessageKey } from '../../i18n';

/** What the headline is written from. */
export interface OverviewFacts {
  /** Sum of the deals won in the period, as text; null where none was won. */
  readonly bookings: string | null;
  /** Deals won in the period whose amount nobody knows. */
  readonly unpriced: number;
  /** Their share of the target, as text; null where no target can be told, or is not known yet. */
  readonly ofTarget: string | null;
  readonly period: string;
  /** Name of the measure that heads the page. */
  readonly metric: string;
  /** Its value as text; null where there is none. */
  readonly value: string | null;
  readonly change: Change;
  /** Compared period and its value as text. */
  readonly against: string;
  readonly before: string;
}

/** A sentence to be said: its key and arguments. */
export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
}

/** The overview's answer in one or two sentences, claiming no more than the verdict of the change allows. */
export function overviewHeadline(facts: OverviewFacts): readonly Sentence[] {
  const { bookings, unpriced, period } = facts;
  if (facts.value === null && bookings === null && unpriced === 0)
    return [{ key: 'overview.noDeals', args: { period } }];
  const money = moneySentence(facts);
  return facts.value === null ? [money] : [money, rateSentence(facts, facts.value)];
}

function moneySentence({ bookings, unpriced, ofTarget, period }: OverviewFacts): Sentence {
  if (bookings !== null && ofTarget !== null)
    return { key: 'overview.headOfTarget', args: { money: bookings, share: ofTarget } };
  if (bookings !== null) return { key: 'overview.headBookings', args: { money: bookings } };
  return unpriced > 0
    ? { key: 'overview.headUnpriced', args: { n: unpriced, period } }
    : { key: 'overview.headNoBookings', args: { period } };
}

function rateSentence({ metric, change, against, before }: OverviewFacts, now: string): Sentence {
  switch (change.kind) {
    case 'higher':
      return { key: 'overview.headHigher', args: { metric, now, before, period: against } };
    case 'lower':
      return { key: 'overview.headLower', args: { metric, now, before, period: against } };
    case 'no_clear_change':
      return { key: 'overview.headNoChange', args: { metric, now, before, period: against } };
    case 'cannot_tell':
      return { key: 'overview.headCannotTell', args: { metric, now, period: against } };
    case 'none':
      return { key: 'overview.headAlone', args: { metric, now } };
  }
}
