-- What:   what each target asked for, for the days somebody was there, and what was credited toward it.
-- Unit:   money for bookings, else a number of things; the ratio of the sums is worked out from them. Null without a target, or where it is nothing.
-- Scope:  targets that overlap the period, by the part of them inside, and by the part in each period where months or quarters are told apart; days before the first, after the last and on leave take their share off. Those that begin after the as-of are left out. Where a team has targets of its own and of its people at one time, those of its people count, unless the team's are asked for.
-- Source: domain specification M51, 1.6.
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
cut as (
  select
    row_number() over (order by period_start, rep_id, team_id, metric, target_id) as target_no,
    rep_id, team_id, metric as measure, period_start, period_end,
    greatest(period_start, coalesce(cast($period_from as date), period_start)) as start_on,
    least(period_end, coalesce(cast($period_to as date), period_end)) as end_on,
    cast(value as double) * case when metric = 'bookings' and coalesce(targets.currency, cast($currency as varchar)) <> cast($currency as varchar) then rate else 1 end as value,
    value is not null and metric = 'bookings' and coalesce(targets.currency, cast($currency as varchar)) <> cast($currency as varchar) and rate is null as is_without_rate
  from targets
  left join derived.rates as rates on rates.from_ccy = targets.currency and period_start >= rates.on_day and period_start < rates.until_day
  where period_start < period_end and (rep_id is not null or team_id is not null)
),
inside as (
  select
    row_number() over (order by target_no, spans.start_on) as piece_no,
    cut.* exclude (start_on, end_on), spans.start_on, spans.end_on
  from cut, lateral (select * from periods_within(cut.start_on, cut.end_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
  where cut.start_on < cut.end_on
),
-- A person's days in the target's time: every span of theirs that is no leave, between their first and last day.
there as (
  select
    inside.piece_no,
    sum(greatest(0,
      least(end_on, coalesce(people.to_on, end_on), coalesce(ended_on + 1, end_on))
      - greatest(start_on, people.from_on, coalesce(started_on, start_on)))) as days
  from inside
  join derived.people as people on people.rep_id = inside.rep_id and not people.on_leave
    and people.from_on < end_on and (people.to_on is null or people.to_on > start_on)
  group by inside.piece_no
),
own as (
  select inside.piece_no, sum(credits.amount) as actual
  from inside
  join derived.credits as credits on credits.rep_id = inside.rep_id and credits.measure = inside.measure and credits.on_day >= start_on and credits.on_day < end_on
  where inside.rep_id is not null
  group by inside.piece_no
),
joint as (
  select inside.piece_no, sum(credits.amount) as actual
  from inside
  join derived.credits as credits on credits.measure = inside.measure and credits.on_day >= start_on and credits.on_day < end_on
  join derived.people as people on people.rep_id = credits.rep_id and people.team = inside.team_id
    and credits.on_day >= people.from_on and (people.to_on is null or credits.on_day < people.to_on)
  where inside.rep_id is null
  group by inside.piece_no
),
-- The teams' targets in whose time somebody of the team has one too.
peopled as (
  select distinct teams.piece_no
  from inside as teams
  join inside as own on own.measure = teams.measure and own.start_on < teams.end_on and own.end_on > teams.start_on
  join derived.people as people on people.rep_id = own.rep_id and people.team = teams.team_id and own.start_on >= people.from_on and own.start_on < people.to_on
  where teams.rep_id is null
),
fact as (
  select
    'target' as part,
    inside.target_no, inside.measure, inside.rep_id as owner_id, inside.rep_id as rep_at_2, inside.rep_id as rep_at_close, inside.team_id,
    start_on, end_on, end_on - 1 > today as is_running, is_without_rate,
    value * (end_on - start_on) / (period_end - period_start) * case when inside.rep_id is null then 1 else coalesce(days, 0) / (end_on - start_on) end as target,
    coalesce(own.actual, joint.actual, 0) as actual,
    value is null as is_without_value,
    inside.rep_id is null as is_team,
    peopled.piece_no is not null as has_people,
    start_on > today as is_ahead,
    cast(null as varchar) as segment, cast(null as varchar) as source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from inside
  cross join clock
  left join there on there.piece_no = inside.piece_no
  left join own on own.piece_no = inside.piece_no
  left join joint on joint.piece_no = inside.piece_no
  left join peopled on peopled.piece_no = inside.piece_no
  union all by name
  select
    'person' as part, rep_id as owner_id, rep_id as rep_at_2, rep_id as rep_at_close,
    coalesce(cast($period_from as date), today) as start_on
  from derived.seats, clock
  where is_current and role not in ('manager', 'other') and rep_id not in (select rep_id from inside where rep_id is not null)
    and (started_on is null or cast($period_to as date) is null or started_on < cast($period_to as date))
)
-- Units
units as (
  select
    scope.* exclude (measure),
    coalesce(measure, 'bookings') as measure,
    start_on as on_day,
    coalesce(actual >= target, false) as hit,
    case
      when part = 'person' then 'no_target'
      when is_ahead then 'future'
      when measure is null then 'metric_missing'
      when is_without_value and not is_without_rate then 'value_missing'
      when is_without_rate then 'no_fx'
      when is_team and cast($targets as varchar) = 'people' and has_people then 'counted_by_people'
      when not is_team and cast($targets as varchar) = 'teams' then 'of_people'
    end as left_out
  from scope
)
-- Answer
select
  by_1, by_2, by_3,
  measure,
  coalesce(owner_id, team_id) as holder,
  case when owner_id is null then team_id end as own_team,
  cast(sum(target) filter (left_out is null) as double) as target,
  cast(sum(actual) filter (left_out is null) as double) as actual,
  cast(count(*) filter (left_out is null) as integer) as targets,
  cast(count(*) filter (left_out is null and is_running) as integer) as running,
  cast(count(*) filter (left_out = 'no_target') as integer) as excluded_no_target,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx,
  cast(count(*) filter (left_out = 'future') as integer) as excluded_future,
  cast(count(*) filter (left_out = 'metric_missing') as integer) as excluded_metric_missing,
  cast(count(*) filter (left_out = 'value_missing') as integer) as excluded_value_missing,
  cast(count(*) filter (left_out = 'counted_by_people') as integer) as excluded_counted_by_people
from grouped
where coalesce(left_out, '') <> 'of_people'
group by all
order by by_1, by_2, by_3, measure, holder;
