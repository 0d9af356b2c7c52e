import { currencySign } from '../../renderer/i18n/format';
import type { Unit } from '../model/units';

/** The number format of a unit, as a spreadsheet writes it: the decimals the screen prints. Undefined for text. */
export function numberFormat(unit: Unit, currency: string): string | undefined {
  switch (unit) {
    case 'ratio':
      return '0.0%';
    case 'count':
      return '#,##0';
    case 'days':
    case 'score':
      return '#,##0.0';
    case 'index':
      return '0.00';
    case 'money':
      return currency === '' ? '#,##0' : `${JSON.stringify(`${currencySign(currency)} `)}#,##0`;
    case 'date':
      return 'yyyy-mm-dd';
    case 'instant':
      return 'yyyy-mm-dd hh:mm';
    case 'flag':
    case 'label':
      return undefined;
  }
}

/** The same for the labels of a chart, large money short. */
export function labelFormat(unit: Unit, locale: 'en' | 'ms', sign = ''): string {
  if (unit !== 'money') return `${sign}${numberFormat(unit, '') ?? 'General'}`;
  const [thousand, million] = locale === 'ms' ? [' ribu', ' juta'] : ['K', 'M'];
  return `[>=999500]${sign}0.00,,"${million}";[>=9999.5]${sign}0.0,"${thousand}";${sign}#,##0`;
}
