-- What:   days a journey stays on each rung: all its stays together, or each stay by itself; a stay that still lasts counts as lasting at least so long.
-- Unit:   days, Kaplan-Meier median and quartiles, and the mean of the stays that ended; null when too few have ended to say.
-- Scope:  rungs below won by the day they were entered. A skipped rung has no stay, not one of zero days; coming back adds to the stay and is counted.
-- Source: domain specification M06, 5.4.
with stays as (
  select
    journey_no, rank,
    case when cast($per as varchar) = 'visit' then visit end as visit,
    min(entered_at) as entered_at,
    min(entered_on) as entered_on,
    count(*) = count(left_at) as ended,
    count(*) > 1 as came_back,
    sum(stay_days) as life_days
  from derived.visits
  group by all
),
fact as (
  select
    journeys.*,
    rank, visit, entered_at, entered_on, ended, came_back, life_days,
    [rep_at_0, rep_at_1, rep_at_touched_2, rep_at_touched_3, rep_at_touched_4, rep_at_touched_5, rep_at_touched_6][rank + 1] as rep_at_rung
  from stays
  join derived.journeys as journeys on journeys.journey_no = stays.journey_no
)
-- Units
units as (
  select
    scope.*,
    entered_on as on_day,
    ended as hit,
    cast(null as varchar) as left_out,
    rung_of(rank) as rung,
    rung_of(rank) as series
  from scope
  where in_period(entered_on, cast($period_from as date), cast($period_to as date))
    and cast($outcome as varchar) in ('all', outcome)
)
-- Answer
select
  by_1, by_2, by_3,
  rung,
  median_days, p25_days, p75_days, mean_days, lower, upper,
  n, left_rung, still_there, moved_back
from (
  -- Read twice below: only what is counted is kept for that.
  with lives as (
    select by_1, by_2, by_3, rung, rank, series, life_days, ended, came_back, left_out from grouped
  )
  select
    counts.*, median_days, p25_days, p75_days, lower, upper
  from (
    select
      by_1, by_2, by_3, rung, rank,
      cast(count(*) as integer) as n,
      cast(count(*) filter (ended) as integer) as left_rung,
      cast(count(*) filter (not ended) as integer) as still_there,
      cast(count(*) filter (came_back) as integer) as moved_back,
      cast(avg(exact_score(life_days)) filter (ended) as double) as mean_days
    from lives
    group by all
  ) as counts
  left join (select by_1 as q_1, by_2 as q_2, by_3 as q_3, * exclude (by_1, by_2, by_3) from survival_quartiles('lives')) as curve
    on q_1 is not distinct from by_1 and q_2 is not distinct from by_2 and q_3 is not distinct from by_3 and series = rung
)
order by by_1, by_2, by_3, rank;
