-- What:   what was spent to win customers in the period, over the journeys that reached the rung (won, unless asked) in it.
-- Unit:   money in the workspace currency for one conversion; null without a conversion, the cost is still shown.
-- Scope:  costs of purpose acquire, spread evenly over their days, and journeys by the day they reached the rung, credited to the rep at that rung. Costs without a source or rep stand under their own bucket. Without dates: all of history.
-- Source: domain specification M22.
with fact as (
  select
    'cost' as kind, cost_id as row_id, from_on as on_day, from_on, to_on, days, cast(amount_money as double) as amount_money, money_note,
    cast(null as varchar) as account, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id, cast(null as varchar) as account_id,
    rep_id as owner_id, team_id, cast(null as varchar) as segment, source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from derived.spending
  where purpose = 'acquire'
  union all by name
  select
    'conversion' as kind, journey_id as row_id,
    [reached_on_0, reached_on_1, reached_on_2, reached_on_3, reached_on_4, reached_on_5, reached_on_6, reached_on_7, reached_on_8][cast($rung as integer) + 1] as on_day,
    account, opportunity_id, lead_id, account_id, cast(null as varchar) as money_note,
    [rep_at_0, rep_at_1, rep_at_2, rep_at_3, rep_at_4, rep_at_5, rep_at_6, rep_at_close, rep_at_close][cast($rung as integer) + 1] as owner_id,
    segment, source, product, region, industry
  from derived.journeys
  where cast($rung as integer) < 7 or outcome = 'won'
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
asked as (
  select
    coalesce(cast($period_from as date), (select min(on_day) from fact), today) as from_on,
    least(coalesce(cast($period_to as date), today + 1), today + 1) as to_on
  from clock
),
buckets as (
  select start_on, end_on
  from asked, lateral (select * from periods_within(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
),
units as (
  select
    scope.* exclude (on_day, from_on, to_on, days, amount_money),
    greatest(from_on, start_on) as on_day,
    amount_money * (least(to_on, end_on) - greatest(from_on, start_on)) / days as amount_money,
    false as hit,
    money_note as left_out
  from scope
  join buckets on to_on > start_on and from_on < end_on
  where kind = 'cost'
  union all by name
  select scope.* exclude (from_on, to_on, days, amount_money), true as hit, cast(null as varchar) as left_out
  from scope
  cross join asked
  where kind = 'conversion' and on_day >= asked.from_on and on_day < asked.to_on
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(exact_money(amount_money)) filter (left_out is null and kind = 'cost') / nullif(count(*) filter (kind = 'conversion'), 0) as double) as value,
  cast(coalesce(sum(exact_money(amount_money)) filter (left_out is null and kind = 'cost'), 0) as double) as cost_money,
  cast(count(*) filter (kind = 'conversion') as integer) as denominator,
  cast(count(*) filter (kind = 'conversion') as integer) as n,
  case when count(*) filter (kind = 'conversion') = 0 then 'empty' when count(*) filter (left_out is null and kind = 'cost') = 0 then 'no_cost' end as reason,
  cast(count(distinct row_id) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(distinct row_id) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
