-- What:   customers by the period of their first purchase (or of every purchase): the share active, or the revenue kept, so many periods later.
-- Unit:   ratio; column 0 is 1. Null where the cohort is empty. A cell whose period is not over at the as-of is marked, and belongs in no average.
-- Scope:  cohorts that begin in the period asked, each at most 366 periods on (by day: about a year); a contract is active on the last day it covers, an order in its own period.
-- Source: domain specification M40.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow,
    cast(case cast($grain as varchar) when 'week' then 7 / 30.4375 when 'day' then 1 / 30.4375 when 'month' then 1 when 'quarter' then 3 else 12 end as double) as months
),
-- Periods of the calendar up to the as-of, with the last day that counts in them.
calendar as (
  select
    period_after(first_on, cast($grain as varchar), number, cast($fiscal as integer)) as start_on,
    least(period_after(first_on, cast($grain as varchar), number + 1, cast($fiscal as integer)) - 1, today) as last_on
  from clock, (
    select period_start(min(first_contract_on), cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer)) as first_on
    from derived.customers
  ), lateral (select unnest(range(cast(periods_between(first_on, today, cast($grain as varchar), cast($fiscal as integer)) as bigint) + 1)) as number)
),
-- Every period a customer was active in, with the revenue of it.
activity as (
  select
    account_id,
    period_start(on_day, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer)) as start_on,
    bool_or(orders > 0) as active,
    sum(amount_money) as money,
    sum(no_fx) as no_fx, sum(no_amount) as no_amount, sum(negative) as negative
  from derived.purchases
  where account_id is not null
  group by 1, 2
  union all
  select contracts.account_id, start_on, true, sum(cast(cast(mrr as double) * months * case when currency = cast($currency as varchar) then 1 else rate end as decimal(18, 4))),
    count(*) filter (currency <> cast($currency as varchar) and rate is null), 0, 0
  from derived.contracts as contracts
  cross join clock
  join calendar on calendar.last_on >= contracts.from_on and (contracts.to_on is null or calendar.last_on < contracts.to_on)
  left join derived.rates as rates on rates.from_ccy = contracts.currency and contracts.started_on >= rates.on_day and contracts.started_on < rates.until_day
  where mrr > 0
  group by 1, 2
),
-- A contract that began and ended within one period was active in it all the same.
active as (
  select account_id, start_on, bool_or(active) as active, sum(money) as money, sum(no_fx) as no_fx, sum(no_amount) as no_amount, sum(negative) as negative
  from (
    select * from activity
    union all
    select account_id, period_start(first_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer)), true, 0, 0, 0, 0 from derived.customers
  )
  group by 1, 2
),
members as (
  select
    active.account_id,
    start_on as cohort_on,
    case when cast($kind as varchar) = 'first' then first_on else start_on end as on_day
  from active
  join derived.customers as customers on customers.account_id = active.account_id
  where active
    and (cast($kind as varchar) = 'recurring'
      or start_on = period_start(first_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer)))
),
reached as (
  select members.account_id, on_day, cohort_on, cast(periods_between(cohort_on, active.start_on, cast($grain as varchar), cast($fiscal as integer)) as integer) as step, active.active, active.money, active.no_fx, active.no_amount, active.negative
  from members
  join active on active.account_id = members.account_id and active.start_on >= cohort_on
  where in_period(on_day, cast($period_from as date), cast($period_to as date))
),
counted as (
  select account_id, on_day, cohort_on, step, money, no_fx, no_amount, negative
  from reached
  where cast($measure as varchar) = 'revenue' or (cast($mode as varchar) = 'bounded' and active)
  union all
  select account_id, on_day, cohort_on, unnest(range(max(step) + 1)), 0, 0, 0, 0
  from reached
  where cast($measure as varchar) = 'logo' and cast($mode as varchar) = 'rolling' and active
  group by 1, 2, 3
  union all
  select distinct account_id, on_day, cohort_on, unnest(range(step, step + cast($width as integer))), 0, 0, 0, 0
  from reached
  where cast($measure as varchar) = 'logo' and cast($mode as varchar) = 'windowed' and active
),
units as (
  select
    scope.*,
    counted.on_day,
    cohort_on,
    period_label(cohort_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer), cast($fiscal_naming as varchar)) as cohort,
    cast(step as integer) as step,
    cast(step as varchar) as k,
    counted.money as period_money,
    counted.no_fx, counted.no_amount, counted.negative,
    true as hit,
    cast(null as varchar) as left_out
  from scope
  join counted on counted.account_id = scope.account_id
)
-- Answer
, cells as (
  select by_1 as g_1, by_2 as g_2, by_3 as g_3, cohort_on, step, count(*) as active, sum(period_money) as money, sum(no_fx) as no_fx, sum(no_amount) as no_amount, sum(negative) as negative, count(*) filter (from_won) as from_flags
  from grouped
  group by all
),
bases as (
  select g_1, g_2, g_3, cohort_on, active as size, money as base_money, from_flags from cells where step = 0
),
-- The plain grid shows empty cohorts too, so that its rows are the calendar's.
first_cohort as (
  select min(cohort_on) as first_on from bases
),
cohorts as (
  select g_1 as by_1, g_2 as by_2, g_3 as by_3, cohort_on as start_on from bases
  union
  select null, null, null, period_after(first_on, cast($grain as varchar), number, cast($fiscal as integer))
  from first_cohort, clock, lateral (select unnest(range(cast(periods_between(first_on, today, cast($grain as varchar), cast($fiscal as integer)) as bigint) + 1)) as number)
  where cast($groups as integer) = 0 and (cast($period_to as date) is null or period_after(first_on, cast($grain as varchar), number, cast($fiscal as integer)) < cast($period_to as date))
)
select
  by_1, by_2, by_3,
  period_label(start_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer), cast($fiscal_naming as varchar)) as cohort,
  cast(number as integer) as k,
  cast(coalesce(bases.size, 0) as integer) as cohort_size,
  cast(case when cast($measure as varchar) = 'logo' then coalesce(cells.active, 0) else coalesce(cells.money, 0) end as double) as numerator,
  cast(case when cast($measure as varchar) = 'logo' then coalesce(bases.size, 0) else bases.base_money end as double) as denominator,
  period_after(start_on, cast($grain as varchar), number + 1, cast($fiscal as integer)) <= tomorrow as complete,
  cast($mode as varchar) = 'rolling' and cast($measure as varchar) = 'logo'
    and period_after(start_on, cast($grain as varchar), number + cast($width as integer), cast($fiscal as integer)) > today as can_still_rise,
  cast(coalesce(bases.from_flags, 0) as integer) as from_flags,
  cast(case when cast($measure as varchar) = 'revenue' then coalesce(cells.no_fx, 0) else 0 end as integer) as excluded_no_fx,
  cast(case when cast($measure as varchar) = 'revenue' then coalesce(cells.no_amount, 0) else 0 end as integer) as excluded_no_amount,
  cast(case when cast($measure as varchar) = 'revenue' then coalesce(cells.negative, 0) else 0 end as integer) as excluded_negative
from cohorts
cross join clock
cross join lateral (select unnest(range(least(cast(periods_between(start_on, today, cast($grain as varchar), cast($fiscal as integer)) as bigint), 366) + 1)) as number)
left join bases on bases.cohort_on = start_on and bases.g_1 is not distinct from by_1 and bases.g_2 is not distinct from by_2 and bases.g_3 is not distinct from by_3
left join cells on cells.cohort_on = start_on and cells.step = number and cells.g_1 is not distinct from by_1 and cells.g_2 is not distinct from by_2 and cells.g_3 is not distinct from by_3
order by by_1, by_2, by_3, cohort, k;
