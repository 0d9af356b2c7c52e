-- What:   every trial of every skill in the last four complete quarters: a journey the rep owned when it reached the first rung of the step, and whether it reached the next within the window.
-- Unit:   successes and trials, by rep, skill, segment, source and size; working material of the skill engine, which adjusts for mix and shrinks.
-- Scope:  trials by the day of entry, old enough for the window; roles as they were on that day; owners in ramp are marked, Unassigned is left out.
-- Source: domain specification 7.1 to 7.3.
with skills as (
  select unnest(cast($skills as json[])) as skill
),
steps as (
  select
    skill ->> 'id' as skill_id,
    skill ->> 'role' as skill_role,
    cast(skill ->> 'from' as integer) as from_rank,
    cast(skill ->> 'to' as integer) as to_rank,
    cast(skill ->> 'window' as double) as window_days
  from skills
),
entries as (
  select
    scope.*,
    skill_id,
    skill_role,
    window_days,
    [reached_0, reached_1, reached_2, reached_3, reached_4, reached_5, reached_6, reached_7][from_rank + 1] as entered_at,
    [reached_on_0, reached_on_1, reached_on_2, reached_on_3, reached_on_4, reached_on_5, reached_on_6, reached_on_7][from_rank + 1] as on_day,
    [reached_0, reached_1, reached_2, reached_3, reached_4, reached_5, reached_6, reached_7][to_rank + 1] as next_at,
    [reached_on_0, reached_on_1, reached_on_2, reached_on_3, reached_on_4, reached_on_5, reached_on_6, reached_on_7][to_rank + 1] as next_on,
    [rep_at_0, rep_at_1, rep_at_2, rep_at_3, rep_at_4, rep_at_5, rep_at_6, rep_at_7][from_rank + 1] as entry_rep
  from scope
  join steps on scope.entry_rank <= from_rank
),
units as (
  select
    entries.*,
    people.label as skill_rep,
    people.role as skill_rep_role,
    coalesce(next_at is not null and days_between(entered_at, on_day, next_at, next_on, date_only) <= window_days, false) as hit,
    case
      when people.rep_id is null then 'no_owner'
      when from_flags then 'derived'
      when days_between(entered_at, on_day, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only) < window_days then 'not_mature'
    end as left_out
  from entries
  left join derived.people as people
    on people.rep_id = entry_rep and on_day >= people.from_on and (people.to_on is null or on_day < people.to_on)
  where entered_at is not null
    and in_period(on_day, cast($period_from as date), cast($period_to as date))
    and (people.role = skill_role or people.rep_id is null or (people.role = 'other' and skill_role = 'ae'))
)
-- Answer
select
  by_1, by_2, by_3,
  skill_id as skill,
  coalesce(skill_rep, 'Unassigned') as rep,
  segment, source,
  size_band,
  cast(count(*) filter (left_out is null) as integer) as trials,
  cast(count(*) filter (left_out is null and hit) as integer) as successes,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'derived') as integer) as excluded_derived,
  cast(count(*) filter (left_out = 'no_owner') as integer) as excluded_no_owner
from grouped
group by all
order by by_1, by_2, by_3, skill, rep, segment, source, size_band;
