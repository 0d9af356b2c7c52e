-- What:   of the open deals that at the start of the period were expected to close in it, the share that did not close in it. Where no expected close was recorded over time: of the open deals with one, the share whose day has passed.
-- Unit:   ratio 0 to 1; null when nothing was expected.
-- Scope:  opportunities by what was known at the start of the period. In a period not yet over, a deal still due in it is too young to judge.
-- Source: domain specification M20.
with bounds as (
  select
    instant_of(cast(cast($period_from as date) as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)) as start_at,
    coalesce(instant_of(cast(cast($period_to as date) as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)), timestamp '9999-01-01') as end_at,
    end_at <= cast($as_of as timestamp) + to_microseconds(1) as is_over,
    exists (select 1 from stage_events where expected_close is not null) as has_history
),
starts as (
  select journey_no, expected_close as due_on
  from derived.states, bounds
  where is_deal and rank <= 6 and from_at < start_at and (until_at is null or until_at >= start_at)
    and in_period(expected_close, cast($period_from as date), cast($period_to as date)) and has_history
),
ends as (
  select journey_no, rank, expected_close as due_after_on
  from derived.states, bounds
  where from_at < end_at and (until_at is null or until_at >= end_at)
),
moves as (
  select journey_no, count(*) as pushes
  from derived.states, bounds
  where from_at >= start_at and from_at < end_at and is_deal and rank <= 6 and expected_close > expected_close_before
  group by journey_no
),
units as (
  select
    scope.*,
    due_on as on_day,
    due_on,
    ends.rank <= 6 and (is_over or due_after_on >= cast($period_to as date)) as hit,
    case when ends.rank <= 6 and not is_over and (due_after_on < cast($period_to as date) or due_after_on is null or cast($period_to as date) is null) then 'not_mature' end as left_out,
    ends.rank >= 9 as is_lost,
    coalesce(pushes, 0) as pushes,
    case when due_after_on > due_on then due_after_on - due_on else cast($period_to as date) - due_on end as pushed_days,
    'history' as basis
  from starts
  join scope on scope.journey_no = starts.journey_no
  join ends on ends.journey_no = starts.journey_no
  left join moves on moves.journey_no = starts.journey_no
  cross join bounds
  union all by name
  select
    scope.*,
    expected_close as on_day,
    expected_close as due_on,
    coalesce(expected_close < day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), false) as hit,
    case when expected_close is null then 'no_due_date' end as left_out,
    false as is_lost,
    0 as pushes,
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) - expected_close as pushed_days,
    'overdue' as basis
  from scope
  cross join bounds
  where not has_history and opportunity_id is not null and outcome = 'open'
)
-- Answer
select
  by_1, by_2, by_3,
  any_value(basis) as basis,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(count(*) filter (left_out is null and is_lost) as integer) as lost,
  cast(count(*) filter (left_out is null and is_lost) / nullif(count(*) filter (left_out is null), 0) as double) as lost_share,
  cast(avg(pushed_days) filter (left_out is null and hit) as double) as mean_days,
  cast(sum(pushes) as integer) as pushes,
  cast(count(*) filter (basis = 'overdue') as integer) as from_flags,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'no_due_date') as integer) as excluded_no_due_date
from grouped
group by by_1, by_2, by_3
order by by_1, by_2, by_3;
