-- What:   what the present conversion rests on: journeys that reached the first rung and have ended, those won, what was spent, how many were won for it, and what a won one brought.
-- Unit:   counts and money in the workspace currency; the what-if is worked out from them.
-- Scope:  journeys by the day they reached the first rung, resolved ones only; costs of purpose acquire and what was won in the same period, as in the cost per conversion. Margin: the margin share of all orders that record one, times the won amount. Without dates: all of history.
-- Source: domain specification M22, M23.
with fact as (
  select
    'cost' as kind, cost_id as row_id, from_on as on_day, from_on, to_on, days, cast(amount_money as double) as amount_money, money_note,
    cast(null as varchar) as outcome, cast(null as date) as won_on,
    cast(null as varchar) as account, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id, cast(null as varchar) as account_id,
    rep_id as owner_id, team_id, cast(null as varchar) as segment, source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from derived.spending
  where purpose = 'acquire'
  union all by name
  select
    'journey' as kind, journey_id as row_id,
    [reached_on_0, reached_on_1, reached_on_2, reached_on_3, reached_on_4, reached_on_5, reached_on_6][cast($rung as integer) + 1] as on_day,
    amount_money, money_note, outcome, won_on, account, opportunity_id, lead_id, account_id,
    rep_at_close as owner_id, segment, source, product, region, industry
  from derived.journeys
  where entry_rank <= cast($rung as integer)
  union all by name
  select
    'win' as kind, journey_id as row_id, reached_on_7 as on_day, account, opportunity_id, lead_id, account_id, cast(null as varchar) as money_note,
    rep_at_close as owner_id, segment, source, product, region, industry
  from derived.journeys
  where outcome = 'won'
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
margins as (
  select cast(sum(exact_money(margin)) as double) / nullif(sum(exact_money(amount)), 0) as margin_share
  from orders
  where margin is not null and amount > 0 and coalesce(status, 'placed') <> 'cancelled'
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
  select
    scope.* exclude (from_on, to_on, days),
    coalesce(outcome = 'won', false) as hit,
    case when outcome = 'open' then 'open' end as left_out
  from scope
  where kind in ('journey', 'win') and in_period(on_day, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (kind = 'journey' and left_out is null) as integer) as entries,
  cast(count(*) filter (kind = 'journey' and left_out is null and hit) as integer) as wins,
  cast(count(*) filter (kind = 'win') as integer) as conversions,
  cast(sum(exact_money(amount_money)) filter (kind = 'cost' and left_out is null) as double) as cost_money,
  cast(avg(exact_money(amount_money)) filter (kind = 'journey' and left_out is null and hit) as double) as mean_money,
  cast((select margin_share from margins) as double) as margin_share,
  cast(count(*) filter (kind = 'journey' and left_out = 'open') as integer) as excluded_open,
  cast(count(*) filter (kind = 'journey' and left_out is null and hit and amount_money is null) as integer) as excluded_no_amount
from grouped
group by all
order by by_1, by_2, by_3;
