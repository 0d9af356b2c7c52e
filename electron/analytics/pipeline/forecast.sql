-- What:   money won so far in the period and what the open deals due in it are likely to add, each with the chance its rung and age had in the company's own history.
-- Unit:   money in the workspace currency.
-- Scope:  bookings of the period up to the as-of, by those credited for them; opportunities open at the as-of and due in the period, by their owner. Deals are taken as independent: a good or bad quarter for all of them is not in the band.
-- Source: domain specification M28, M19.
-- Units
today as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as as_of_on
),
open_deals as (
  select
    scope.*,
    expected_close as on_day,
    ages.rank as curve,
    age_days + coalesce(greatest(0, cast($period_to as date) - 1 - as_of_on), 100000) as age_then_days,
    won_before, open_before
  from scope
  cross join today
  left join derived.open_ages as ages on ages.journey_no = scope.journey_no
  where opportunity_id is not null and outcome = 'open'
    and (expected_close is null or in_period(expected_close, cast($period_from as date), cast($period_to as date)))
),
weighed as (
  select open_deals.*, case when curve is not null then least(1, greatest(0, coalesce(won_share, 0) - won_before) / nullif(open_before, 0)) end as chance
  from open_deals
  asof left join derived.win_chances as chances on chances.rank = open_deals.curve and chances.age_days <= open_deals.age_then_days
),
units as (
  select
    weighed.*,
    'open' as part,
    true as hit,
    case when expected_close is null then 'no_due_date' when money_note is not null then money_note when chance is null then 'no_history' end as left_out,
    amount_money as part_money
  from weighed
  union all by name
  select scope.*, won_on as on_day, 'won' as part, false as hit, money_note as left_out, amount_money as part_money
  from scope
  where opportunity_id is not null and outcome in ('won', 'reversed') and in_period(won_on, cast($period_from as date), cast($period_to as date))
  union all by name
  select scope.*, closed_on as on_day, 'won' as part, false as hit, money_note as left_out, -amount_money as part_money
  from scope
  where opportunity_id is not null and outcome = 'reversed' and in_period(closed_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
-- One row a chance and amount of the open deals, and one for what is won.
select
  by_1, by_2, by_3,
  case when part = 'open' and left_out is null then chance end as chance,
  cast(case when part = 'open' and left_out is null then part_money end as double) as deal_money,
  cast(count(*) filter (part = 'open' and left_out is null) as integer) as deals,
  cast(count(*) filter (part = 'won' and left_out is null) as integer) as won_deals,
  cast(coalesce(sum(exact_money(part_money)) filter (part = 'won' and left_out is null), 0) as double) as won_money,
  cast(count(*) filter (part = 'open' and left_out is null and from_flags) as integer) as from_flags,
  cast(count(*) filter (part = 'open' and left_out = 'no_due_date') as integer) as excluded_no_due_date,
  cast(count(*) filter (left_out = 'no_history') as integer) as excluded_no_history,
  cast(count(distinct journey_no) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(distinct journey_no) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(distinct journey_no) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3, chance, deal_money;
