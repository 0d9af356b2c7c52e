-- What:   of the leads and deals that went from an SDR to an account executive, the share that did not come back to an SDR within 14 days: what the owner changes say where hand-offs are not recorded.
-- Unit:   ratio 0 to 1; null when nothing changed hands long enough ago.
-- Scope:  changes of owner in the stage events, by their day; credited to the giver, or the taker when asked.
-- Source: domain specification M16, 4 (handoffs missing).
with owned as (
  select journey_no, from_at, step, rep_id, day_of(from_at, cast($time_zone as varchar), cast($shift as bigint)) as taken_on
  from derived.states
  where rep_id is not null
),
roles as (
  select owned.*, people.role
  from owned
  join derived.people as people on people.rep_id = owned.rep_id and taken_on >= people.from_on and taken_on < people.to_on
),
turns as (
  select
    *,
    lag(rep_id) over walk as rep_before,
    lag(role) over walk as role_before,
    min(case when role = 'sdr' then from_at end) over (partition by journey_no order by from_at, step rows between 1 following and unbounded following) as back_at
  from roles
  window walk as (partition by journey_no order by from_at, step)
),
fact as (
  select
    journeys.*,
    rep_before as from_rep, rep_id as to_rep,
    from_at as handed_at, taken_on as handed_on,
    coalesce(back_at <= from_at + to_days(14), false) as came_back
  from turns
  join derived.journeys as journeys on journeys.journey_no = turns.journey_no
  where role = 'ae' and role_before = 'sdr'
)
-- Units
units as (
  select
    scope.*,
    handed_on as on_day,
    not came_back as hit,
    case when not came_back and handed_at + to_days(14) > cast($as_of as timestamp) then 'not_mature' end as left_out,
    cast(null as double) as accept_days,
    handed_at + to_days(cast($window_days as integer)) <= cast($as_of as timestamp) as is_ripe,
    coalesce(outcome = 'won' and days_between(handed_at, handed_on, won_at, won_on, date_only) between 0 and cast($window_days as double), false) as is_won,
    1 as is_derived
  from scope
  where in_period(handed_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(median(accept_days) filter (hit) as double) as median_days,
  cast(count(*) filter (left_out is null and came_back) as integer) as came_back,
  cast(count(*) filter (is_ripe and is_won) as integer) as yield_won,
  cast(count(*) filter (is_ripe) as integer) as yield_of,
  cast(count(*) filter (is_ripe and is_won) / nullif(count(*) filter (is_ripe), 0) as double) as yield_rate,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(sum(is_derived) as integer) as from_flags,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature
from grouped
group by all
order by by_1, by_2, by_3;
