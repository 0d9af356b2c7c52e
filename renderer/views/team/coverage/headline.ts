import type { Words } from '../../../i18n';
import type { CustomerKind, PersonKind } from './tasks';

export interface CoverageFacts {
  readonly people: ReadonlyMap<PersonKind, number>;
  readonly customers: ReadonlyMap<CustomerKind, number>;
  /** Name of the period. */
  readonly period: string;
  readonly words: Words;
  readonly join: (parts: readonly string[]) => string;
}

/** Who was missed, as counts of which the first says that they are people; or that nobody was. Surveys and recognition are named only below it. */
export function coverageHeadline({ people, customers, period, words: { t }, join }: CoverageFacts): string {
  const missed = (['coaching', 'training', 'target', 'events'] as const).filter((kind) => (people.get(kind) ?? 0) > 0);
  const parts = [
    ...missed.map((kind, at) => t(`coverage.people_${kind}`, { n: people.get(kind) ?? 0, first: at === 0 ? 1 : 0 })),
    ...(['touch', 'owner'] as const).flatMap((kind) => {
      const n = customers.get(kind) ?? 0;
      return n > 0 ? [t(`coverage.customers_${kind}`, { n })] : [];
    }),
  ];
  return parts.length === 0
    ? t('coverage.headNobody', { period })
    : t('coverage.headMissed', { period, parts: join(parts) });
}
