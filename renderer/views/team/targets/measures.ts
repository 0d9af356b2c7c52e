import { numberIn, textIn } from '../../../frame/answers';
import type { MeasureModel } from '../../../frame/measure';
import type { Words } from '../../../i18n';
import { metOf, whoseOf } from './headline';

/** The figures of targets and incentives. `plan` is the one whose parts are counted. */
export function targetsModels({ t, find }: Words, plan: string): readonly MeasureModel[] {
  const measure = (name: string | null): string => find(`targets.measure.${name ?? ''}`) ?? name ?? '';
  return [
    {
      metric: 'attainment',
      title: t('targets.reached', { measure: measure('bookings') }),
      detail: (row, { money }, currency) =>
        t('targets.ofTarget', {
          actual: money(numberIn(row, 'actual_money') ?? numberIn(row, 'numerator'), currency),
          target: money(numberIn(row, 'target_money') ?? numberIn(row, 'denominator'), currency),
        }),
    },
    {
      metric: 'attainment',
      column: 'met_share',
      title: t('targets.met'),
      detail: (row) =>
        t(`targets.metOf${whoseOf(row) ?? ''}`, {
          ...metOf(row),
          measure: measure(textIn(row, 'measure')),
        }),
    },
    {
      metric: 'incentive-spread',
      column: 'share_paid',
      title: t('targets.paid'),
      detail: (row, { range }) => range('ratio', numberIn(row, 'share_paid_lower'), numberIn(row, 'share_paid_upper')),
    },
    {
      metric: 'incentive-spread',
      column: 'top20_share',
      title: t('targets.top'),
      detail: (row, { ratio }) => t('targets.topNote', { booked: ratio(numberIn(row, 'bookings_top20_share')) }),
    },
    {
      metric: 'incentive-reach',
      title: t('targets.reach'),
      detail: (row) =>
        t('targets.reachNote', { n: numberIn(row, 'in_reach') ?? 0, people: numberIn(row, 'people') ?? 0 }),
    },
    {
      metric: 'plan-complexity',
      title: t('targets.parts'),
      where: { plan },
      detail: (row) =>
        t('targets.partsNote', {
          plan,
          measures: numberIn(row, 'measures') ?? 0,
          steps: numberIn(row, 'steps') ?? 0,
        }),
    },
  ];
}
