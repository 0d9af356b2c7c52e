-- What:   every day a rep was employed and not on leave.
-- Unit:   local days; is_derived when the rep has no starting day and counts from the first thing recorded of them.
-- Scope:  reps listed or seen, up to the as-of or their last day.
-- Source: domain specification M59, 4 (started_on missing).
create or replace table derived.rep_days as
with seen as (
  select rep_id, min(moment) as first_at
  from (
    select owner_id as rep_id, instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment from opportunities
    union all
    select owner_id, instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from leads
    union all
    select rep_id, instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from stage_events
    union all
    select rep_id, instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from activities
  )
  where rep_id is not null
  group by rep_id
),
spans as (
  select
    people.rep_id,
    people.started_on is null as is_derived,
    greatest(people.from_on, coalesce(people.started_on, day_of(first_at, cast($time_zone as varchar), cast($shift as bigint)))) as start_on,
    least(
      people.to_on - 1,
      coalesce(people.ended_on, date '9999-01-01'),
      day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
    ) as last_on
  from derived.people as people
  left join seen on seen.rep_id = people.rep_id
  where not people.on_leave and (people.started_on is not null or first_at is not null)
)
select rep_id, is_derived, cast(unnest(generate_series(cast(start_on as timestamp), cast(last_on as timestamp), to_days(1))) as date) as on_day
from spans
where start_on <= last_on
order by rep_id, on_day;
