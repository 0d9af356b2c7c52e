-- What:   what each person achieved in each month of the fiscal calendar, measure by measure, and the part of their targets that falls in it.
-- Unit:   actual and target in the measure's own unit, money in the workspace currency for bookings; target null where none was set. is_running while the month is not over. days is how many they were there and not on leave.
-- Scope:  people's own targets; their part of a month is by days, those before the first, after the last and on leave taken off.
-- Source: domain specification M51.
create or replace table derived.month_results as
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
own as (
  select
    rep_id, metric as measure, period_start, period_end,
    cast(value as double) * case when metric = 'bookings' and coalesce(targets.currency, cast($currency as varchar)) <> cast($currency as varchar) then rate else 1 end as value
  from targets
  left join derived.rates as rates on rates.from_ccy = targets.currency and period_start >= rates.on_day and period_start < rates.until_day
  where rep_id is not null and period_start < period_end
),
span as (
  select min(on_day) as first_on, max(on_day) as last_on
  from (
    select on_day from derived.credits where on_day is not null
    union all select period_start from own
    union all select period_end - 1 from own
  )
),
months as (
  select start_on as month_on, end_on
  from span, lateral (select * from periods_of(span.first_on, span.last_on + 1, 'month', 'monday', cast($fiscal as integer))) as spans
),
there as (
  select
    people.rep_id, months.month_on,
    sum(greatest(0, least(end_on, coalesce(people.to_on, end_on), coalesce(ended_on + 1, end_on)) - greatest(months.month_on, people.from_on, coalesce(started_on, months.month_on)))) as days
  from months
  join derived.people as people on not people.on_leave and people.from_on < end_on and (people.to_on is null or people.to_on > months.month_on)
  group by all
),
pieces as (
  select own.*, months.month_on, greatest(months.month_on, period_start) as start_on, least(months.end_on, period_end) as end_on
  from own
  join months on period_start < months.end_on and period_end > months.month_on
),
wanted as (
  select
    pieces.rep_id, measure, month_on,
    sum(value * case when people.rep_id is null then 0 else
      greatest(0, least(end_on, people.to_on, coalesce(ended_on + 1, end_on)) - greatest(start_on, people.from_on, coalesce(started_on, start_on)))
    end / (period_end - period_start)) as target
  from pieces
  left join derived.people as people on people.rep_id = pieces.rep_id and not people.on_leave and people.from_on < end_on and people.to_on > start_on
  group by all
),
done as (
  select rep_id, measure, period_start(on_day, 'month', 'monday', cast($fiscal as integer)) as month_on, sum(amount) as actual
  from derived.credits
  where rep_id is not null and on_day is not null
  group by all
)
select
  coalesce(wanted.rep_id, done.rep_id) as rep_id,
  coalesce(wanted.measure, done.measure) as measure,
  coalesce(wanted.month_on, done.month_on) as month_on,
  coalesce(actual, 0) as actual,
  target,
  coalesce(there.days, 0) as days,
  period_after(coalesce(wanted.month_on, done.month_on), 'month', 1, cast($fiscal as integer)) - 1 > today as is_running
from wanted
full join done on done.rep_id = wanted.rep_id and done.measure = wanted.measure and done.month_on = wanted.month_on
cross join clock
left join there on there.rep_id = coalesce(wanted.rep_id, done.rep_id) and there.month_on = coalesce(wanted.month_on, done.month_on)
order by 3, 1, 2;
