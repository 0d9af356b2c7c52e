-- What:   days from winning a deal until its invoices were paid in full (99.5 percent counts); what is unpaid at the as-of is censored. Beside it the invoices paid by their due date and the payments that failed.
-- Unit:   days; ratios of invoices and of payments.
-- Scope:  won opportunities by closing day; those without an invoice are left out.
-- Source: domain specification M29.
with bills as (
  select
    invoices.invoice_id, coalesce(invoices.opportunity_id, orders.opportunity_id) as opportunity_id, invoices.amount, invoices.due_on
  from invoices
  left join orders on orders.order_id = invoices.order_id
  where instant_of(issued_at, issued_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp) or issued_at is null
),
tries as (
  select
    invoice_id, coalesce(status, 'ok') as status, amount,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment
  from payments
  where invoice_id is not null and instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
),
running as (
  select
    invoice_id, status,
    day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
    sum(amount) filter (status = 'ok') over (partition by invoice_id order by moment range unbounded preceding) as so_far
  from tries
),
paid as (
  select
    bills.opportunity_id, bills.invoice_id, bills.due_on,
    min(running.on_day) filter (running.status = 'ok' and running.so_far >= 0.995 * bills.amount) as paid_on,
    count(running.status) as attempts,
    count(*) filter (running.status = 'failed') as failed
  from bills
  left join running on running.invoice_id = bills.invoice_id
  where bills.opportunity_id is not null and bills.amount > 0
  group by all
),
billed as (
  select
    opportunity_id,
    count(*) filter (due_on < today) as due,
    count(*) filter (due_on < today and paid_on <= due_on) as on_time,
    sum(attempts) as attempts, sum(failed) as failed
  from paid, (select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today)
  group by opportunity_id
),
units as (
  select
    scope.*,
    won_on as on_day,
    billed.due, billed.on_time, billed.attempts, billed.failed,
    settled_at is not null as hit,
    greatest(0, case
      when settled_at is not null then days_between(won_at, won_on, settled_at, day_of(settled_at, cast($time_zone as varchar), cast($shift as bigint)), date_only or settled.is_date)
      else days_between(won_at, won_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
    end) as paid_days,
    case when billed.opportunity_id is null then 'no_invoice' end as left_out
  from scope
  left join billed on billed.opportunity_id = scope.opportunity_id
  left join derived.settled as settled on settled.opportunity_id = scope.opportunity_id
  where scope.opportunity_id is not null and outcome = 'won' and in_period(won_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(paid_days as double) as life_days,
  cast(count(*) filter (left_out is null and hit) as integer) as ended,
  cast(count(*) filter (left_out is null and not hit) as integer) as running,
  cast(coalesce(sum(due) filter (left_out is null), 0) as integer) as due,
  cast(coalesce(sum(on_time) filter (left_out is null), 0) as integer) as on_time,
  cast(coalesce(sum(attempts) filter (left_out is null), 0) as integer) as attempts,
  cast(coalesce(sum(failed) filter (left_out is null), 0) as integer) as failed,
  cast(count(*) filter (left_out = 'no_invoice') as integer) as excluded_no_invoice
from (select * replace (case when left_out is null then paid_days end as paid_days) from grouped)
group by all
order by by_1, by_2, by_3, life_days;
