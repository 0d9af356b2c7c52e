-- What:   the days on which a journey began or reached a rung, from first to last, with the month and the fiscal quarter each lies in; and the as-of.
-- Unit:   one row a day, in order; the as-of as microseconds since 1970 UTC and as local day.
-- Scope:  all journeys.
-- Source: domain specification 1.4.
select
  on_day,
  month_label(on_day, cast($fiscal as integer), cast($fiscal_naming as varchar)) as month,
  fiscal_quarter(on_day, cast($fiscal as integer), cast($fiscal_naming as varchar)) as quarter,
  epoch_us(cast($as_of as timestamp)) as now_at,
  day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as now_on
from (
  select cast(unnest(generate_series(cast(first_on as timestamp), cast(last_on as timestamp), interval 1 day)) as date) as on_day
  from (
    select
      least(min(began_on), min(reached_on_0)) as first_on,
      greatest(max(began_on), max(reached_on_0), max(reached_on_2), max(reached_on_3), max(reached_on_5), max(reached_on_7)) as last_on
    from derived.journeys
  )
)
order by on_day;
