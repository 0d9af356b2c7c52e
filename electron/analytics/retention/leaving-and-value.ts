import { days, metric, numberBetween, oneOf } from '../metric';
import { ofCustomers } from '../customers';
import cadence from './cadence.sql?raw';
import concentration from './concentration.sql?raw';
import customerSurvival from './customer-survival.sql?raw';
import expectedValue from './expected-value.sql?raw';
import silence from './silence.sql?raw';
import { fitSilence, unfitted } from './silence';
import silentChurn from './silent-churn.sql?raw';
import { silentShare } from './silent-share';
import { silentQuickly } from '../silent-board';
import { survivalSteps } from './survival-steps';
import { topAccounts } from './top-accounts';
import valueToDate from './value-to-date.sql?raw';

const prepare = { sql: silence, fit: fitSilence };

const horizonOptions = { horizon: oneOf('12m', '36m'), discount: numberBetween(0.1, 0, 1) };

/** The largest accounts of what is asked, in the order the answer ranks them. */
const largest = `
  select account_id from grouped where account_id is not null group by account_id having sum(amount_money) >= 0
  order by sum(amount_money) desc, account_id limit cast($top as integer)`;

/** How long customers stay, who is leaving without a word, and what each is worth (M41 to M46). */
export const leavingAndValue = {
  'customer-survival': metric({
    ...ofCustomers,
    spec: 'M41',
    title: 'Customer survival',
    sql: customerSurvival,
    kind: 'custom',
    unit: 'ratio',
    columns: { t_days: 'days', at_risk: 'count', events: 'count', survival: 'ratio' },
    options: { spell: oneOf('first', 'all'), tenure: days(90), limits: oneOf('log-log', 'log') },
    parameters: (options) => ({ ...unfitted, spell: options['spell'] ?? 'first' }),
    prepare,
    keys: ['t_days'],
    // Who was still there after so many days, and before a step of the curve; at the step itself some left.
    narrows: {
      at_days: 'life_days >= cast($key_at_days as double)',
      t_days: 'left_out is not null or life_days >= cast($key_t_days as double)',
    },
    parts: { numerator: 'left_out is null and hit and life_days = coalesce(cast($key_t_days as double), life_days)' },
    finish: survivalSteps,
  }),
  cadence: metric({
    ...ofCustomers,
    spec: 'M42',
    title: 'Cadence',
    sql: cadence,
    kind: 'custom',
    unit: 'days',
    needs: [['orders', 'opportunities']],
    columns: {
      account: 'label',
      last_on: 'date',
      silence_days: 'days',
      overdue_ratio: 'index',
      next_on: 'date',
      pace_from: 'label',
      pace_ratio: 'index',
      buys_elsewhere: 'flag',
    },
    keys: ['account_id'],
  }),
  'silent-churn': metric({
    ...ofCustomers,
    spec: 'M43',
    title: 'Silent churn',
    sql: silentChurn,
    kind: 'custom',
    unit: 'ratio',
    needs: [['orders', 'opportunities']],
    uses: ['customers', 'touches'],
    columns: {
      account: 'label',
      p_left: 'ratio',
      band: 'label',
      silent: 'flag',
      value_at_risk_money: 'money',
      last_on: 'date',
      owner: 'label',
      note: 'label',
      basis: 'label',
      overdue_ratio: 'index',
    },
    options: { band: oneOf('all', 'watch', 'likely_left') },
    parameters: () => unfitted,
    prepare,
    keys: ['account_id'],
    quick: silentQuickly,
    finish: silentShare,
  }),
  'value-to-date': metric({
    ...ofCustomers,
    spec: 'M44',
    title: 'Customer value to date',
    sql: valueToDate,
    kind: 'money',
    unit: 'money',
    columns: {
      mean_money: 'money',
      median_money: 'money',
      p75_money: 'money',
      unknown_money: 'money',
      basis: 'label',
    },
    parameters: (_options, question) => ({
      whole: question === undefined || question.by.length + Object.keys(question.filters).length === 0 ? 1 : 0,
    }),
  }),
  'expected-value': metric({
    ...ofCustomers,
    spec: 'M45',
    title: 'Expected value',
    sql: expectedValue,
    kind: 'money',
    unit: 'money',
    columns: {
      mean_money: 'money',
      contract_money: 'money',
      expected_purchases: 'score',
      horizon_months: 'count',
      discount: 'ratio',
      basis: 'label',
    },
    options: horizonOptions,
    parameters: () => unfitted,
    prepare,
  }),
  concentration: metric({
    ...ofCustomers,
    spec: 'M46',
    title: 'Concentration',
    sql: concentration,
    kind: 'custom',
    unit: 'ratio',
    columns: {
      numerator: 'money',
      denominator: 'money',
      top: 'count',
      gini: 'ratio',
      gini_small_sample: 'ratio',
      top20_share: 'ratio',
      unknown_money: 'money',
    },
    options: { top: numberBetween(10, 1, 1000) },
    parameters: (options) => ({ top: Number(options['top'] ?? 10) }),
    parts: { numerator: `left_out is null and account_id in (${largest})` },
    finish: topAccounts,
  }),
};
