import type { Change } from '../../frame/change';
import type { MessageKey } from '../../i18n';

export interface FunnelFacts {
  /** What is told: how many of 100 journeys, or how much of so much money. */
  readonly unit: 'count' | 'money';
  readonly change: Change;
  /** Of `hundred`, as text; null where nothing can be judged. */
  readonly now: string | null;
  readonly before: string;
  /** 100, or that much money, as text. */
  readonly hundred: string;
  readonly against: string | null;
}

const keys = {
  count: {
    higher: 'funnel.headMore',
    lower: 'funnel.headFewer',
    no_clear_change: 'funnel.headNoChange',
    cannot_tell: 'funnel.headThin',
    none: 'funnel.headAlone',
  },
  money: {
    higher: 'funnel.headMoreMoney',
    lower: 'funnel.headLessMoney',
    no_clear_change: 'funnel.headNoChangeMoney',
    cannot_tell: 'funnel.headThinMoney',
    none: 'funnel.headAloneMoney',
  },
} as const satisfies Record<FunnelFacts['unit'], Record<Change['kind'], MessageKey>>;

/** The funnel's answer: which way the last conversion went, only as far as its verdict goes. */
export function funnelHeadline({ unit, change, now, before, hundred, against }: FunnelFacts): {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
} {
  if (now === null) return { key: 'funnel.headCannotTell', args: {} };
  return { key: keys[unit][change.kind], args: { now, before, hundred, period: against ?? '' } };
}
