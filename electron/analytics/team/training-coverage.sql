-- What:   everyone a programme is meant for, and whether they completed it and the completion still holds.
-- Unit:   one row a programme and person; the share is worked out from them.
-- Scope:  those there on the last day of the period, without dates the as-of. Meant for: the programme's required roles; where none are set, the roles its skills belong to, else those who ever took it.
-- Source: domain specification M57.
with asked as (
  select least(
    coalesce(cast($period_to as date) - 1, date '9999-01-01'),
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
  ) as last_on
),
moments as (
  select
    rep_id, programme,
    instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as completed_at,
    instant_of(enrolled_at, enrolled_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as enrolled_at
  from trainings
),
-- What was known on the last day of it.
known as (
  select
    rep_id, programme,
    max(day_of(completed_at, cast($time_zone as varchar), cast($shift as bigint))) filter (completed_at <= cast($as_of as timestamp) and day_of(completed_at, cast($time_zone as varchar), cast($shift as bigint)) <= last_on) as completed_on,
    coalesce(bool_or(enrolled_at <= cast($as_of as timestamp) and day_of(enrolled_at, cast($time_zone as varchar), cast($shift as bigint)) <= last_on), false) as is_enrolled
  from moments, asked
  group by all
),
taken as (
  select * from known where completed_on is not null or is_enrolled
),
offered as (
  select programme, list_filter(coalesce(required_roles, []), lambda r: r <> '') as required_roles, coalesce(skills, []) as skills, valid_months from programmes
  union all
  select distinct programme, [], [], null from trainings where programme not in (select programme from programmes) and programme is not null
),
placed as (
  select people.*
  from derived.people as people, asked
  where last_on >= people.from_on and (people.to_on is null or last_on < people.to_on)
    and (started_on is null or started_on <= last_on) and (ended_on is null or ended_on >= last_on)
),
meant as (
  select offered.programme, placed.rep_id, true as is_required
  from offered, placed
  where len(required_roles) > 0 and list_contains(required_roles, placed.role)
  union all
  select offered.programme, placed.rep_id, false
  from offered, placed
  where len(required_roles) = 0
    and placed.role in (
      select role from derived.skills as skill_roles where list_contains(offered.skills, skill_roles.skill)
      union
      select others.role from taken join placed as others on others.rep_id = taken.rep_id
      where taken.programme = offered.programme and not exists (select 1 from derived.skills as skill_roles where list_contains(offered.skills, skill_roles.skill))
    )
),
fact as (
  select
    meant.programme, meant.is_required,
    meant.rep_id as owner_id, meant.rep_id as rep_at_2, meant.rep_id as rep_at_close,
    meant.programme || ' ' || meant.rep_id as need_id,
    taken.completed_on, coalesce(taken.is_enrolled, false) as is_enrolled,
    case when valid_months is null then date '9999-12-31' else cast(taken.completed_on + to_months(cast(valid_months as integer)) as date) end as valid_to,
    last_on as day_on,
    cast(null as varchar) as segment, cast(null as varchar) as source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from meant
  cross join asked
  join offered on offered.programme = meant.programme
  left join taken on taken.rep_id = meant.rep_id and taken.programme = meant.programme
)
-- Units
units as (
  select
    scope.*,
    day_on as on_day,
    completed_on is not null as is_completed,
    coalesce(completed_on is not null and valid_to > day_on, false) as hit,
    cast(null as varchar) as left_out
  from scope
)
-- Answer
select
  by_1, by_2, by_3, programme, rep, role,
  is_required, hit, is_completed, is_enrolled
from grouped
order by by_1, by_2, by_3, programme, rep;
