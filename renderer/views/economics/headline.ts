import type { MessageKey } from '../../i18n';

/** What the headline is written from; texts, null where nothing can be said. */
export interface EconomicsFacts {
  readonly cost: string | null;
  readonly points: string;
  readonly added: string | null;
  readonly margin: string | null;
  /** Whether that money is margin; revenue stands in its place where no margin is known. */
  readonly isMargin: boolean;
}

export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
}

/** What one win costs, and what a better rate would bring on the company's own figures: a calculation, told as one. */
export function economicsHeadline({ cost, points, added, margin, isMargin }: EconomicsFacts): readonly Sentence[] {
  const first: Sentence =
    cost === null ? { key: 'economics.headNoCost', args: {} } : { key: 'economics.headCost', args: { cost } };
  if (added === null) return [first];
  return [
    first,
    margin === null
      ? { key: 'economics.headAdded', args: { points, added } }
      : { key: isMargin ? 'economics.headMargin' : 'economics.headRevenue', args: { points, added, money: margin } },
  ];
}
