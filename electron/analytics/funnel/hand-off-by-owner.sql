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
    coalesce(back_at <= from_at + to_days(14), false) as came_back,
    from_at + to_days(14) > cast($as_of as timestamp) as is_young,
    not came_back and not is_young as is_accepted,
    came_back as is_refused,
    cast(null as timestamp) as taken_at,
    false as by_day,
    false as is_from_other,
    1 as is_derived
  from turns
  join derived.journeys as journeys on journeys.journey_no = turns.journey_no
  where role = 'ae' and role_before = 'sdr'
)
