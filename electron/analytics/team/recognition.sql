-- What:   each person's trials and successes in each skill in the last complete period and the four quarters before it, what was achieved of the targets in that period, and the trainings and talks on the skill shortly before.
-- Unit:   counts, and sums of powers of log deal values; the skill's own figure, shrunk the same way in both times, and how sure the rise is are worked out from them.
-- Scope:  people there now; the asked period, or the last quarter before its end where no start is asked, or by month the last month where it holds fifteen trials, whose trials all had the window to ripen. Steady and strong: a strength over four quarters that stood above the peers in each.
-- Source: domain specification M69, 7.9.
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
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
edges as (
  select
    coalesce(cast($period_from as date), period_after(quarter_end, 'quarter', -1, cast($fiscal as integer))) as quarter_from,
    case when cast($period_from as date) is null then quarter_end else coalesce(cast($period_to as date), quarter_end) end as quarter_to,
    coalesce(cast($period_from as date), period_after(month_end, 'month', -1, cast($fiscal as integer))) as month_from,
    case when cast($period_from as date) is null then month_end else coalesce(cast($period_to as date), month_end) end as month_to
  from (
    select
      period_start(ripe_on, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as quarter_end,
      period_start(ripe_on, 'month', cast($week_start as varchar), cast($fiscal as integer)) as month_end
    from (select cast(least(today + 1 - coalesce(cast($window_days as integer), 0), coalesce(cast($period_to as date), today + 1)) as date) as ripe_on from clock)
  )
),
spans as (
  select 'now_quarter' as span, quarter_from as from_on, quarter_to as to_on from edges
  union all select 'base_quarter', period_after(quarter_from, 'quarter', -4, cast($fiscal as integer)), quarter_from from edges
  union all select 'now_month', month_from, month_to from edges
  union all select 'base_month', period_after(month_from, 'month', -12, cast($fiscal as integer)), month_from from edges
  union all select 'quarter_1', period_after(quarter_from, 'quarter', -1, cast($fiscal as integer)), quarter_from from edges
  union all select 'quarter_2', period_after(quarter_from, 'quarter', -2, cast($fiscal as integer)), period_after(quarter_from, 'quarter', -1, cast($fiscal as integer)) from edges
  union all select 'quarter_3', period_after(quarter_from, 'quarter', -3, cast($fiscal as integer)), period_after(quarter_from, 'quarter', -2, cast($fiscal as integer)) from edges
),
units as (
  select
    scope.*,
    day_on as on_day,
    case when skill = 'pace' then part = 'activity' else coalesce(own_hit, success_days <= coalesce(cast($window_days as double), success_days), false) end as hit,
    case
      when rep = 'Unassigned' then 'no_owner'
      when role <> 'other' and role is distinct from coalesce(skill_role, case when role <> 'manager' then role end) then 'other_role'
      when own_left_out is not null then own_left_out
      when own_hit is null and (age_days < cast($window_days as double) or (cast($window_days as double) is null and outcome = 'open')) then 'not_mature'
    end as left_out
  from scope
  where day_on >= (select min(from_on) from spans) and day_on < (select max(to_on) from spans)
),
employed as (
  select rep_id, count(*) as days
  from derived.rep_days, spans
  where span = 'base_quarter' and on_day >= from_on and on_day < to_on
  group by rep_id
),
taught as (
  select programme, unnest(skills) as skill from programmes
),
supported as (
  select trainings.rep_id, taught.skill, trainings.programme as support, 'training' as support_kind,
    day_of(instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as support_on
  from trainings
  join taught on taught.programme = trainings.programme
  where completed_at is not null
  union all
  select rep_id, topic, coalesce(kind, 'coaching'), coalesce(kind, 'coaching'),
    day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint))
  from coachings
  where topic is not null
)
-- Answer
select *
from (
  with asked as (
    select * from spans where cast($grain as varchar) = 'month' or not ends_with(span, '_month')
  ),
  edges_on as (
    select from_on as edge_on from asked
    union
    select to_on from asked
  ),
  -- Added up once between each two edges, not once a span: the spans lie over each other.
  between_edges as (
    select
      by_1, by_2, by_3, edge_on, skill, role, rep,
      case when skill not in ('value', 'pace') then segment end as segment,
      case when skill not in ('value', 'pace') then source end as source,
      case when skill not in ('value', 'pace') then size_group end as size_group,
      case when skill = 'pace' then period_start(on_day, 'week', 'monday', 1) end as week_on,
      count(*) filter (left_out is null and part <> 'activity') as trials,
      count(*) filter (left_out is null and hit) as successes,
      sum(exact_score(log_money)) filter (left_out is null) as log_sum,
      sum(exact_score(log_money * log_money)) filter (left_out is null) as log_squares,
      sum(exact_score(log_money * log_money * log_money)) filter (left_out is null) as log_cubes,
      count(*) filter (left_out = 'not_mature') as excluded_not_mature,
      count(*) filter (left_out = 'open') as excluded_open,
      count(*) filter (left_out = 'no_stage_events') as excluded_no_stage_events,
      count(*) filter (left_out = 'no_amount') as excluded_no_amount,
      count(*) filter (left_out = 'no_fx') as excluded_no_fx,
      count(*) filter (left_out = 'negative') as excluded_negative,
      count(*) filter (left_out = 'no_account') as excluded_no_account
    from grouped
    asof join edges_on on grouped.on_day >= edge_on
    where coalesce(left_out, '') not in ('other_role', 'no_owner')
    group by all
  ),
  counted as (
    select
      by_1, by_2, by_3, span, skill, role, rep, segment, source, size_group, week_on,
      sum(trials) as trials, sum(successes) as successes, sum(log_sum) as log_sum, sum(log_squares) as log_squares, sum(log_cubes) as log_cubes,
      sum(excluded_not_mature) as excluded_not_mature,
      sum(excluded_open) as excluded_open,
      sum(excluded_no_stage_events) as excluded_no_stage_events,
      sum(excluded_no_amount) as excluded_no_amount,
      sum(excluded_no_fx) as excluded_no_fx,
      sum(excluded_negative) as excluded_negative,
      sum(excluded_no_account) as excluded_no_account
    from between_edges
    join asked on edge_on >= from_on and edge_on < to_on
    group by all
  )
  select
    by_1, by_2, by_3, 'trial' as part, span,
    skill, counted.role, counted.role as own_role, counted.rep, coalesce(seats.team, 'Unassigned') as team, segment, source, size_group,
    cast(week_on as date) as week_on,
    seats.rep_id, seats.level, seats.manager_id,
    coalesce(seats.in_ramp, false) as in_ramp,
    coalesce(seats.is_current, true) as is_current,
    cast(seats.tenure_months as double) as tenure_months,
    cast(coalesce(employed.days, 0) as integer) as employed_days,
    cast(trials as integer) as trials,
    cast(successes as integer) as successes,
    cast(log_sum as double) as log_sum,
    cast(log_squares as double) as log_squares,
    cast(log_cubes as double) as log_cubes,
    cast(excluded_not_mature as integer) as excluded_not_mature,
    cast(excluded_open as integer) as excluded_open,
    cast(excluded_no_stage_events as integer) as excluded_no_stage_events,
    cast(excluded_no_amount as integer) as excluded_no_amount,
    cast(excluded_no_fx as integer) as excluded_no_fx,
    cast(excluded_negative as integer) as excluded_negative,
    cast(excluded_no_account as integer) as excluded_no_account,
    cast(null as double) as target,
    cast(null as double) as actual,
    cast(null as varchar) as support,
    cast(null as varchar) as support_kind,
    cast(null as date) as from_on,
    cast(null as date) as to_on
  from counted
  left join derived.seats as seats on seats.rep = counted.rep
  left join employed on employed.rep_id = seats.rep_id
  union all by name
  select 'target' as part, span, seats.rep, measure as skill, cast(sum(target) as double) as target, cast(sum(actual) as double) as actual
  from derived.month_results as results
  join spans on span in ('now_month', 'now_quarter') and month_on >= from_on and month_on < to_on
  join derived.seats as seats on seats.rep_id = results.rep_id
  where target is not null
  group by all
  having sum(target) > 0
  union all by name
  select 'support' as part, seats.rep, skill, support, support_kind, support_on as from_on
  from supported
  join derived.seats as seats on seats.rep_id = supported.rep_id
  union all by name
  select 'span' as part, span, from_on, to_on from spans
)
order by by_1, by_2, by_3, part, role, skill, rep, span, segment, source, size_group, week_on, from_on;
