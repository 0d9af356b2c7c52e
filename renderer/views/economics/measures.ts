import { numberIn } from '../../frame/answers';
import type { MeasureModel } from '../../frame/measure';
import type { Words } from '../../i18n';

/** The figures of what winning costs and brings. */
export function economicsModels({ t }: Words): readonly MeasureModel[] {
  return [
    {
      metric: 'cost-per-conversion',
      compared: true,
      detail: (row, { money }, currency) =>
        t('economics.spent', { money: money(numberIn(row, 'cost_money'), currency) }),
    },
    {
      metric: 'acquisition-cost',
      compared: true,
      detail: (row, { count }) => t('economics.newCustomers', { n: count(numberIn(row, 'n')) }),
    },
    {
      metric: 'payback',
      title: t('economics.payback'),
      detail: (row, { ratio, of }) =>
        numberIn(row, 'value') === null
          ? t('economics.recovered', {
              share: ratio(numberIn(row, 'recovered')),
              months: of('count', numberIn(row, 'months_seen')),
            })
          : t('economics.simple', { months: of('score', numberIn(row, 'simple_months')) }),
    },
    {
      metric: 'acquire-to-keep',
      title: t('economics.acquireToKeep'),
      show: (value, { of }) => t('measure.times', { value: of('score', value) }),
      detail: () => t('retention.quotedCost'),
    },
    {
      // It is told as of now, whatever the period: the quarter before stands in its own answer.
      metric: 'sales-velocity',
      detail: (row, { money }, currency) =>
        numberIn(row, 'before_money') === null
          ? t('economics.aDay')
          : t('economics.aDayFrom', { before: money(numberIn(row, 'before_money'), currency) }),
    },
    { metric: 'win-rate-by-value', compared: true },
  ];
}
