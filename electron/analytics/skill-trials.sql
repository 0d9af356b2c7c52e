with fact as (
  select *, 'trial' as part from derived.skill_trials
  union all by name
  select
    work_id as trial_id, part, 'pace' as skill, on_day as day_on, rep_id as rep_at_entry, rep_id as rep_at_close, rep_id as owner_id,
    account_id, account, opportunity_id, lead_id, segment, region, industry
  from derived.rep_work(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
  where part = 'day' or is_conversation
)
-- Units
units as (
  select
    scope.*,
    skill as cause,
    coalesce(skill_role, role) as seat,
    day_on as on_day,
    case when skill = 'pace' then part = 'activity' else coalesce(own_hit, success_days <= coalesce(cast($window_days as double), success_days), false) end as hit,
    case
      when rep = 'Unassigned' then 'no_owner'
      when not cast($across as boolean) and role <> 'other' and role is distinct from coalesce(skill_role, case when role <> 'manager' then role end) then 'other_role'
      when own_left_out is not null then own_left_out
      when own_hit is null and (age_days < cast($window_days as double) or (cast($window_days as double) is null and outcome = 'open')) then 'not_mature'
    end as left_out
  from scope
  where in_period(day_on, cast($period_from as date), cast($period_to as date))
),
employed as (
  select rep_id, count(*) as days
  from derived.rep_days
  where in_period(on_day, cast($period_from as date), cast($period_to as date))
  group by rep_id
),
asked as (
  select
    coalesce(cast($period_to as date), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) + 1)
      - coalesce(cast($period_from as date), (select min(day_on) from derived.skill_trials)) as days
)
-- Answer
select
  by_1, by_2, by_3,
  skill, case when cast($across as boolean) then coalesce(skill_role, counted.role) else counted.role end as role,
  counted.role as own_role, counted.rep, coalesce(seats.team, 'Unassigned') as team, segment, source, size_group,
  cast(week_on as date) as week_on,
  seats.rep_id,
  seats.level,
  seats.manager_id,
  coalesce(seats.mentees, 0) as mentees,
  coalesce(seats.in_ramp, false) as in_ramp,
  coalesce(seats.is_current, true) as is_current,
  cast(seats.tenure_months as double) as tenure_months,
  cast(coalesce(employed.days, 0) as integer) as employed_days,
  cast(asked.days as integer) as period_days,
  cast(trials as integer) as trials,
  cast(successes as integer) as successes,
  cast(entries as integer) as entries,
  cast(log_sum as double) as log_sum,
  cast(log_squares as double) as log_squares,
  cast(hit_money as double) as hit_money,
  cast(all_money as double) as all_money,
  cast(excluded_not_mature as integer) as excluded_not_mature,
  cast(excluded_open as integer) as excluded_open,
  cast(excluded_no_stage_events as integer) as excluded_no_stage_events,
  cast(excluded_no_amount as integer) as excluded_no_amount,
  cast(excluded_no_fx as integer) as excluded_no_fx,
  cast(excluded_negative as integer) as excluded_negative,
  cast(excluded_no_account as integer) as excluded_no_account
from (
  select
    by_1, by_2, by_3, skill, skill_role, role, rep,
    case when skill not in ('value', 'pace') then segment end as segment,
    case when skill not in ('value', 'pace') then source end as source,
    case when skill not in ('value', 'pace') then size_group end as size_group,
    case when skill = 'pace' then period_start(on_day, 'week', 'monday', 1) end as week_on,
    count(*) filter (left_out is null and part <> 'activity') as trials,
    count(*) filter (left_out is null and hit) as successes,
    count(*) filter (coalesce(left_out, 'not_mature') in ('not_mature', 'open') and part <> 'activity') as entries,
    sum(exact_score(log_money)) filter (left_out is null) as log_sum,
    sum(exact_score(log_money * log_money)) filter (left_out is null) as log_squares,
    sum(exact_money(coalesce(yearly_money, case when outcome = 'won' then amount_money end))) filter (left_out is null and hit) as hit_money,
    sum(exact_money(coalesce(yearly_money, case when outcome = 'won' then amount_money end))) filter (left_out is null) as all_money,
    count(*) filter (left_out = 'not_mature') as excluded_not_mature,
    count(*) filter (left_out = 'open') as excluded_open,
    count(*) filter (left_out = 'no_stage_events') as excluded_no_stage_events,
    count(*) filter (left_out = 'no_amount') as excluded_no_amount,
    count(*) filter (left_out = 'no_fx') as excluded_no_fx,
    count(*) filter (left_out = 'negative') as excluded_negative,
    count(*) filter (left_out = 'no_account') as excluded_no_account
  from grouped
  where coalesce(left_out, '') not in ('other_role', 'no_owner')
  group by all
) as counted
cross join asked
left join derived.seats as seats on seats.rep = counted.rep
left join employed on employed.rep_id = seats.rep_id
order by by_1, by_2, by_3, counted.role, skill, counted.rep, segment, source, size_group, week_on;
