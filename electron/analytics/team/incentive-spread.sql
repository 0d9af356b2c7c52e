-- What:   what each person was paid in incentives in the period, with the base pay beside it, the days they were there, and what they booked.
-- Unit:   money in the workspace currency; how evenly it is spread is worked out from it.
-- Scope:  payouts whose time began in the period, of everyone there in that time but managers; who was paid nothing counts with nothing. Payouts for a time that begins after the as-of are counted apart, one by one. Bookings by the closing owner, of those who book.
-- Source: domain specification M66, 5.16.
with recorded as (
  select
    payouts.rep_id, coalesce(plans.plan, payouts.plan_id) as plan, plans.role as plan_role,
    payouts.period_start, payouts.period_end,
    cast(amount as double) * fx as amount_money,
    cast(base_salary as double) * fx as base_money,
    case when amount is null then 'no_amount' when fx is null then 'no_fx' end as note,
    payouts.period_start > day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as is_ahead
  from (
    select payouts.*, case when coalesce(payouts.currency, cast($currency as varchar)) = cast($currency as varchar) then 1 else rate end as fx
    from payouts
    left join derived.rates as rates on rates.from_ccy = payouts.currency and payouts.period_end - 1 >= rates.on_day and payouts.period_end - 1 < rates.until_day
    where in_period(period_start, cast($period_from as date), cast($period_to as date))
  ) as payouts
  left join derived.plans as plans on plans.plan_id = payouts.plan_id
),
priced as (
  select * from recorded where not is_ahead
),
spans as (
  select case when cast($per as varchar) = 'plan' then plan end as plan, min(period_start) as start_on, max(period_end) as end_on, bool_or(plan_role is null) as for_all, list(distinct plan_role) as roles
  from priced
  group by 1
),
employed as (
  select
    spans.plan, start_on, end_on, seats.rep_id, seats.role,
    least(end_on, coalesce(ended_on + 1, end_on)) - greatest(start_on, coalesce(started_on, start_on)) as days
  from spans, derived.seats as seats
  where role <> 'manager' and coalesce(started_on, start_on) < end_on and coalesce(ended_on, start_on) >= start_on
    and (exists (select 1 from reps) or rep_id in (select rep_id from priced))
    and (for_all or list_contains(roles, role) or rep_id in (select rep_id from priced))
),
booked as (
  select employed.plan, employed.rep_id, sum(amount) as amount
  from employed
  join derived.credits as credits on credits.rep_id = employed.rep_id and credits.measure = 'bookings' and credits.on_day >= start_on and credits.on_day < end_on
  group by all
),
paid as (
  select case when cast($per as varchar) = 'plan' then plan end as plan, rep_id, sum(amount_money) as amount_money, sum(base_money) as base_money, max(note) as note, count(*) as payouts
  from priced
  group by 1, 2
),
fact as (
  select
    coalesce(employed.plan, paid.plan) as plan,
    coalesce(employed.rep_id, paid.rep_id) as owner_id, coalesce(employed.rep_id, paid.rep_id) as rep_at_2, coalesce(employed.rep_id, paid.rep_id) as rep_at_close,
    coalesce(employed.start_on, spans.start_on) as start_on,
    coalesce(amount_money, 0) as amount_money, base_money, note, coalesce(payouts, 0) as payouts,
    coalesce(days, spans.end_on - spans.start_on) as days,
    coalesce(employed.end_on, spans.end_on) - coalesce(employed.start_on, spans.start_on) as all_days,
    booked.amount as booked_money,
    cast(null as varchar) as segment, cast(null as varchar) as source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from employed
  full join paid on paid.rep_id = employed.rep_id and paid.plan is not distinct from employed.plan
  left join spans on spans.plan is not distinct from coalesce(employed.plan, paid.plan)
  left join booked on booked.rep_id = employed.rep_id and booked.plan is not distinct from employed.plan
  union all by name
  select
    case when cast($per as varchar) = 'plan' then plan end as plan,
    rep_id as owner_id, rep_id as rep_at_2, rep_id as rep_at_close, period_start as start_on, amount_money, 'future' as note
  from recorded
  where is_ahead
)
-- Units
units as (
  select
    scope.*,
    scope.owner_id || ' ' || coalesce(scope.plan, '') as person_id,
    start_on as on_day,
    amount_money > 0 as hit,
    case when note is not null then note when amount_money < 0 then 'negative' end as left_out
  from scope
)
-- Answer
select
  by_1, by_2, by_3, plan, rep,
  cast(amount_money as double) as amount_money,
  cast(base_money as double) as base_money,
  cast(booked_money as double) as booked_money,
  cast(days as integer) as days,
  cast(all_days as integer) as all_days,
  left_out
from grouped
order by by_1, by_2, by_3, plan, rep;
