-- What:   each open deal with its stay on the rung it stands on, beside how long the won deals stayed there, and the days since anybody touched it.
-- Unit:   days; entered_on is a local day; the quartile and the ninth tenth are null where none was ever won from there, quiet_days where nobody touched it.
-- Scope:  opportunities open at the as-of; won stays of all of history. A rung with fewer than 20 won stays is judged with those of the next ones.
-- Source: domain specification M21.
create or replace table derived.open_stays as
with won_stays as (
  select rank, stay_days
  from derived.visits as visits
  join derived.journeys as journeys on journeys.journey_no = visits.journey_no
  where outcome = 'won' and left_at is not null
),
tallies as (
  select rungs.rank, count(won_stays.rank) as stays
  from (select unnest(range(7)) as rank) as rungs
  left join won_stays on won_stays.rank = rungs.rank
  group by rungs.rank
),
pools as (
  select low.rank, coalesce(min(high.rank) filter (high.up_to - low.up_to + low.stays >= 20), 6) as last_rank
  from (select *, sum(stays) over (order by rank) as up_to from tallies) as low
  join (select *, sum(stays) over (order by rank) as up_to from tallies) as high on high.rank >= low.rank
  group by low.rank
),
limits as (
  select
    pools.rank,
    count(*) as reference,
    quantile_cont(stay_days, 0.75) as p75_days,
    quantile_cont(stay_days, 0.9) as p90_days
  from pools
  join won_stays on won_stays.rank between pools.rank and pools.last_rank
  group by pools.rank
)
select
  journeys.*,
  visits.rank as rung_rank,
  entered_on, stay_days, reference, p75_days, p90_days,
  day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) - last_touch_on as quiet_days
from derived.visits as visits
join derived.journeys as journeys on journeys.journey_no = visits.journey_no
left join limits on limits.rank = visits.rank
left join derived.approaches as approaches on approaches.journey_no = visits.journey_no
where left_at is null and opportunity_id is not null and outcome = 'open'
order by journeys.journey_no;
