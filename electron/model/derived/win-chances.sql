-- What:   for each rung and each day after reaching it, the share of journeys won by then and the share still going on: what an open deal's chance is read from.
-- Unit:   ratio 0 to 1; days are whole. curve_rank is the rung whose history a deal on this rung is read by: its own with 20 journeys or more, else the nearest lower one, else the one with most; a rung of which nothing has ended yet has none.
-- Scope:  journeys that reached the rung in the twelve months up to the as-of; those still open count up to their age. A deal won and later lost counts as lost; one without a recorded history tells of the rung it began on alone.
-- Source: domain specification M19, 5.5.
create or replace table derived.win_chances as
with today as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as as_of_on
),
reached as (
  select
    unnest(range(7)) as rank,
    unnest([reached_on_0, reached_on_1, reached_on_2, reached_on_3, reached_on_4, reached_on_5, reached_on_6]) as reached_on,
    entry_rank, outcome, won_on, closed_on, from_flags
  from derived.journeys
  where opportunity_id is not null
),
lives as (
  select
    rank,
    greatest(0, case outcome when 'open' then as_of_on when 'won' then won_on else closed_on end - reached_on) as age_days,
    outcome = 'won' as is_won,
    outcome <> 'open' as has_ended
  from reached, today
  where reached_on > as_of_on - to_months(12) and reached_on <= as_of_on and entry_rank <= rank
    and (not from_flags or rank = entry_rank)
    and (outcome = 'open' or coalesce(won_on, closed_on) is not null)
),
counted as (
  select
    rank, age_days,
    count(*) as leaving,
    count(*) filter (is_won) as won,
    count(*) filter (has_ended) as ended
  from lives
  group by all
),
watched as (
  select *, cast(sum(leaving) over (partition by rank order by age_days desc) as double) as at_risk from counted
),
walked as (
  select *, product(1 - ended / at_risk) over (partition by rank order by age_days) as still_open from watched
),
curves as (
  select
    rank, age_days, at_risk, still_open,
    sum(coalesce(lag_open, 1) * won / at_risk) over (partition by rank order by age_days) as won_share
  from (select *, lag(still_open) over (partition by rank order by age_days) as lag_open from walked)
),
sizes as (
  select rank, max(at_risk) as journeys from curves group by rank having min(still_open) < 1
),
readings as (
  select
    wanted.rank,
    coalesce(max(sizes.rank) filter (sizes.rank <= wanted.rank and sizes.journeys >= 20), arg_max(sizes.rank, (sizes.journeys, -sizes.rank))) as curve_rank
  from (select unnest(range(7)) as rank) as wanted
  cross join sizes
  group by wanted.rank
)
select
  cast(readings.rank as tinyint) as rank,
  cast(curve_rank as tinyint) as curve_rank,
  cast(age_days as integer) as age_days,
  cast(at_risk as integer) as at_risk,
  still_open,
  won_share
from readings
join curves on curves.rank = readings.curve_rank
order by readings.rank, age_days;
