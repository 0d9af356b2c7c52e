-- What:   each person's last four complete quarters against the lower quarter of the others in the role, and the required programmes they lack.
-- Unit:   share of the target reached, or money booked a working day where nobody of the role has a target.
-- Scope:  people there now, against all who were there in the quarter, managers left out; quarters complete at the as-of.
-- Source: domain specification M56.
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
ended as (
  select period_start(today + 1, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as end_on from clock
),
started as (
  select end_on, period_after(end_on, 'quarter', -4, cast($fiscal as integer)) as from_on from ended
),
placed as (
  select
    seats.rep, seats.role, seats.in_ramp, seats.is_current, results.measure, results.actual, results.target,
    period_start(month_on, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as quarter_on
  from derived.month_results as results
  join derived.seats as seats on seats.rep_id = results.rep_id and seats.role <> 'manager'
  join started on month_on >= from_on and month_on < end_on
),
reached as (
  select rep, role, in_ramp, is_current, quarter_on, avg(actual / target) as figure, 'attainment' as basis
  from (select rep, role, in_ramp, is_current, quarter_on, measure, sum(actual) as actual, sum(target) as target from placed where target is not null group by all having sum(target) > 0)
  group by rep, role, in_ramp, is_current, quarter_on
),
-- Where nobody of a role has a target: every quarter somebody worked in, with nothing booked too.
worked as (
  select
    seats.rep, seats.role, seats.in_ramp, seats.is_current,
    period_start(on_day, 'quarter', cast($week_start as varchar), cast($fiscal as integer)) as quarter_on,
    count(*) as days
  from derived.rep_days as rep_days
  join derived.seats as seats on seats.rep_id = rep_days.rep_id and seats.role <> 'manager'
  join started on on_day >= from_on and on_day < end_on
  where isodow(on_day) <= 5
  group by all
),
sold as (
  select rep, role, quarter_on, sum(actual) as money from placed where measure = 'bookings' group by all
),
booked as (
  select worked.rep, worked.role, in_ramp, is_current, worked.quarter_on, coalesce(money, 0) / days as figure, 'bookings' as basis
  from worked
  left join sold on sold.rep = worked.rep and sold.quarter_on = worked.quarter_on
  where worked.role not in (select role from reached) and worked.role in (select role from sold)
),
recent as (
  select * from reached union all select * from booked
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
where recent.is_current
order by recent.rep, recent.quarter_on
