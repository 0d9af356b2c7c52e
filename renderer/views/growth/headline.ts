import type { Change } from '../../frame/change';
import type { MessageKey } from '../../i18n';

/** What the headline is written from: the share of new customers that came by recommendation, and how it changed. */
export interface GrowthFacts {
  /** As text; null where nothing can be said. */
  readonly share: string | null;
  /** Whether there is no share because what it is counted from was never imported, rather than because nobody was new. */
  readonly untold: boolean;
  readonly range: string;
  readonly change: Change;
  readonly against: string;
  readonly before: string;
}

/** Who brings the next customer, claiming a rise or a fall only where the verdict of the change says so. */
export function growthHeadline({ share, untold, range, change, against, before }: GrowthFacts): {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
} {
  if (share === null) return { key: untold ? 'growth.headUntold' : 'growth.headNothing', args: {} };
  const args = { share, range, period: against, before };
  switch (change.kind) {
    case 'higher':
      return { key: 'growth.headHigher', args };
    case 'lower':
      return { key: 'growth.headLower', args };
    case 'no_clear_change':
      return { key: 'growth.headNoChange', args };
    case 'cannot_tell':
    case 'none':
      return { key: 'growth.headAlone', args };
  }
}
