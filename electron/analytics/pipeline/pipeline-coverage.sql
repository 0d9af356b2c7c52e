-- What:   open money due in the period over what is still missing to the target; weighted, each deal counts with its own chance of being won by the end of the period, read from the history of deals on its rung and of its age.
-- Unit:   ratio of money, above 1 where more is open than missing; null without a target, or once it is met.
-- Scope:  opportunities open at the as-of and due in the period, by their owner; bookings so far, by those credited for them; targets for bookings taken by their days in the period. Team targets stand for those of their members; asked by rep, only rep targets count.
-- Source: domain specification M19.
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
-- A target's end is the day after it where it is given as the last of a month.
goals as (
  select
    targets.rep_id, targets.team_id, period_start,
    case when day(period_end + 1) = 1 then period_end + 1 else period_end end as until_on,
    cast(value as double) * case when coalesce(currency, cast($currency as varchar)) = cast($currency as varchar) then 1 else rates.rate end as goal_money
  from targets
  cross join today
  left join derived.rates as rates on rates.from_ccy = targets.currency and as_of_on >= rates.on_day and as_of_on < rates.until_day
  where metric = 'bookings'
),
shares as (
  select
    *,
    goal_money * greatest(0, least(until_on, coalesce(cast($period_to as date), until_on)) - greatest(period_start, coalesce(cast($period_from as date), period_start)))
      / nullif(until_on - period_start, 0) as share_money
  from goals
  where until_on > coalesce(cast($period_from as date), period_start) and period_start < coalesce(cast($period_to as date), until_on)
),
named as (
  select shares.*, people.label as rep, coalesce(shares.team_id, people.team) as team
  from shares
  left join derived.people as people on people.rep_id = shares.rep_id and period_start >= people.from_on and period_start < people.to_on
),
due as (
  select *
  from named
  where case when cast($by_rep as double) = 1 then rep_id is not null
      else rep_id is null or team is null or team not in (select team from named where rep_id is null and team is not null) end
    and (cast($reps as varchar[]) is null or rep in (select unnest(cast($reps as varchar[]))))
    and (cast($teams as varchar[]) is null or team in (select unnest(cast($teams as varchar[]))))
),
units as (
  select weighed.*, 'open' as part, true as hit, case when expected_close is null then 'no_due_date' else money_note end as left_out, amount_money as part_money
  from weighed
  union all by name
  select scope.*, won_on as on_day, 'won' as part, false as hit, money_note as left_out, amount_money as part_money
  from scope
  where opportunity_id is not null and outcome in ('won', 'reversed') and in_period(won_on, cast($period_from as date), cast($period_to as date))
  union all by name
  select scope.*, closed_on as on_day, 'won' as part, false as hit, money_note as left_out, -amount_money as part_money
  from scope
  where opportunity_id is not null and outcome = 'reversed' and in_period(closed_on, cast($period_from as date), cast($period_to as date))
  union all by name
  select rep, team, 'target' as part, false as hit, case when share_money is null then 'no_fx' end as left_out, share_money as part_money from due
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (part = 'open' and left_out is null) as integer) as n,
  cast(coalesce(sum(exact_money(part_money)) filter (part = 'open' and left_out is null), 0) as double) as open_money,
  cast(sum(exact_money(part_money * chance)) filter (part = 'open' and left_out is null) as double) as weighted_money,
  cast(coalesce(sum(exact_money(part_money)) filter (part = 'won' and left_out is null), 0) as double) as won_money,
  cast(sum(exact_money(part_money)) filter (part = 'target' and left_out is null) as double) as target_money,
  exists (select 1 from targets) as has_targets,
  cast(count(*) filter (part = 'open' and left_out is null and chance is null) as integer) as without_history,
  cast(count(*) filter (part = 'open' and left_out = 'no_due_date') as integer) as excluded_no_due_date,
  cast(count(distinct journey_no) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(distinct journey_no) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(distinct journey_no) filter (left_out = 'no_fx') + count(*) filter (part = 'target' and left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
