-- What:   the periods of the calendar from the first customer's to the as-of's.
-- Unit:   first days; complete is true where a period is over at the as-of.
-- Scope:  customers at the as-of.
-- Source: domain specification M40.
with clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
),
begun as (
  select period_start(min(first_on), cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer)) as first_on from derived.customers
)
select
  period_after(first_on, cast($grain as varchar), number, cast($fiscal as integer)) as start_on,
  period_after(first_on, cast($grain as varchar), number + 1, cast($fiscal as integer)) as end_on,
  end_on <= tomorrow as complete,
  period_label(start_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer), cast($fiscal_naming as varchar)) as label
from clock, begun, lateral (select unnest(range(cast(periods_between(first_on, today, cast($grain as varchar), cast($fiscal as integer)) as bigint) + 1)) as number)
order by start_on;
