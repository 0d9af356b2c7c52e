-- What:   of the deals and leads that began in the period, the share won within the window of their beginning: what can be said where no conversations are recorded.
-- Unit:   ratio 0 to 1; null when nothing began.
-- Scope:  journeys by the day they began.
-- Source: domain specification M02, 4 (activities missing).
with units as (
  select
    scope.*,
    began_on as on_day,
    coalesce(outcome = 'won' and days_between(began_at, began_on, won_at, won_on, date_only)
      between 0 and coalesce(cast($window_days as double), 1e9), false) as hit,
    cast(null as varchar) as left_out
  from scope
  where in_period(began_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) as integer) as from_flags
from grouped
group by all
order by by_1, by_2, by_3;
