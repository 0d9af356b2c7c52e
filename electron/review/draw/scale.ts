import { scaleFor, ticksOf } from '../../../renderer/charts/axis';
import type { Scale } from '../../../renderer/charts/axis';
import { format } from '../../../renderer/i18n/format';
import type { Locale, Unit } from '../../../renderer/i18n/format';

export { ticksOf };

/** Text of a value on a picture: one decimal for shares, money short. */
export function labelOf(unit: Unit, value: number | null, locale: Locale, currency: string): string {
  return format(unit, value, locale, { currency, compact: true, ...(unit === 'ratio' && { trim: true }) });
}

/** An axis that holds the values and their intervals, from zero unless it need not. */
export function axisFor(unit: Unit, values: readonly (number | null)[], zero = true): Scale {
  return scaleFor(
    unit,
    values.filter((value) => value !== null),
    { zero },
  );
}
