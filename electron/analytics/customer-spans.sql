-- What:   the periods a question about customers asks of, each with the one before it.
-- Unit:   local days; last_on is the period's last day, or the as-of's where that comes first.
-- Scope:  periods begun by the as-of.
-- Source: domain specification M33.
with clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
)
select
  before_on,
  start_on,
  least(end_on - 1, today) as last_on,
  end_on <= tomorrow as complete,
  month_label(start_on, cast($fiscal as integer), cast($fiscal_naming as varchar)) as month,
  fiscal_quarter(start_on, cast($fiscal as integer), cast($fiscal_naming as varchar)) as quarter
from clock, periods_of(cast($period_from as date), cast($period_to as date), cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))
where start_on <= today
order by start_on;
