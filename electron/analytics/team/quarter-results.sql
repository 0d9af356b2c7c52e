with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
asked as (
  select
    period_start(coalesce(cast($period_to as date) - 1, today), 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as now_on,
    today
  from clock
),
results as (
  select
    rep_id, measure,
    period_start(month_on, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as quarter_on,
    sum(actual) as actual, sum(target) as target, sum(days) as days
  from derived.month_results
  group by all
),
-- A quarter somebody worked in without a result is one with nothing booked, not none.
quarters as (
  select * from results
  union all by name
  select distinct rep_id, 'bookings' as measure, period_start(on_day, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as quarter_on, 0 as actual, 1 as days
  from derived.rep_days as rep_days
  where not exists (
    select 1 from results
    where results.rep_id = rep_days.rep_id
      and results.quarter_on = period_start(on_day, 'quarter', cast($week_start as varchar), cast($fiscal as integer))
  )
),
fact as (
  select
    quarters.rep_id || ' ' || measure || ' ' || quarter_on as result_id,
    quarters.rep_id as owner_id, quarters.rep_id as rep_at_2, quarters.rep_id as rep_at_close,
    measure, quarter_on, quarter_on as day_on, actual, target,
    least(period_after(now_on, 'quarter', 1, cast($fiscal as integer)) - 1, today) as person_on,
    coalesce(former.team, 'Unassigned') as team_then,
    sum(case when target > 0 then actual end) over with_team as team_actual,
    sum(case when target > 0 then target end) over with_team as team_target,
    quarter_on = now_on as is_now,
    period_after(quarter_on, 'quarter', 1, cast($fiscal as integer)) as end_on,
    period_after(now_on, 'quarter', case when period_after(now_on, 'quarter', 1, cast($fiscal as integer)) <= today + 1 then 1 else 0 end, cast($fiscal as integer)) as complete_to,
    today,
    cast(null as varchar) as segment, cast(null as varchar) as source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from quarters
  join derived.seats as seats on seats.rep_id = quarters.rep_id and seats.role <> 'manager'
    and (seats.is_current or (cast($leavers as boolean) and days > 0))
  join derived.people as former on former.rep_id = quarters.rep_id and quarter_on >= former.from_on and quarter_on < former.to_on
  cross join asked
  where quarter_on <= now_on and quarter_on >= period_after(now_on, 'quarter', -8, cast($fiscal as integer))
  -- A team's result is that of all its people, whoever is asked about.
  window with_team as (partition by coalesce(former.team, 'Unassigned'), quarter_on)
)
-- Units
planned as (
  select
    scope.*,
    (
      select string_agg(plan, ', ' order by period_start, plan_id) from derived.plans as plans
      where scope.quarter_on >= plans.period_start and scope.quarter_on < plans.period_end and (plans.role is null or plans.role = scope.role)
    ) as plan
  from scope
),
-- One of a person's results of this quarter, and one of the last four complete ones, stands for the person.
units as (
  select
    *,
    day_on as on_day,
    end_on <= complete_to and quarter_on >= period_after(complete_to, 'quarter', -4, cast($fiscal as integer)) as is_last_year,
    row_number() over (partition by rep, is_now order by measure) = 1 as is_one,
    row_number() over (partition by rep, end_on <= complete_to and quarter_on >= period_after(complete_to, 'quarter', -4, cast($fiscal as integer)) order by quarter_on, measure) = 1 as is_one_of_year,
    true as hit,
    case when is_now and plan is null then 'no_plan' end as left_out
  from planned
)
-- Answer
select
  by_1, by_2, by_3,
  rep, team, role, measure,
  quarter_on,
  end_on,
  is_now,
  is_last_year,
  cast(least(end_on, today + 1) - quarter_on as integer) as days_gone,
  cast(end_on - quarter_on as integer) as days_all,
  cast(actual as double) as actual,
  cast(target as double) as target,
  cast(team_actual as double) as team_actual,
  cast(team_target as double) as team_target
from grouped
order by by_1, by_2, by_3, rep, quarter_on, measure;
