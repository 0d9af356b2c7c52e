import type { Formats } from '../../../ui/use-format';

/** Numbers of a query as they came, to six places, because nobody said what they count. */
export function rawFormats(formats: Formats): Formats {
  const number = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 6 });
  return {
    ...formats,
    sign: () => '',
    cell: (unit, value) => (typeof value === 'number' ? number.format(value) : formats.cell(unit, value)),
  };
}
