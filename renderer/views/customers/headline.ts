import type { MessageKey } from '../../i18n';

/** What the headline is written from; counts of active customers and of those nobody spoke with lately. */
export interface CustomersFacts {
  readonly active: number;
  readonly untouched: number;
  /** Share of active customers somebody spoke with, and its interval, as text; null where nothing can be said. */
  readonly share: string | null;
  readonly range: string;
  /** No conversation was ever recorded: an order had to stand for it, which says nothing of who was spoken with. */
  readonly derived: boolean;
}

/** Whether anybody was missed: a count, with the share and what the data allows to say of it. */
export function customersHeadline({ active, untouched, share, range, derived }: CustomersFacts): {
  readonly key: MessageKey;
  readonly args: Readonly<Record<string, string | number>>;
} {
  if (active === 0 || share === null) return { key: 'customers.headNobody', args: {} };
  if (derived) return { key: 'customers.headDerived', args: { active } };
  if (untouched === 0) return { key: 'customers.headEverybody', args: { active } };
  return { key: 'customers.headUntouched', args: { active, untouched, share, range } };
}
