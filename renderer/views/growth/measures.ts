import { numberIn } from '../../frame/answers';
import type { MeasureModel } from '../../frame/measure';
import type { Words } from '../../i18n';

/** The figures of growth: recommendations, what they bring, what customers say and how many were asked. */
export function growthModels(words: Words): readonly MeasureModel[] {
  return [...recommended(words), ...said(words)];
}

function recommended({ t }: Words): readonly MeasureModel[] {
  return [
    { metric: 'referral-rate', compared: true },
    {
      metric: 'referral-yield',
      column: 'k',
      title: t('growth.k'),
      period: { kind: 'all' },
      detail: (row, { of, ratio }) =>
        t('growth.kNote', {
          invited: of('index', numberIn(row, 'invited_per_customer')),
          yield: ratio(numberIn(row, 'yield')),
        }),
      show: (value, { of }) => of('index', value),
    },
    {
      metric: 'referral-yield',
      column: 'win_rate_referred',
      compared: true,
      title: t('growth.winReferred'),
      detail: (row, { ratio, range }) =>
        t('growth.winOther', {
          other: ratio(numberIn(row, 'win_rate_other')),
          range: range('ratio', numberIn(row, 'win_difference_lower'), numberIn(row, 'win_difference_upper'), {
            sign: true,
          }),
        }),
    },
    {
      metric: 'referral-yield',
      column: 'referred_money',
      compared: true,
      title: t('growth.revenue'),
      detail: (row, { money }, currency) => t('growth.ofNew', { money: money(numberIn(row, 'new_money'), currency) }),
    },
  ];
}

function said({ t }: Words): readonly MeasureModel[] {
  return [
    {
      metric: 'reviews',
      compared: true,
      title: t('growth.reviews'),
      detail: (row, { count, ratio }) =>
        t('growth.asked', { n: count(numberIn(row, 'n')), share: ratio(numberIn(row, 'ask_rate')) }),
    },
    {
      metric: 'satisfaction',
      compared: true,
      title: t('growth.nps'),
      show: (value, { of }) => of('score', value === null ? null : value * 100, { decimals: 0 }),
      detail: (row, { count, ratio }) =>
        t('growth.covered', { n: count(numberIn(row, 'n')), share: ratio(numberIn(row, 'coverage')) }),
    },
    {
      metric: 'satisfaction',
      compared: true,
      options: { kind: 'csat' },
      title: t('growth.csat'),
      show: (value, { ratio }) => ratio(value),
      detail: (row, { count, ratio }) =>
        t('growth.covered', { n: count(numberIn(row, 'n')), share: ratio(numberIn(row, 'coverage')) }),
    },
  ];
}
