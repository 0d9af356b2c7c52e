-- What:   months from a rep's first day until the bookings of three months in a row first reached four fifths of the median of peers with more than twelve months behind them; who has not got there counts as still on the way.
-- Unit:   months, read off the Kaplan-Meier curve; null where fewer than half got there.
-- Scope:  reps who started in the period and within the time the data covers, in a role that books.
-- Source: domain specification M53.
with fact as (
  select
    ramps.rep_id as owner_id, ramps.rep_id as rep_at_2, ramps.rep_id as rep_at_close, ramps.started_on,
    coalesce(ramps.started_on, day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))) as day_on,
    ramps.ramp_months, ramps.tenure_months, ramps.left_out as why, seats.in_ramp,
    case when seats.in_ramp then coalesce(seats.usual_ramp_months, 12) end as usual_months,
    cast(null as varchar) as segment, cast(null as varchar) as source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from derived.ramps as ramps
  left join derived.seats as seats on seats.rep_id = ramps.rep_id
  where ramps.role <> 'manager'
)
-- Units
units as (
  select
    scope.*,
    started_on as on_day,
    ramp_months is not null as hit,
    why as left_out,
    cast(null as varchar) as series,
    coalesce(ramp_months, tenure_months) as life_days,
    ramp_months is not null as ended
  from scope
  where in_period(started_on, cast($period_from as date), cast($period_to as date)) or (started_on is null and cast($period_from as date) is null)
)
-- Answer
select
  by_1, by_2, by_3,
  cast(median_days as double) as value,
  cast(median_days as double) as median_months,
  cast(lower as double) as lower,
  cast(upper as double) as upper,
  cast(p25_days as double) as p25_months,
  cast(p75_days as double) as p75_months,
  n, reached, on_the_way, in_ramp,
  cast(months_so_far as double) as months_so_far,
  cast(usual_months as double) as usual_months,
  cast(case when n > 0 and median_days is null then 'not_reached' end as varchar) as reason,
  cast(case when median_days is not null then 'kaplan-meier' end as varchar) as method,
  excluded_no_start, excluded_started_before_data, excluded_no_peers, excluded_future
from (
  select
    by_1, by_2, by_3,
    cast(count(*) filter (left_out is null) as integer) as n,
    cast(count(*) filter (left_out is null and ended) as integer) as reached,
    cast(count(*) filter (left_out is null and not ended) as integer) as on_the_way,
    cast(count(*) filter (in_ramp) as integer) as in_ramp,
    median(tenure_months) filter (in_ramp) as months_so_far,
    median(usual_months) as usual_months,
    cast(count(*) filter (left_out = 'no_start') as integer) as excluded_no_start,
    cast(count(*) filter (left_out = 'started_before_data') as integer) as excluded_started_before_data,
    cast(count(*) filter (left_out = 'no_peers') as integer) as excluded_no_peers,
    cast(count(*) filter (left_out = 'future') as integer) as excluded_future
  from grouped
  group by all
) as counts
left join (select by_1 as q_1, by_2 as q_2, by_3 as q_3, * exclude (by_1, by_2, by_3, series) from survival_quartiles('grouped')) as curve
  on q_1 is not distinct from by_1 and q_2 is not distinct from by_2 and q_3 is not distinct from by_3
order by by_1, by_2, by_3;
