import type { Change } from '../../frame/change';
import type { MessageKey } from '../../i18n';

export interface FunnelFacts {
  readonly change: Change;
  /** Of 100, as text; null where nothing can be judged. */
  readonly now: string | null;
  readonly before: string;
  readonly against: string | null;
}

/** The funnel's answer: which way the last conversion went, only as far as its verdict goes. */
export function funnelHeadline({ change, now, before, against }: FunnelFacts): {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
} {
  if (now === null) return { key: 'funnel.headCannotTell', args: {} };
  const period = against ?? '';
  switch (change.kind) {
    case 'higher':
      return { key: 'funnel.headMore', args: { now, before, period } };
    case 'lower':
      return { key: 'funnel.headFewer', args: { now, before, period } };
    case 'no_clear_change':
      return { key: 'funnel.headNoChange', args: { now, period } };
    case 'cannot_tell':
      return { key: 'funnel.headThin', args: { now, period } };
    case 'none':
      return { key: 'funnel.headAlone', args: { now } };
  }
}
