import { days, daysOf, metric, numberBetween, oneOf } from '../metric';
import { grainOf, ofCustomers } from '../customers';
import { cohortsQuickly } from '../cohort-board';
import { keptMoneyQuickly } from '../kept-board';
import { stayedQuickly } from '../stayed-board';
import { cohortGrid } from './cohort-grid';
import cohortRetention from './cohort-retention.sql?raw';
import { keptMoney } from './kept-money';
import logoRetention from './logo-retention.sql?raw';
import repeatPurchase from './repeat-purchase.sql?raw';
import revenueRetention from './revenue-retention.sql?raw';

const keptColumns = {
  numerator: 'money',
  denominator: 'money',
  start_money: 'money',
  end_money: 'money',
  nrr: 'ratio',
  grr: 'ratio',
  grown_money: 'money',
  expansion_money: 'money',
  grown: 'count',
  basis: 'label',
  complete: 'flag',
} as const;

/** Who stays and what they still bring (M33 to M35, M37, M39, M40). */
export const staying = {
  'logo-retention': metric({
    ...ofCustomers,
    spec: 'M33',
    twelveMonths: true,
    title: 'Logo retention',
    sql: logoRetention,
    kind: 'rate',
    unit: 'ratio',
    columns: { returned: 'count', complete: 'flag' },
    parameters: (_options, question) => ({ ...grainOf(question), count: 'kept' }),
    quick: stayedQuickly,
  }),
  'churn-rate': metric({
    ...ofCustomers,
    spec: 'M34',
    twelveMonths: true,
    title: 'Churn rate',
    sql: logoRetention,
    kind: 'rate',
    unit: 'ratio',
    columns: { returned: 'count', complete: 'flag' },
    options: { count: oneOf('net', 'gross') },
    parameters: (options, question) => ({ ...grainOf(question), count: options['count'] ?? 'net' }),
    quick: stayedQuickly,
  }),
  'revenue-retention': metric({
    ...ofCustomers,
    spec: 'M35',
    twelveMonths: true,
    title: 'Revenue retention',
    sql: revenueRetention,
    kind: 'custom',
    unit: 'ratio',
    columns: keptColumns,
    options: { measure: oneOf('net', 'gross') },
    parameters: (_options, question) => ({ ...grainOf(question), of: 'retention' }),
    quick: keptMoneyQuickly,
    finish: keptMoney((options) => (options['measure'] === 'gross' ? 'gross' : 'net')),
  }),
  expansion: metric({
    ...ofCustomers,
    spec: 'M37',
    twelveMonths: true,
    title: 'Expansion',
    sql: revenueRetention,
    kind: 'custom',
    unit: 'ratio',
    columns: keptColumns,
    parameters: (_options, question) => ({ ...grainOf(question), of: 'expansion' }),
    quick: keptMoneyQuickly,
    finish: keptMoney(() => 'expansion'),
  }),
  'repeat-purchase': metric({
    ...ofCustomers,
    spec: 'M39',
    title: 'Repeat purchase',
    sql: repeatPurchase,
    kind: 'rate',
    unit: 'ratio',
    columns: { immature: 'count', immature_hits: 'count', median_days: 'days' },
    options: { window: days(365) },
    parameters: (options) => ({ window_days: daysOf(options['window']) }),
    immatureColumn: 'immature',
  }),
  'cohort-retention': metric({
    ...ofCustomers,
    spec: 'M40',
    title: 'Cohort retention',
    sql: cohortRetention,
    kind: 'custom',
    unit: 'ratio',
    columns: { cohort: 'label', cohort_size: 'count', k: 'count', complete: 'flag', can_still_rise: 'flag' },
    options: {
      grain: oneOf('month', 'day', 'week', 'quarter', 'year'),
      mode: oneOf('bounded', 'rolling', 'windowed'),
      kind: oneOf('first', 'recurring'),
      measure: oneOf('logo', 'revenue'),
      width: numberBetween(3, 1, 366),
    },
    parameters: (options, question) => ({
      grain: options['grain'] ?? 'month',
      mode: options['mode'] ?? 'bounded',
      kind: options['kind'] ?? 'first',
      measure: options['measure'] ?? 'logo',
      width: Math.floor(Number(options['width'] ?? 3)),
      groups: question?.by.length ?? 0,
    }),
    quick: cohortsQuickly,
    keys: ['cohort', 'k'],
    shared: ['k'],
    parts: { denominator: "left_out is null and k = '0'" },
    finish: cohortGrid,
  }),
};
