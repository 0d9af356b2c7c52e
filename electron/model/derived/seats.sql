-- What:   one row a person as of now: label, role, team, manager, level, time with the company, whether still finding their feet, and how many they mentor.
-- Unit:   dates, months; is_current false for who has left; in_ramp before the median ramp of the role, or before twelve months where fewer than three of the role were seen starting.
-- Scope:  everyone listed or seen; mentoring talks of the last 90 days.
-- Source: domain specification 3 (reps), M53, 7.2, 7.7.
create or replace table derived.seats as
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
lives as (
  select
    role as by_1, cast(null as varchar) as by_2, cast(null as varchar) as by_3, 'ramp' as series,
    coalesce(ramp_months, tenure_months) as life_days, ramp_months is not null as ended, left_out
  from derived.ramps
),
usual as (
  select quartiles.by_1 as role, quartiles.median_days as median_months, judged.judged
  from survival_quartiles('lives') as quartiles
  join (select by_1, count(*) as judged from lives where left_out is null group by by_1) as judged on judged.by_1 = quartiles.by_1
),
mentored as (
  select coach_id, count(distinct rep_id) as mentees
  from coachings, clock
  where kind = 'mentoring' and coach_id is not null
    and instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
    and day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) >= today - 90
  group by coach_id
)
select
  people.rep_id,
  people.label as rep,
  people.role,
  people.team,
  people.region,
  people.on_leave,
  coalesce(period.manager_id, reps.manager_id) as manager_id,
  reps.level,
  people.started_on, people.ended_on,
  people.ended_on is null or people.ended_on >= today as is_current,
  ramps.tenure_months,
  ramps.ramp_months,
  usual.median_months as usual_ramp_months,
  coalesce(people.started_on <= today and tenure_months < case when judged >= 3 then coalesce(median_months, 12) else 12 end, false) as in_ramp,
  cast(coalesce(mentees, 0) as integer) as mentees
from derived.people as people
cross join clock
left join reps on reps.rep_id = people.rep_id
left join derived.ramps as ramps on ramps.rep_id = people.rep_id
left join usual on usual.role = people.role
left join mentored on mentored.coach_id = people.rep_id
left join rep_periods as period on period.rep_id = people.rep_id and today >= period.from_on and (period.to_on is null or today < period.to_on) and period.manager_id is not null
where today >= people.from_on and (people.to_on is null or today < people.to_on)
qualify row_number() over (partition by people.rep_id order by period.from_on desc nulls last) = 1
order by people.label;
