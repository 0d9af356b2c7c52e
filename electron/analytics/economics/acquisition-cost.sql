-- What:   what was spent to win customers in the period, over the customers new in it.
-- Unit:   money in the workspace currency for one new customer; null without one, the cost is still shown.
-- Scope:  costs of purpose acquire, spread evenly over their days (asked, as much earlier as a deal takes in the middle), and customers by the day of their first purchase, credited to who won them. Without dates: all of history.
-- Source: domain specification M24.
with fact as (
  select
    'cost' as kind, cost_id as row_id, from_on as on_day, from_on, to_on, days, cast(amount_money as double) as amount_money, money_note,
    cast(null as varchar) as account, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id, cast(null as varchar) as account_id,
    rep_id as owner_id, team_id, cast(null as varchar) as segment, source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry, false as from_won
  from derived.spending
  where purpose = 'acquire'
  union all by name
  select
    'customer' as kind, account_id as row_id, first_on as on_day, account, cast(null as varchar) as money_note,
    opportunity_id, lead_id, account_id, won_by as owner_id, segment, source, product, region, industry, from_won
  from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
lags as (
  select case when cast($lag as varchar) = 'cycle' then cast(coalesce(round(median(won_on - deal_began_on)), 0) as integer) else 0 end as lag_days
  from derived.journeys
  where outcome = 'won' and won_on >= deal_began_on
),
asked as (
  select
    coalesce(cast($period_from as date), (select min(on_day) from fact), today) as from_on,
    least(coalesce(cast($period_to as date), today + 1), today + 1) as to_on
  from clock, lags
),
buckets as (
  select start_on, end_on
  from asked, lateral (select * from periods_within(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
),
units as (
  select
    scope.* exclude (on_day, from_on, to_on, days, amount_money),
    greatest(from_on + lag_days, start_on) as on_day,
    amount_money * (least(to_on + lag_days, end_on) - greatest(from_on + lag_days, start_on)) / days as amount_money,
    false as hit,
    money_note as left_out
  from scope
  cross join lags
  join buckets on to_on + lag_days > start_on and from_on + lag_days < end_on
  where kind = 'cost'
  union all by name
  select scope.* exclude (from_on, to_on, days, amount_money), true as hit, cast(null as varchar) as left_out
  from scope
  cross join asked
  where kind = 'customer' and on_day >= asked.from_on and on_day < asked.to_on
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(exact_money(amount_money)) filter (left_out is null and kind = 'cost') / nullif(count(*) filter (kind = 'customer'), 0) as double) as value,
  cast(coalesce(sum(exact_money(amount_money)) filter (left_out is null and kind = 'cost'), 0) as double) as cost_money,
  cast(count(*) filter (kind = 'customer') as integer) as denominator,
  cast(count(*) filter (kind = 'customer') as integer) as n,
  case when count(*) filter (kind = 'customer') = 0 then 'empty' when count(*) filter (left_out is null and kind = 'cost') = 0 then 'no_cost' end as reason,
  cast((select lag_days from lags) as double) as lag_days,
  cast(count(*) filter (kind = 'customer' and from_won) as integer) as from_flags,
  cast(count(distinct row_id) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(distinct row_id) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
