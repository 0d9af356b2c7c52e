-- What:   the days of a period with the month and the fiscal quarter each lies in.
-- Unit:   one row a day, in order.
-- Scope:  the asked period.
-- Source: domain specification 1.4.
select
  on_day,
  month_label(on_day, cast($fiscal as integer), cast($fiscal_naming as varchar)) as month,
  fiscal_quarter(on_day, cast($fiscal as integer), cast($fiscal_naming as varchar)) as quarter
from (
  select cast(unnest(generate_series(cast(cast($period_from as date) as timestamp), cast(cast($period_to as date) - 1 as timestamp), interval 1 day)) as date) as on_day
)
order by on_day;
