import { divisorFor, largestOf } from '../charts/axis';
import type { Words } from '../i18n';
import type { Formats } from '../ui/use-format';

/** What the money of a picture is counted in, such as `RM million`; the currency alone where it is written in full. */
export function moneyUnit(values: Iterable<number>, currency: string, { t }: Words, formats: Formats): string {
  const divisor = divisorFor(largestOf(values));
  const sign = formats.sign(currency);
  if (divisor === 1) return sign;
  return t(divisor === 1e3 ? 'money.thousand' : divisor === 1e6 ? 'money.million' : 'money.billion', {
    currency: sign,
  });
}
