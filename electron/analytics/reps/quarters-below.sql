-- What:   each person's last four complete quarters against the lower quarter of the others in the role, and the required programmes they lack.
-- Unit:   share of the target reached, or money booked a working day where nobody of the role has a target.
-- Scope:  people there now, managers left out; quarters complete at the as-of.
-- Source: domain specification M56.
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
placed as (
  select
    seats.rep, seats.role, seats.in_ramp, results.measure, results.actual, results.target, results.days,
    period_start(month_on, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as quarter_on
  from derived.month_results as results
  join derived.seats as seats on seats.rep_id = results.rep_id and is_current and seats.role <> 'manager'
),
ended as (
  select max(quarter_on) as last_on
  from placed, clock
  where period_after(quarter_on, 'quarter', 1, cast($fiscal as integer)) <= today + 1
),
reached as (
  select rep, role, in_ramp, quarter_on, avg(actual / target) as figure, 'attainment' as basis
  from (select rep, role, in_ramp, quarter_on, measure, sum(actual) as actual, sum(target) as target from placed where target is not null group by all having sum(target) > 0)
  group by rep, role, in_ramp, quarter_on
),
booked as (
  select rep, role, in_ramp, quarter_on, sum(actual) / nullif(sum(days), 0) as figure, 'bookings' as basis
  from placed
  where measure = 'bookings' and role not in (select role from reached)
  group by all
),
figures as (
  select * from reached union all select * from booked
),
recent as (
  select figures.* from figures, ended where quarter_on <= last_on and quarter_on > period_after(last_on, 'quarter', -4, cast($fiscal as integer)) and figure is not null
),
lines as (
  select own.rep, own.quarter_on, quantile_cont(other.figure, 0.25) as p25, count(*) as peers
  from recent as own
  join recent as other on other.role = own.role and other.quarter_on = own.quarter_on and other.rep <> own.rep and not other.in_ramp
  group by all
),
wanted as (
  select programme, unnest(required_roles) as role, valid_months from programmes
),
held as (
  select
    rep_id, programme,
    max(day_of(instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint))) as on_day
  from trainings
  where completed_at is not null and instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
  group by all
),
lacking as (
  select seats.rep, string_agg(wanted.programme, ', ' order by wanted.programme) as missing
  from derived.seats as seats
  cross join clock
  join wanted on wanted.role = seats.role
  left join held on held.rep_id = seats.rep_id and held.programme = wanted.programme
  where held.on_day is null or (valid_months is not null and cast(held.on_day + to_months(cast(valid_months as integer)) as date) <= today)
  group by all
)
select
  recent.rep, recent.role, recent.in_ramp, recent.basis, missing,
  strftime(recent.quarter_on, '%Y-%m-%d') as quarter_on,
  cast(recent.figure as double) as figure,
  cast(p25 as double) as p25,
  cast(coalesce(peers, 0) as integer) as peers,
  coalesce(recent.figure < p25 and peers >= 3, false) as is_below
from recent
left join lines on lines.rep = recent.rep and lines.quarter_on = recent.quarter_on
left join lacking on lacking.rep = recent.rep
order by recent.rep, recent.quarter_on
