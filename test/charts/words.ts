import type { FigureWords } from '../../renderer/charts/figure';
import type { Locale } from '../../renderer/i18n/format';

/** Words the charts of these tests are given, in the place of the product's own. */
export const words = {
  en: { n: 'n', thin: 'thin', immature: 'too young', unknown: 'Unknown' },
  ms: { n: 'n', thin: 'nipis', immature: 'terlalu awal', unknown: 'Tidak diketahui' },
} as const satisfies Record<Locale, FigureWords & { unknown: string }>;

/** Words with names of categories as they stand in the data. */
export function namedWords(locale: Locale) {
  return { ...words[locale], nameOf: (category: string | null) => category ?? words[locale].unknown };
}
