-- What:   accounts won in the period that a seller contacted in the 30 days after, over those won at least 30 days ago. Beside it the quality of the sale after 90 days: still kept, paid, no complaint.
-- Unit:   ratio 0 to 1; null when no won account is old enough.
-- Scope:  each account's first won opportunity in the period; a sale taken back is no sale followed up, yet one not kept. Contact from the first to the thirtieth day after, tasks and notes are none.
-- Source: domain specification 1.10, M30.
with firsts as (
  select journey_id, head_id
  from (
    select journey_id, won_on, outcome, coalesce(merges.head_id, journeys.account_id) as head_id
    from derived.journeys as journeys
    left join derived.merges as merges on merges.account_id = journeys.account_id
    where opportunity_id is not null and outcome in ('won', 'reversed') and in_period(won_on, cast($period_from as date), cast($period_to as date))
  )
  qualify head_id is null or row_number() over (partition by head_id order by outcome = 'reversed', won_on, journey_id) = 1
),
won as (
  select scope.*, head_id, day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
  from scope
  join firsts on firsts.journey_id = scope.journey_id
),
contacted as (
  select distinct journey_id
  from won
  join derived.touches as touches on touches.account_id = head_id and has_out and touches.on_day > won_on and touches.on_day <= won_on + 30
),
bills as (
  select coalesce(invoices.opportunity_id, orders.opportunity_id) as opportunity_id, invoices.invoice_id, invoices.amount, invoices.due_on
  from invoices
  left join orders on orders.order_id = invoices.order_id
  where invoices.amount > 0
),
receipts as (
  select invoice_id, amount, day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as paid_on
  from payments
  where coalesce(status, 'ok') = 'ok'
),
-- Deals with an invoice due within 90 days of winning that was not paid in full by then.
owing as (
  select distinct journey_id
  from (
    select won.journey_id, bills.invoice_id
    from won
    join bills on bills.opportunity_id = won.opportunity_id and bills.due_on <= won_on + 90
    left join receipts on receipts.invoice_id = bills.invoice_id and receipts.paid_on <= won_on + 90
    group by won.journey_id, bills.invoice_id, bills.amount
    having coalesce(sum(receipts.amount), 0) < 0.995 * bills.amount
  )
),
complaints as (
  select
    coalesce(merges.head_id, cases.account_id) as account_id,
    day_of(instant_of(opened_at, opened_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as complained_on
  from cases
  left join derived.merges as merges on merges.account_id = cases.account_id
  where kind = 'complaint'
),
complained as (
  select distinct journey_id
  from won
  join complaints on complaints.account_id = head_id and complained_on between won_on and won_on + 90
),
-- Contract customers must still have one on the ninetieth day.
ended as (
  select journey_id
  from won
  join derived.contracts as contracts on contracts.account_id = head_id and mrr > 0 and contracts.from_on <= won_on + 90
  group by journey_id, won_on
  having not bool_or(contracts.to_on is null or contracts.to_on > won_on + 90)
),
units as (
  select
    won.* exclude (today),
    won_on as on_day,
    contacted.journey_id is not null as hit,
    won_on + 90 <= today as is_mature_90,
    not (outcome = 'reversed' and closed_on <= won_on + 90) and ended.journey_id is null as is_kept,
    owing.journey_id is null as is_paid,
    complained.journey_id is null as is_content,
    case when account_id is null then 'no_account' when outcome = 'reversed' then 'reversed' when won_on + 30 > today then 'not_mature' end as left_out,
    coalesce(left_out, 'reversed') = 'reversed' and is_mature_90 as is_judged
  from won
  left join contacted using (journey_id)
  left join owing using (journey_id)
  left join complained using (journey_id)
  left join ended using (journey_id)
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(count(*) filter (is_judged) as integer) as judged_90,
  cast(count(*) filter (is_judged and is_kept and is_paid and is_content) / nullif(count(*) filter (is_judged), 0) as double) as good_at_90,
  cast(count(*) filter (is_judged and is_kept) / nullif(count(*) filter (is_judged), 0) as double) as kept_at_90,
  cast(count(*) filter (is_judged and is_paid) / nullif(count(*) filter (is_judged), 0) as double) as paid_at_90,
  cast(count(*) filter (is_judged and is_content) / nullif(count(*) filter (is_judged), 0) as double) as no_complaint_at_90,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'reversed') as integer) as excluded_reversed,
  cast(count(*) filter (left_out = 'no_account') as integer) as excluded_no_account
from grouped
group by all
order by by_1, by_2, by_3;
