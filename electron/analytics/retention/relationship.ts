import { attributionOption, days, daysOf, metric, numberBetween } from '../metric';
import { contactsQuickly } from '../contact-board';
import { withMiddleStates } from '../finish';
import { customerDimensions, ofCustomers } from '../customers';
import afterSaleFollowUp from './after-sale-follow-up.sql?raw';
import { daysToPaid } from './days-to-paid';
import { engagementRetention } from './engagement';
import engagementSql from './engagement-retention.sql?raw';
import moneyLeft from './money-left.sql?raw';
import relationshipDepth from './relationship-depth.sql?raw';
import renewalRate from './renewal-rate.sql?raw';
import touchCoverage from './touch-coverage.sql?raw';
import wonToPaid from './won-to-paid.sql?raw';

/** The relationship after the sale: paid, followed up, touched, renewed, and what is left on the table (M29 to M32, M36, M38, M62). */
export const relationship = {
  'won-to-paid': metric({
    spec: 'M29',
    title: 'Won to paid',
    sql: wonToPaid,
    kind: 'custom',
    unit: 'days',
    needs: ['opportunities', 'invoices', 'payments'],
    columns: {
      median_days: 'days',
      p25_days: 'days',
      p75_days: 'days',
      mean_days: 'days',
      paid: 'count',
      on_time: 'ratio',
      due: 'count',
      failed_share: 'ratio',
      attempts: 'count',
    },
    options: { attribution: attributionOption('at_close') },
    finish: daysToPaid,
  }),
  'after-sale-follow-up': metric({
    spec: 'M30',
    title: 'After-sale follow-up',
    sql: afterSaleFollowUp,
    kind: 'rate',
    unit: 'ratio',
    needs: ['opportunities', 'activities'],
    uses: ['customers', 'touches'],
    columns: {
      immature: 'count',
      judged_90: 'count',
      good_at_90: 'ratio',
      kept_at_90: 'ratio',
      paid_at_90: 'ratio',
      no_complaint_at_90: 'ratio',
    },
    options: { attribution: attributionOption('at_close') },
    immatureColumn: 'immature',
  }),
  'touch-coverage': metric({
    ...ofCustomers,
    spec: 'M31',
    title: 'Touch coverage',
    sql: touchCoverage,
    kind: 'rate',
    unit: 'ratio',
    uses: ['customers', 'touches'],
    columns: {
      without: 'count',
      top_without: 'count',
      never: 'count',
      median_gap_days: 'days',
      without_money: 'money',
    },
    options: { days: days(90), top_days: days(30) },
    parameters: (options) => ({
      days: daysOf(options['days']) ?? 36_500,
      top_days: daysOf(options['top_days']) ?? 36_500,
    }),
    quick: contactsQuickly,
  }),
  'relationship-depth': metric({
    ...ofCustomers,
    spec: 'M32',
    title: 'Relationship depth',
    sql: relationshipDepth,
    kind: 'custom',
    unit: 'score',
    needs: ['activities', ['orders', 'subscriptions', 'opportunities']],
    columns: { single_share: 'ratio', single: 'count' },
    finish: withMiddleStates,
  }),
  'renewal-rate': metric({
    spec: 'M36',
    title: 'Renewal rate',
    sql: renewalRate,
    kind: 'rate',
    unit: 'ratio',
    dimensions: customerDimensions,
    attribution: 'current',
    day: 'due_on',
    needs: ['renewals', 'subscriptions'],
    uses: ['parties'],
    unitId: 'renewal_id',
    columns: { on_time: 'ratio', rate_by_value: 'ratio', renewed_money: 'money', due_money: 'money' },
    options: { grace: days(30) },
    parameters: (options) => ({ grace: daysOf(options['grace']) ?? 36_500 }),
  }),
  'money-left': metric({
    spec: 'M38',
    title: 'Money left on the table',
    sql: moneyLeft,
    kind: 'money',
    unit: 'money',
    dimensions: customerDimensions,
    attribution: 'current',
    day: 'due_on',
    needs: [['renewals', 'invoices']],
    uses: ['parties', 'touches', 'unpaid_invoices'],
    unitId: 'item_id',
    columns: { item: 'label', count: 'count' },
    options: { index: numberBetween(0, 0, 1) },
    parameters: (options) => ({ index: Number(options['index'] ?? 0) }),
    keys: ['item'],
  }),
  'engagement-retention': metric({
    ...ofCustomers,
    spec: 'M62',
    title: 'Engagement and later retention',
    sql: engagementSql,
    kind: 'custom',
    unit: 'ratio',
    needs: ['activities', ['orders', 'subscriptions', 'opportunities']],
    uses: ['customers', 'touches'],
    columns: {
      quartile: 'label',
      conversations_from: 'count',
      conversations_to: 'count',
      crude: 'ratio',
      index: 'index',
      expected: 'score',
    },
    keys: ['quartile'],
    finish: engagementRetention,
  }),
};
