-- What:   for each programme and each person's first completion of it, successes and trials of its skills in the 90 days before and the 90 days after a fortnight, of that person and of everyone in the role who never completed it; and the same for the two quarters before.
-- Unit:   counts; the difference of the changes, with its limits, is worked out from them: ratio, -1 to 1.
-- Scope:  first completions in the period; who has too few trials around it is counted apart, as too young where the time after it is not over. Trials ripe for the window, by the day they began.
-- Source: domain specification M60, 5.15, 7.8.
with fact as (
  select * from derived.skill_trials where skill <> 'value'
)
-- Units
taught as (
  select programme, unnest(skills) as taught_skill from programmes
),
completed as (
  select
    rep_id, programme,
    min(day_of(instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint))) as completed_on
  from trainings
  where completed_at is not null and instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
  group by all
),
-- Young: trials at the end of the time after it are not ripe yet.
treated as (
  select
    completed.programme, taught_skill as skill, seats.rep as treated_rep, completed_on,
    completed_on + 103 + coalesce(cast($window_days as integer), 0)
      > day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as is_young
  from completed
  join taught on taught.programme = completed.programme
  join derived.seats as seats on seats.rep_id = completed.rep_id
  where in_period(completed_on, cast($period_from as date), cast($period_to as date))
),
units as (
  select
    scope.*,
    'trial' as part,
    programme,
    day_on as on_day,
    coalesce(own_hit, success_days <= coalesce(cast($window_days as double), success_days), false) as hit,
    case
      when rep = 'Unassigned' then 'no_owner'
      when role <> 'other' and role is distinct from skill_role then 'other_role'
      when own_left_out is not null then own_left_out
      when own_hit is null and (age_days < cast($window_days as double) or (cast($window_days as double) is null and outcome = 'open')) then 'not_mature'
    end as left_out
  from scope
  join taught on taught_skill = skill
  union all by name
  -- The trained themselves, whatever deals are chosen: of some of them nothing can be said.
  select
    'person' as part, concat_ws(' ', programme, skill, treated_rep) as trial_id, programme, skill, treated_rep as rep, completed_on as on_day,
    false as hit, case when is_young then 'not_mature' else 'too_few_trials' end as left_out
  from treated
),
trained as (
  select programme, skill, count(*) as trained, count(*) filter (is_young) as young from treated group by all
),
windows as (
  select treated.*, span, completed_on + first_day as from_on, completed_on + last_day as to_on
  from treated
  cross join (values ('before', -90, 0), ('after', 14, 104), ('earlier', -180, -90), ('later', -90, 0)) as spans(span, first_day, last_day)
)
-- Answer
select *
from (
  with daily as (
    select by_1, by_2, by_3, programme, rep, role, skill, on_day, count(*) as trials, count(*) filter (hit) as successes
    from grouped
    where left_out is null
    group by all
  ),
  roles as (
    select programme, skill, treated_rep, arg_max(role, (trials, role)) as role
    from (
      select windows.programme, windows.skill, windows.treated_rep, daily.role, sum(trials) as trials
      from windows
      join daily on daily.rep = windows.treated_rep and daily.programme = windows.programme and daily.skill = windows.skill and on_day >= from_on and on_day < to_on
      group by all
    )
    group by all
  )
  select
    by_1, by_2, by_3,
    windows.programme, windows.skill, windows.treated_rep, daily.rep,
    daily.rep = windows.treated_rep as is_treated, is_young,
    cast(trained as integer) as trained,
    cast(young as integer) as young,
    cast(coalesce(sum(trials) filter (span = 'before'), 0) as integer) as before_trials,
    cast(coalesce(sum(successes) filter (span = 'before'), 0) as integer) as before_successes,
    cast(coalesce(sum(trials) filter (span = 'after'), 0) as integer) as after_trials,
    cast(coalesce(sum(successes) filter (span = 'after'), 0) as integer) as after_successes,
    cast(coalesce(sum(trials) filter (span = 'earlier'), 0) as integer) as earlier_trials,
    cast(coalesce(sum(successes) filter (span = 'earlier'), 0) as integer) as earlier_successes,
    cast(coalesce(sum(trials) filter (span = 'later'), 0) as integer) as later_trials,
    cast(coalesce(sum(successes) filter (span = 'later'), 0) as integer) as later_successes
  from windows
  join trained on trained.programme = windows.programme and trained.skill = windows.skill
  join roles on roles.programme = windows.programme and roles.skill = windows.skill and roles.treated_rep = windows.treated_rep
  join daily on daily.programme = windows.programme and daily.skill = windows.skill and daily.role = roles.role and on_day >= from_on and on_day < to_on
    and (daily.rep = windows.treated_rep or daily.rep not in (
      select seats.rep from completed join derived.seats as seats on seats.rep_id = completed.rep_id where completed.programme = windows.programme
    ))
  group by all
)
order by by_1, by_2, by_3, programme, skill, treated_rep, rep;
