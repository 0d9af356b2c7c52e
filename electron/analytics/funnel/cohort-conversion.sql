-- What:   journeys that reached one rung in the period; the share that reached the other within the window. Journeys too young for the window are counted apart.
-- Unit:   ratio 0 to 1; null when no journey is old enough.
-- Scope:  journeys by the day they reached the first rung; a journey that began above it says nothing about it. A rung reached stays reached: a deal won and later lost came as far as won, while the win rate counts it as not won. Lost deals of which no rung is recorded count as failing where they began; the other bound takes them as having reached proposal.
-- Source: domain specification M01, M03, 1.9.
with units as (
  select
    scope.*,
    coalesce(from_on, began_on) as on_day,
    coalesce(to_at is not null and (cast($window_days as double) is null
      or days_between(from_at, from_on, to_at, to_on, date_only) <= cast($window_days as double)), false) as hit,
    case when to_at is not null then days_between(from_at, from_on, to_at, to_on, date_only) end as step_days,
    case
      when closed_without_date then 'bad_dates'
      when from_at is null then 'stage_unknown'
      when cast($window_days as double) is null and outcome = 'open' then 'not_mature'
      when days_between(from_at, from_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
        < cast($window_days as double) then 'not_mature'
    end as left_out
  from scope
  where (from_at is not null or rungs_unknown and cast($from_rank as integer) <= 5)
    and entry_rank <= cast($from_rank as integer)
    and in_period(coalesce(from_on, began_on), cast($period_from as date), cast($period_to as date))
)
-- Answer
-- By kind first: one count of each is quicker than as many counts as are asked.
, kinds as (
  select
    by_1, by_2, by_3, left_out, hit, outcome, from_flags, rungs_unknown,
    from_at is not null as is_from, to_at is not null as is_to,
    count(*) as journeys,
    list(step_days) filter (left_out is null and hit) as steps
  from grouped
  group by all
)
select
  by_1, by_2, by_3,
  cast(coalesce(sum(journeys) filter (left_out is null and hit), 0) as integer) as numerator,
  cast(coalesce(sum(journeys) filter (left_out is null), 0) as integer) as denominator,
  cast(coalesce(sum(journeys) filter (left_out = 'not_mature'), 0) as integer) as immature,
  cast(coalesce(sum(journeys) filter (left_out = 'not_mature' and hit), 0) as integer) as immature_hits,
  cast(coalesce(sum(journeys) filter (is_from), 0) as integer) as reached_from,
  cast(coalesce(sum(journeys) filter (is_to), 0) as integer) as reached_to,
  cast($window_days as double) as window_days,
  cast(list_aggregate(flatten(list(steps) filter (steps is not null)), 'median') as double) as median_days,
  cast(coalesce(sum(journeys) filter (left_out is null and not hit and outcome in ('lost', 'reversed')), 0) as integer) as ended_lost,
  cast(coalesce(sum(journeys) filter (left_out is null and not hit and outcome = 'no_decision'), 0) as integer) as ended_no_decision,
  cast(coalesce(sum(journeys) filter (left_out is null and not hit and outcome = 'disqualified'), 0) as integer) as ended_disqualified,
  cast(coalesce(sum(journeys) filter (left_out is null and not hit and outcome in ('open', 'won')), 0) as integer) as still_open,
  cast(case when bool_or(rungs_unknown) then
    coalesce(sum(journeys) filter (left_out is null and hit or coalesce(left_out, '') <> 'not_mature' and rungs_unknown and cast($to_rank as integer) <= 5), 0)
    / nullif(sum(journeys) filter (coalesce(left_out, '') <> 'not_mature'), 0) end as double) as other_bound,
  cast(coalesce(sum(journeys) filter (from_flags and (cast($to_rank as integer) < 7 or left_out = 'stage_unknown')), 0) as integer) as from_flags,
  cast(coalesce(sum(journeys) filter (left_out = 'stage_unknown'), 0) as integer) as excluded_stage_unknown,
  cast(coalesce(sum(journeys) filter (left_out = 'bad_dates'), 0) as integer) as excluded_bad_dates,
  cast(coalesce(sum(journeys) filter (left_out = 'not_mature'), 0) as integer) as excluded_not_mature
from kinds
group by by_1, by_2, by_3
order by by_1, by_2, by_3;
-- More
-- Only for groups of which more than a tenth is too young: days to the first of: the other rung (cause 1), any other end (cause 2), the as-of (cause 0); whole days upwards, so that the window's last day is within it.
, young as (
  select by_1, by_2, by_3
  from grouped
  where from_at is not null
  group by all
  having count(*) filter (left_out = 'not_mature') > 0.1 * count(*)
)
select
  by_1, by_2, by_3,
  cast(ceil(least(life_days, coalesce(cast($window_days as double), life_days) + 1)) as integer) as life_days,
  cast(case when life_days > coalesce(cast($window_days as double), life_days) then 0 else cause end as integer) as cause,
  cast(count(*) as integer) as journeys
from (
  select
    by_1, by_2, by_3,
    case when to_at is not null then 1 when outcome in ('lost', 'no_decision', 'disqualified', 'reversed') or outcome = 'won' and cast($to_rank as integer) < 7 then 2 else 0 end as cause,
    greatest(0, case
      when to_at is not null then step_days
      when closed_at is not null and (outcome <> 'won' or cast($to_rank as integer) < 7) then days_between(from_at, from_on, closed_at, closed_on, date_only)
      else days_between(from_at, from_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
    end) as life_days
  from grouped
  semi join young on young.by_1 is not distinct from grouped.by_1 and young.by_2 is not distinct from grouped.by_2 and young.by_3 is not distinct from grouped.by_3
  where from_at is not null and not closed_without_date
)
group by all
order by by_1, by_2, by_3, life_days, cause;
