import type { MessageKey } from '../../i18n';

/** What the headline is written from; texts, null where nothing can be said. */
export interface EconomicsFacts {
  readonly cost: string | null;
  readonly points: string;
  readonly added: string | null;
  readonly margin: string | null;
}

export interface Sentence {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string>>;
}

/** What one win costs, and what a better rate would bring on the company's own figures: a calculation, told as one. */
export function economicsHeadline({ cost, points, added, margin }: EconomicsFacts): readonly Sentence[] {
  const first: Sentence =
    cost === null ? { key: 'economics.headNoCost', args: {} } : { key: 'economics.headCost', args: { cost } };
  if (added === null) return [first];
  return [
    first,
    margin === null
      ? { key: 'economics.headAdded', args: { points, added } }
      : { key: 'economics.headMargin', args: { points, added, margin } },
  ];
}
