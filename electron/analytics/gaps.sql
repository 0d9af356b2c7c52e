-- What:   rows that lack a field without which a metric cannot use them, counted by what is lacking.
-- Unit:   rows; one that lacks several fields a metric needs counts once, under the first.
-- Scope:  rows of every kind that metrics read, up to the as-of; without a day of their own they belong to no period that is asked for.
-- Source: domain specification 1.1, 3 (required), 8.
with lacking as (
  -- Each branch asks for missing values alone, so that whole tables are passed over by their statistics.
  select
    'journey' as of, journey_id as row_id,
    [
      case when reached_0 is null and not closed_without_date then 'undated.created_at' end,
      case when opportunity_id is not null and reached_0 is null and not closed_without_date then 'unclosed.created_at' end,
      case when opportunity_id is not null and reached_0 is null and outcome = 'open' then 'open.created_at' end,
      case when reached_0 is null and last_rank in (5, 6) then 'proposals.created_at' end,
      case when lead_id is not null and origin = 'new' and lead_began_at is null then 'leads.created_at' end,
      case when closed_without_date then 'opportunities.closed_at' end,
      case when closed_without_date and outcome = 'won' then 'wins.closed_at' end,
      case when closed_without_date and outcome = 'won' and not exists (select 1 from orders) and not exists (select 1 from subscriptions) then 'bought.closed_at' end,
      case when closed_without_date and outcome in ('lost', 'no_decision') then 'losses.closed_at' end,
      case when outcome = 'open' and opportunity_id in (select opportunity_id from opportunities where stage is null and is_won is null and is_closed is null) then 'opportunities.stage' end
    ] as lacks,
    account_id, cast(null as varchar) as contact_id, opportunity_id, lead_id, cast(null as varchar) as subscription_id,
    coalesce(rep_at_close, owner_id) as rep_id, cast(null as varchar) as team_id, source as own_source, coalesce(closed_on, began_on) as day_on
  from derived.journeys
  where closed_without_date or reached_0 is null or opportunity_id is not null and stage is null
    or lead_id is not null and origin = 'new' and lead_began_at is null
  union all by name
  select 'event' as of, coalesce(event_id, 'row ' || src_row) as row_id,
    [case when entered_at is null then 'stage_events.entered_at' end, case when to_stage is null and amount is null and expected_close is null then 'stage_events.to_stage' end] as lacks,
    opportunity_id, lead_id, rep_id, day_of(instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from stage_events
  where entered_at is null or to_stage is null
  union all by name
  select 'activity' as of, activity_id as row_id,
    [
      case when "at" is null then 'activities.at' end,
      case when kind is null then 'activities.kind' end,
      case when "at" is null and rep_id is not null and 'activities' in (select metric from targets) then 'credited.at' end,
      case when "at" is null and is_conversation then 'conversations.at' end,
      case when "at" is null and direction = 'in' then 'incoming.at' end,
      case when "at" is null and coalesce(direction, 'out') = 'out' then 'outgoing.at' end,
      case when kind is null and coalesce(direction, 'out') = 'out' then 'outgoing.kind' end
    ] as lacks,
    account_id, contact_id, opportunity_id, lead_id, rep_id, day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from activities
  where "at" is null or kind is null
  union all by name
  select 'order' as of, order_id as row_id, [case when ordered_at is null then 'orders.ordered_at' end, case when amount is null then 'orders.amount' end] as lacks, account_id, opportunity_id, rep_id,
    day_of(instant_of(ordered_at, ordered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from orders
  where (ordered_at is null or amount is null) and coalesce(status, 'placed') <> 'cancelled'
  union all by name
  select 'refund' as of, refund_id as row_id, [case when refunds."at" is null then 'refunds.at' end, case when refunds.amount is null then 'refunds.amount' end] as lacks,
    coalesce(refunds.account_id, orders.account_id) as account_id, orders.rep_id, day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from refunds
  left join orders on orders.order_id = refunds.order_id
  where refunds."at" is null or refunds.amount is null
  union all by name
  select 'invoice' as of, invoice_id as row_id, ['invoices.amount'] as lacks,
    orders.account_id, coalesce(invoices.opportunity_id, orders.opportunity_id) as opportunity_id, orders.rep_id, due_on as day_on
  from invoices
  left join orders on orders.order_id = invoices.order_id
  where invoices.amount is null
  union all by name
  select 'payment' as of, payment_id as row_id, [case when payments."at" is null then 'payments.at' end, case when payments.amount is null then 'payments.amount' end] as lacks,
    coalesce(payments.account_id, orders.account_id) as account_id, coalesce(invoices.opportunity_id, orders.opportunity_id) as opportunity_id, orders.rep_id,
    day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from payments
  left join invoices on invoices.invoice_id = payments.invoice_id
  left join orders on orders.order_id = invoices.order_id
  where payments.invoice_id is not null and (payments."at" is null or payments.amount is null)
  union all by name
  select 'contract' as of, subscription_id as row_id,
    [case when account_id is null then 'subscriptions.account_id' end, case when started_on is null then 'subscriptions.started_on' end, case when mrr is null then 'subscriptions.mrr' end] as lacks,
    account_id, owner_id as rep_id, started_on as day_on
  from subscriptions
  where account_id is null or started_on is null or mrr is null
  union all by name
  select 'change' as of, subscription_id || ' ' || coalesce(cast("on" as varchar), 'row ' || src_row) as row_id, ['subscription_changes.mrr'] as lacks, subscription_id, "on" as day_on
  from subscription_changes
  where mrr is null
  union all by name
  select 'renewal' as of, renewal_id as row_id, ['lost_renewals.due_on'] as lacks, subscription_id, rep_id
  from renewals
  where due_on is null and outcome = 'lost'
  union all by name
  select 'cost' as of, coalesce(cost_id, 'row ' || src_row) as row_id,
    [
      case when purpose is null then 'costs.purpose' end,
      case when coalesce(period_start, "on") is null and purpose = 'acquire' then 'acquiring.on' end,
      case when amount is null and purpose = 'acquire' then 'acquiring.amount' end,
      case when coalesce(period_start, "on") is null and purpose = 'retain' then 'retaining.on' end
    ] as lacks,
    rep_id, team_id, source as own_source, coalesce(period_start, "on") as day_on
  from costs
  where purpose is null or amount is null or period_start is null and "on" is null
  union all by name
  select 'target' as of, coalesce(target_id, 'row ' || src_row) as row_id,
    [case when period_start is null then 'targets.period_start' end, case when period_end is null then 'targets.period_end' end] as lacks,
    rep_id, team_id, period_start as day_on
  from targets
  where period_start is null or period_end is null
  union all by name
  select 'hand-off' as of, coalesce(handoff_id, 'row ' || src_row) as row_id, [case when "at" is null then 'handoffs.at' end, case when from_rep is null then 'handoffs.from_rep' end] as lacks,
    opportunity_id, lead_id, from_rep as rep_id, day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from handoffs
  where "at" is null or from_rep is null
  union all by name
  select 'training' as of, training_id as row_id, [case when rep_id is null then 'trainings.rep_id' end, case when programme is null then 'trainings.programme' end] as lacks, rep_id,
    day_of(instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from trainings
  where rep_id is null or programme is null
  union all by name
  select 'coaching' as of, coalesce(coaching_id, 'row ' || src_row) as row_id, [case when rep_id is null then 'coachings.rep_id' end, case when "at" is null then 'coachings.at' end] as lacks, rep_id from coachings where rep_id is null or "at" is null
  union all by name
  select 'recognition' as of, 'row ' || src_row as row_id, [case when rep_id is null then 'recognitions.rep_id' end, case when "at" is null then 'recognitions.at' end] as lacks, rep_id from recognitions where rep_id is null or "at" is null
  union all by name
  select 'payout' as of, 'row ' || src_row as row_id,
    [case when rep_id is null then 'payouts.rep_id' end, case when period_start is null then 'payouts.period_start' end, case when period_end is null then 'payouts.period_end' end, case when amount is null then 'payouts.amount' end] as lacks,
    rep_id, period_start as day_on
  from payouts
  where rep_id is null or period_start is null or period_end is null or amount is null
  union all by name
  select 'plan' as of, plan_id as row_id, [case when period_start is null then 'incentive_plans.period_start' end, case when period_end is null then 'incentive_plans.period_end' end] as lacks, period_start as day_on
  from incentive_plans
  where period_start is null or period_end is null
  union all by name
  select 'survey' as of, survey_id as row_id, [case when kind is null then 'surveys.kind' end] as lacks, account_id, contact_id, rep_id,
    day_of(coalesce(instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), instant_of(asked_at, asked_at_is_date, cast($time_zone as varchar), cast($shift as bigint))), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from surveys
  where kind is null
  union all by name
  select 'referral' as of, referral_id as row_id, [case when "at" is null then 'referrals.at' end, case when from_account is null then 'referrals.from_account' end] as lacks,
    from_account as account_id, day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from referrals
  where "at" is null or from_account is null
  union all by name
  select 'case' as of, case_id as row_id, [case when opened_at is null and kind in ('complaint', 'cancel_notice') then 'complaints.opened_at' end] as lacks, account_id
  from cases
  where opened_at is null
  union all by name
  select 'role' as of, 'row ' || src_row as row_id, ['opportunity_roles.role'] as lacks, opportunity_id, rep_id from opportunity_roles where role is null
),
wanted as (
  select *, list_filter(lacks, lambda lack: list_contains(cast($lacks as varchar[]), lack))[1] as lack
  from lacking
),
fact as (
  select
    wanted.of, row_id, lack, day_on, coalesce(merges.head_id, known_account) as account_id, coalesce(heads.name, known_account) as account, wanted.opportunity_id, wanted.lead_id,
    coalesce(wanted.rep_id, heads.owner_id) as owner_id, owner_id as rep_at_2, owner_id as rep_at_close, team_id,
    coalesce(opportunity_segment, heads.segment) as segment, coalesce(own_source, heads.source) as source, cast(null as varchar) as product,
    heads.region, heads.industry, cast(null as double) as size_money
  from (
    select
      wanted.*, opportunities.segment as opportunity_segment,
      coalesce(wanted.account_id, contacts.account_id, subscriptions.account_id, opportunities.account_id, leads.account_id) as known_account
    from wanted
    left join contacts on contacts.contact_id = wanted.contact_id
    left join subscriptions on subscriptions.subscription_id = wanted.subscription_id
    left join opportunities on opportunities.opportunity_id = wanted.opportunity_id
    left join leads on leads.lead_id = wanted.lead_id
    where lack is not null
  ) as wanted
  left join derived.merges as merges on merges.account_id = known_account
  left join accounts as heads on heads.account_id = coalesce(merges.head_id, known_account)
)
-- Units
units as (
  select
    scope.* exclude (lack),
    day_on as on_day,
    true as hit,
    case split_part(lack, '.', 2) when 'closed_at' then 'bad_dates' when 'amount' then 'no_amount' else split_part(lack, '.', 2) || '_missing' end as left_out
  from scope
  where case when day_on is null then cast($lacking_from as date) is null and cast($lacking_to as date) is null
    else in_period(day_on, cast($lacking_from as date), cast($lacking_to as date))
      and day_on <= day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) end
)
-- Answer
select by_1, by_2, by_3, left_out, cast(count(*) as integer) as rows
from grouped
group by all
order by by_1, by_2, by_3, left_out;
