import { readFileSync } from 'node:fs';
import { mavenDeals } from '../../maven';
import { hasSharedData, sharedData } from '../../shared-data';

/** What is published with the export. */
export interface Published {
  readonly computed: { readonly by_stage: Readonly<Record<string, number>>; readonly won_revenue: number };
  readonly published: {
    readonly managers: Readonly<
      Record<string, { readonly won: number; readonly lost: number; readonly closed: number }>
    >;
  };
}

export function published(): Published {
  return JSON.parse(readFileSync(sharedData('reference', 'crm_expected.json'), 'utf8')) as Published;
}

/** The deals of the export's files, none where they are not on this machine. */
export const deals = hasSharedData ? mavenDeals() : [];
export const won = deals.filter(({ stage }) => stage === 'Won');
export const lost = deals.filter(({ stage }) => stage === 'Lost');
export const open = deals.filter(({ stage }) => stage === 'Engaging');

/** First day of the last quarter, in which the workspace opens. */
export const lastQuarter = '2017-10-01';

/** Deals that have had 90 days by the end of 2017. */
export const judged = deals.filter(({ began }) => began !== '' && began <= '2017-10-02');
export const wonInTime = judged.filter(({ stage, days }) => stage === 'Won' && days <= 90);

/** The sum of the values of deals, by a name that each has. */
export function totals(of: typeof deals, nameOf: (deal: (typeof deals)[number]) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const deal of of) found.set(nameOf(deal), (found.get(nameOf(deal)) ?? 0) + deal.value);
  return found;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function count(n: number): string {
  return n.toLocaleString('en');
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
