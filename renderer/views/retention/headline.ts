import type { MessageKey } from '../../i18n';

/** What the headline is written from. */
export interface RetentionFacts {
  /** Customers who have likely left, and those of them who said nothing. */
  readonly left: number;
  readonly silent: number;
  /** Customers to watch, and the money they hold as text; null where none is known. */
  readonly watch: number;
  readonly money: string | null;
  /** What that money is: `margin`, or `revenue` where no margin is known. */
  readonly basis: string;
}

export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
}

/** Who leaves quietly, in one or two sentences: counts as they are, and money only where there is some. */
export function retentionHeadline({ left, silent, watch, money, basis }: RetentionFacts): readonly Sentence[] {
  const leavers: Sentence =
    left === 0
      ? { key: 'retention.headNobodyLeft', args: {} }
      : { key: 'retention.headSilent', args: { silent, left } };
  if (watch === 0) return [leavers];
  return [
    leavers,
    money === null
      ? { key: 'retention.headWatch', args: { watch } }
      : { key: 'retention.headWatchMoney', args: { watch, money, basis } },
  ];
}
