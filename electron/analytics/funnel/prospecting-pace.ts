import { poissonInterval } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { numberColumn, numbersOf, textColumn, withColumns } from '../../model/table';
import type { FinishContext } from '../metric';

/** Leads over rep-weeks with the exact Poisson limits; null without a week. Source: domain specification M59. */
export function prospectingPace(raw: Table, { settings }: FinishContext): Table {
  const leads = numbersOf(raw, 'numerator');
  const weeks = numbersOf(raw, 'denominator');
  const whole = numbersOf(raw, 'whole_weeks');
  const limits = Array.from(leads, (count, row) => poissonInterval(count || 0, weeks[row] || 0));
  const rows = [...leads.keys()];
  return withColumns(raw, [
    numberColumn(
      'value',
      'score',
      rows.map((row) => ((weeks[row] ?? 0) > 0 ? (leads[row] ?? 0) / (weeks[row] ?? 1) : null)),
    ),
    numberColumn('denominator', 'score', weeks),
    numberColumn(
      'lower',
      'score',
      limits.map((found) => found?.lower ?? null),
    ),
    numberColumn(
      'upper',
      'score',
      limits.map((found) => found?.upper ?? null),
    ),
    numberColumn(
      'zero_share',
      'ratio',
      rows.map((row) => ((whole[row] ?? 0) > 0 ? (numbersOf(raw, 'zero_weeks')[row] ?? 0) / (whole[row] ?? 1) : null)),
    ),
    textColumn(
      'method',
      'label',
      limits.map((found) => (found ? 'poisson' : null)),
    ),
    textColumn(
      'state',
      'label',
      rows.map((row) => ((numbersOf(raw, 'n')[row] ?? 0) < settings.evidence_median ? 'thin' : 'ok')),
    ),
  ]);
}
