import type { TableName } from '../model/tables';

/** A fault or a gap that rows of a table can have: which rows have it, what follows for the figures, and what would mend it. */
export interface CheckRule {
  readonly id: string;
  readonly table: TableName;
  /** Condition over the table's rows; our own SQL, never data. */
  readonly where: string;
  readonly consequence: string;
  readonly remedy: string;
}

const inSource = 'Correct it in the source and import it again.';
const asOf = '(select cast(as_of as timestamp) from derived.made)';
const ending = "(select stage from stage_map where target in ('won', 'paid', 'lost', 'no_decision', 'disqualified'))";
const isOver = `(is_closed or is_won or stage in ${ending})`;

/** The rules of the domain specification's sections 3 and 8 that look at one table, in the order they are told. */
export const checkRules: readonly CheckRule[] = [
  {
    id: 'no_created_at',
    table: 'opportunities',
    where: 'created_at is null',
    consequence: 'They take the date of their earliest stage event; without one they belong to no dated cohort.',
    remedy: 'Export the creation date with them.',
  },
  {
    id: 'closed_before_created',
    table: 'opportunities',
    where: 'closed_at < created_at',
    consequence: 'The rows count, their durations do not (bad_dates).',
    remedy: inSource,
  },
  {
    id: 'closed_without_date',
    table: 'opportunities',
    where: `closed_at is null and ${isOver}`,
    consequence: 'They close at their last stage event; without one no dated figure has them (bad_dates).',
    remedy: 'Export the closing date with them.',
  },
  {
    id: 'event_before_created',
    table: 'opportunities',
    where:
      'exists (select 1 from stage_events where stage_events.opportunity_id = opportunities.opportunity_id and stage_events.entered_at < opportunities.created_at)',
    consequence: 'They count as created at their earliest event.',
    remedy: inSource,
  },
  {
    id: 'unlikely_date',
    table: 'opportunities',
    where:
      "created_at < timestamp '1990-01-01' or closed_at < timestamp '1990-01-01' or created_at > timestamp '2100-01-01' or closed_at > timestamp '2100-01-01' or expected_close > date '2100-01-01'",
    consequence: 'They are taken as they stand and stretch every range of dates.',
    remedy: 'Look for placeholders such as 1900-01-00 or 9999-12-31 in the source.',
  },
  {
    id: 'after_as_of',
    table: 'opportunities',
    where: `created_at > ${asOf} or closed_at > ${asOf}`,
    consequence: 'What lies after the as-of date is invisible (future).',
    remedy: 'Correct the dates, or import the activity that is newer.',
  },
  {
    id: 'overdue',
    table: 'opportunities',
    where: `expected_close < cast(${asOf} as date) and closed_at is null and not coalesce(${isOver}, false)`,
    consequence: 'They are open though their day has passed, and count as overdue.',
    remedy: 'Agree a new day or close them in the source.',
  },
  {
    id: 'no_stage',
    table: 'opportunities',
    where: 'stage is null',
    consequence: 'They stand on no rung of the ladder.',
    remedy: 'Export the stage with them.',
  },
  {
    id: 'unmapped_stage',
    table: 'opportunities',
    where: 'stage in (select stage from stage_map where target is null)',
    consequence: 'They stand on no rung of the ladder.',
    remedy: 'Place the stage on the ladder at the next import.',
  },
  {
    id: 'no_owner',
    table: 'opportunities',
    where: 'owner_id is null',
    consequence: 'They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  {
    id: 'no_account',
    table: 'opportunities',
    where: 'account_id is null',
    consequence: 'They count in the funnel, not for a customer.',
    remedy: 'Link them to their account in the source.',
  },
  {
    id: 'won_without_amount',
    table: 'opportunities',
    where: "amount is null and (is_won or stage in (select stage from stage_map where target in ('won', 'paid')))",
    consequence: 'They count as won, their money is unknown (no_amount).',
    remedy: 'Enter the amounts in the source.',
  },
  {
    id: 'won_for_nothing',
    table: 'opportunities',
    where: "amount = 0 and (is_won or stage in (select stage from stage_map where target in ('won', 'paid')))",
    consequence: 'They count as won, with no money.',
    remedy: 'See whether zero stands for unknown in the source.',
  },
  {
    id: 'negative_amount',
    table: 'opportunities',
    where: 'amount < 0',
    consequence: 'They count, their money does not.',
    remedy: 'Correct the amounts in the source.',
  },
  {
    id: 'discount_out_of_range',
    table: 'opportunities',
    where: 'discount < 0 or discount > 1',
    consequence: 'Figures of discount leave them out.',
    remedy: 'Say at the next import whether percents are written as 20 or 0.2.',
  },
  {
    id: 'lost_without_reason',
    table: 'opportunities',
    where:
      "loss_reason is null and (stage in (select stage from stage_map where target = 'lost') or is_closed and not is_won)",
    consequence: 'Their reason is shown as unknown.',
    remedy: 'Ask for the reason when a deal is lost.',
  },
  {
    id: 'inferred_history',
    table: 'stage_events',
    where: 'is_inferred',
    consequence: 'Made from what two exports differ in; figures that use them are marked derived.',
    remedy: 'Import the stage history where the system keeps one.',
  },
  {
    id: 'event_without_deal',
    table: 'stage_events',
    where: 'opportunity_id is null and lead_id is null',
    consequence: 'They belong to no deal and no lead, and are not used.',
    remedy: 'Export the id of the deal with them.',
  },
  {
    id: 'event_without_date',
    table: 'stage_events',
    where: 'entered_at is null',
    consequence: 'They are not used.',
    remedy: inSource,
  },
  {
    id: 'lead_without_owner',
    table: 'leads',
    where: 'owner_id is null',
    consequence: 'They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  {
    id: 'activity_without_link',
    table: 'activities',
    where: 'account_id is null and contact_id is null and lead_id is null and opportunity_id is null',
    consequence: 'They count for a person, not for a customer or a deal.',
    remedy: 'Link them in the source.',
  },
  {
    id: 'activity_of_nobody',
    table: 'activities',
    where: 'rep_id is null',
    consequence: 'They count for the customer, for no person.',
    remedy: 'Give them an owner in the source.',
  },
  {
    id: 'order_of_nobody',
    table: 'orders',
    where: 'account_id is null',
    consequence: 'Their money counts under Unknown customer; no customer keeps or leaves with them.',
    remedy: 'Link them to their customer in the source.',
  },
  {
    id: 'negative_order',
    table: 'orders',
    where: 'amount < 0',
    consequence: 'They are not purchases.',
    remedy: 'Import what was paid back as refunds.',
  },
  {
    id: 'refund_of_nobody',
    table: 'refunds',
    where: 'order_id is null and account_id is null',
    consequence: 'Their money counts under Unknown customer.',
    remedy: 'Export the order or the customer with them.',
  },
  {
    id: 'refund_above_order',
    table: 'refunds',
    where: 'amount > (select max(amount) from orders where orders.order_id = refunds.order_id)',
    consequence: 'Money counts exactly; the order counts as nothing bought.',
    remedy: inSource,
  },
  {
    id: 'ended_before_started',
    table: 'subscriptions',
    where: 'ended_on < started_on',
    consequence: 'They are left out of retention.',
    remedy: inSource,
  },
  {
    id: 'merged_in_circle',
    table: 'accounts',
    where:
      'account_id in (with recursive walk as (select account_id as start, merged_into as reached, 1 as step from accounts where merged_into is not null union all select start, accounts.merged_into, step + 1 from walk join accounts on accounts.account_id = walk.reached where accounts.merged_into is not null and step < 50 and reached <> start) select start from walk where reached = start)',
    consequence: 'The circle is broken at its smallest id.',
    remedy: inSource,
  },
  {
    id: 'target_of_nobody',
    table: 'targets',
    where: 'rep_id is null and team_id is null',
    consequence: 'No attainment is measured against them.',
    remedy: 'Say whose target it is.',
  },
  {
    id: 'score_out_of_scale',
    table: 'surveys',
    where:
      "kind = 'nps' and (score < 0 or score > 10) or scale_min is not null and score < scale_min or scale_max is not null and score > scale_max",
    consequence: 'They are left out of the score.',
    remedy: inSource,
  },
];
