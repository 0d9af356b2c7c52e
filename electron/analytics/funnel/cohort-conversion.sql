-- What:   journeys that reached one rung in the period; the share that reached the other within the window. Journeys too young for the window are counted apart.
-- Unit:   ratio 0 to 1; null when no journey is old enough.
-- Scope:  journeys by the day they reached the first rung; a journey that began above it says nothing about it.
-- Source: domain specification M01, M03, 1.9.
with units as (
  select
    scope.*,
    from_on as on_day,
    coalesce(to_at is not null and (cast($window_days as double) is null
      or days_between(from_at, from_on, to_at, to_on, date_only) <= cast($window_days as double)), false) as hit,
    case when to_at is not null then days_between(from_at, from_on, to_at, to_on, date_only) end as step_days,
    case
      when cast($window_days as double) is null and outcome = 'open' and to_at is null then 'not_mature'
      when days_between(from_at, from_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
        < cast($window_days as double) then 'not_mature'
    end as left_out
  from scope
  where from_at is not null
    and entry_rank <= cast($from_rank as integer)
    and in_period(from_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out is not null) as integer) as immature,
  cast(count(*) filter (left_out is not null and hit) as integer) as immature_hits,
  cast(count(*) as integer) as reached_from,
  cast(count(*) filter (to_at is not null) as integer) as reached_to,
  cast(median(step_days) filter (left_out is null and hit) as double) as median_days,
  cast(count(*) filter (left_out is null and not hit and outcome in ('lost', 'reversed')) as integer) as ended_lost,
  cast(count(*) filter (left_out is null and not hit and outcome = 'no_decision') as integer) as ended_no_decision,
  cast(count(*) filter (left_out is null and not hit and outcome = 'disqualified') as integer) as ended_disqualified,
  cast(count(*) filter (left_out is null and not hit and outcome in ('open', 'won')) as integer) as still_open,
  cast(count(*) filter (from_flags and cast($to_rank as integer) < 7) as integer) as from_flags,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature
from grouped
group by all
order by by_1, by_2, by_3;
