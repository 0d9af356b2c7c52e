-- What:   of the open deals on each rung, the share that has been there longer than three quarters of the won deals were: aged; longer than nine tenths: stale. With the days since anybody touched them.
-- Unit:   ratio 0 to 1; null where no deal is open or none was ever won from there.
-- Scope:  opportunities open at the as-of, whatever the period; won stays of all of history. A rung with fewer than 20 won stays is judged with those of the next ones.
-- Source: domain specification M21.
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
),
units as (
  select
    scope.*,
    entered_on as on_day,
    rung_of(visits.rank) as rung,
    visits.rank as rung_rank,
    stay_days,
    reference, p75_days, p90_days,
    stay_days > p75_days as hit,
    stay_days > p90_days as is_stale,
    case when p75_days is null then 'no_reference' end as left_out,
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) - last_touch_on as quiet_days
  from scope
  join derived.visits as visits on visits.journey_no = scope.journey_no and visits.left_at is null
  left join limits on limits.rank = visits.rank
  left join derived.approaches as approaches on approaches.journey_no = scope.journey_no
  where opportunity_id is not null and outcome = 'open'
)
-- Answer
select
  by_1, by_2, by_3,
  rung,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out is null and is_stale) as integer) as stale,
  cast(count(*) as integer) as open,
  cast(median(stay_days) as double) as median_days,
  cast(any_value(p75_days) as double) as p75_days,
  cast(any_value(p90_days) as double) as p90_days,
  cast(coalesce(any_value(reference), 0) as integer) as reference,
  cast(median(quiet_days) as double) as quiet_days,
  cast(count(*) filter (quiet_days is null) as integer) as never_touched,
  cast(sum(amount_money) filter (left_out is null and hit) as double) as aged_money,
  cast(count(*) filter (left_out = 'no_reference') as integer) as excluded_no_reference
from grouped
group by by_1, by_2, by_3, rung, rung_rank
order by by_1, by_2, by_3, rung_rank;
