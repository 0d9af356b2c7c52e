import { customerDimensions, grainOf, ofCustomers } from '../customers';
import { metric, oneOf } from '../metric';
import referralRate from './referral-rate.sql?raw';
import { referralYield } from './referral-yield';
import referralYieldSql from './referral-yield.sql?raw';
import { reviewMeans } from './reviews';
import reviewsSql from './reviews.sql?raw';
import { satisfaction } from './satisfaction';
import satisfactionSql from './satisfaction.sql?raw';

const customerTables = ['orders', 'subscriptions', 'opportunities'] as const;

const ofSurveys = {
  kind: 'custom',
  unit: 'score',
  dimensions: customerDimensions.filter((name) => name !== 'product'),
  attribution: 'current',
  day: "date '9999-01-01'",
  needs: ['surveys'],
  uses: ['parties', 'customers'],
  unitId: 'survey_id',
  parts: {
    numerator: 'left_out is null and hit',
    denominator: 'left_out is null',
    excluded: "row_kind = 'survey' and left_out is not null",
  },
} as const;

/** Section G of the domain specification: growth that customers bring. */
export const growth = {
  'referral-rate': metric({
    ...ofCustomers,
    spec: 'M47',
    title: 'Referral rate',
    sql: referralRate,
    kind: 'rate',
    unit: 'ratio',
    needs: ['referrals', customerTables],
    uses: ['customers', 'referred'],
    columns: { referrals: 'count', invited: 'count', complete: 'flag' },
    parameters: (_options, question) => grainOf(question),
  }),
  'referral-yield': metric({
    ...ofCustomers,
    spec: 'M48',
    title: 'Referral yield',
    sql: referralYieldSql,
    kind: 'custom',
    unit: 'ratio',
    needs: ['referrals', customerTables],
    uses: ['customers', 'referred'],
    unitId: 'row_id',
    columns: {
      referred_money: 'money',
      new_money: 'money',
      invited_per_customer: 'score',
      yield: 'ratio',
      mature_referrals: 'count',
      k: 'score',
      win_rate_referred: 'ratio',
      win_rate_other: 'ratio',
      win_difference: 'ratio',
      win_difference_lower: 'ratio',
      win_difference_upper: 'ratio',
    },
    parts: { numerator: "kind = 'customer' and hit", denominator: "kind = 'customer'" },
    finish: referralYield,
  }),
  reviews: metric({
    ...ofSurveys,
    spec: 'M49',
    title: 'Reviews',
    sql: reviewsSql,
    columns: {
      count: 'count',
      good_share: 'ratio',
      ranking: 'score',
      asked: 'count',
      response_rate: 'ratio',
      ask_rate: 'ratio',
    },
    parameters: (_options, question) => grainOf(question),
    finish: reviewMeans,
  }),
  satisfaction: metric({
    ...ofSurveys,
    spec: 'M50',
    title: 'Satisfaction',
    sql: satisfactionSql,
    columns: {
      promoters: 'count',
      detractors: 'count',
      asked: 'count',
      response_rate: 'ratio',
      accounts_answered: 'count',
      coverage: 'ratio',
    },
    options: { kind: oneOf('nps', 'csat') },
    parameters: (options, question) => ({ ...grainOf(question), kind: options['kind'] ?? 'nps' }),
    finish: satisfaction,
  }),
};
