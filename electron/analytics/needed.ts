/**
 * Which field of which rows each metric cannot do without. A key is `table.field`, or `rows.field` where only some rows of a table matter; what each key looks for is in `gaps.sql`.
 * Lacks that a metric's own statement counts (a deal closed without a date in a win rate, an order without an amount in the money of customers) are not named for it here.
 */

const spendingMetrics = ['cost-per-conversion', 'conversion-what-if', 'acquisition-cost', 'payback'];
const keepingMetrics = ['acquire-to-keep', 'retention-what-if'];

const ordered = [
  'payback',
  'acquire-to-keep',
  'retention-what-if',
  'acquisition-cost',
  'touch-coverage',
  'relationship-depth',
  'logo-retention',
  'churn-rate',
  'revenue-retention',
  'expansion',
  'repeat-purchase',
  'cohort-retention',
  'customer-survival',
  'cadence',
  'silent-churn',
  'value-to-date',
  'expected-value',
  'concentration',
  'engagement-retention',
  'referral-rate',
  'referral-yield',
  'reviews',
  'satisfaction',
  'nobody-missed',
];
const contracted = ordered.filter((id) => !['repeat-purchase', 'cadence', 'silent-churn'].includes(id));
const contractMoney = [
  'retention-what-if',
  'touch-coverage',
  'revenue-retention',
  'expansion',
  'value-to-date',
  'expected-value',
  'concentration',
  'referral-yield',
];
const orderMoney = ['conversion-what-if', 'payback', 'retention-what-if', 'referral-yield'];
const refundMoney = [
  'payback',
  'retention-what-if',
  'touch-coverage',
  'revenue-retention',
  'expansion',
  'value-to-date',
  'concentration',
  'referral-yield',
];

const skillMetrics = ['skill-gap', 'right-seat', 'persistent-difficulty', 'cross-cover', 'next-goal', 'mentors'];
const recorded = [
  'sales-velocity',
  'cohort-conversion',
  'stage-conversion',
  'stage-conversion-by-value',
  'stage-duration',
  'snapshot-funnel',
  'needs',
  'ageing',
  'stage-matrix',
  'slippage',
  'pipeline-waterfall',
  'journey',
  ...skillMetrics,
];
const booked = [
  'attainment',
  'ramp',
  'persistent-difficulty',
  'incentive-spread',
  'incentive-reach',
  'plan-complexity',
  'recognition',
];
const winsAlone = [
  'needs',
  'cost-per-conversion',
  'conversion-what-if',
  'after-sale-follow-up',
  'won-to-paid',
  'pipeline-coverage',
  'forecast',
  ...booked,
];
const closings = ['specialist-lift', 'referral-yield', 'sales-velocity'];
const approached = ['contact-rate', 'time-to-first-contact', 'after-sale-follow-up'];
const paying = ['won-to-paid', 'after-sale-follow-up', 'money-left', 'snapshot-funnel', 'stage-matrix'];
const withTargets = ['attainment', 'incentive-reach', 'plan-complexity', 'persistent-difficulty', 'recognition'];

/** Metrics by the field they need. */
// prettier-ignore
export const neededBy: Readonly<Record<string, readonly string[]>> = {
  'undated.created_at': ['cohort-conversion', 'stage-conversion', 'stage-conversion-by-value', 'stage-duration', 'conversion-what-if'],
  'unclosed.created_at': ['cycle-length'],
  'open.created_at': ['ageing'],
  'proposals.created_at': ['needs'],
  'leads.created_at': ['time-to-first-contact', 'prospecting-pace', 'stage-matrix', ...skillMetrics],
  'opportunities.closed_at': closings,
  'wins.closed_at': winsAlone,
  'bought.closed_at': ordered.filter((id) => !closings.includes(id)),
  'losses.closed_at': ['cycle-length'],
  'opportunities.stage': [
    'bookings', 'loss-profile', 'discount-discipline', 'deal-value', 'stage-duration', 'ageing', 'needs', 'cost-per-conversion', 'after-sale-follow-up', ...closings, ...booked,
  ],
  'stage_events.entered_at': recorded,
  'stage_events.to_stage': recorded,
  'activities.at': ['activity-mix', 'ageing', 'relationship-depth', 'nobody-missed', 'journey'],
  'activities.kind': ['activity-mix'],
  'conversations.at': ['conversation-conversion', 'touch-coverage', 'engagement-retention', 'money-left', ...skillMetrics, 'recognition'],
  'incoming.at': ['silent-churn'],
  'outgoing.at': approached,
  'outgoing.kind': approached,
  'credited.at': ['attainment'],
  'orders.ordered_at': [...ordered, 'journey'],
  'orders.amount': orderMoney,
  'refunds.at': refundMoney,
  'refunds.amount': refundMoney,
  'invoices.amount': ['won-to-paid', 'after-sale-follow-up', 'money-left'],
  'payments.at': paying,
  'payments.amount': paying,
  'subscriptions.account_id': contracted,
  'subscriptions.started_on': contracted,
  'subscriptions.mrr': contracted,
  'subscription_changes.mrr': contractMoney,
  'lost_renewals.due_on': ['money-left'],
  'costs.purpose': [...spendingMetrics, ...keepingMetrics],
  'acquiring.on': [...spendingMetrics, ...keepingMetrics],
  'acquiring.amount': ['conversion-what-if', 'payback'],
  'retaining.on': keepingMetrics,
  'handoffs.at': skillMetrics,
  'handoffs.from_rep': skillMetrics,
  'targets.period_start': withTargets,
  'targets.period_end': withTargets,
  'trainings.rep_id': ['training-coverage', 'training-effect', 'nobody-missed'],
  'trainings.programme': ['training-coverage', 'training-effect', 'nobody-missed'],
  'coachings.rep_id': ['nobody-missed', 'recognition'],
  'coachings.at': ['nobody-missed', 'recognition'],
  'incentive_plans.period_start': ['incentive-reach'],
  'incentive_plans.period_end': ['incentive-reach'],
  'payouts.rep_id': ['incentive-spread'],
  'payouts.period_start': ['incentive-spread'],
  'payouts.period_end': ['incentive-spread'],
  'payouts.amount': ['incentive-spread'],
  'recognitions.rep_id': ['nobody-missed', 'recognition'],
  'recognitions.at': ['nobody-missed', 'recognition'],
  'surveys.kind': ['reviews', 'satisfaction', 'wanted-incentives'],
  'referrals.at': ['referral-rate', 'referral-yield'],
  'referrals.from_account': ['referral-rate', 'referral-yield'],
  'complaints.opened_at': ['silent-churn', 'after-sale-follow-up'],
  'opportunity_roles.role': ['specialist-lift'],
};
