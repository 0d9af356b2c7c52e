-- What:   what one unit of a currency is worth in the workspace currency, from one quote to the day before the next.
-- Unit:   workspace currency per unit; quotes the other way round count as their inverse.
-- Scope:  every quote with a rate above 0, those after the as-of too: a caller looks up the day that fixes its amount. Of two of one day the one not turned round counts.
-- Source: domain specification 1.5.
create or replace table derived.rates as
with quotes as (
  select "on" as on_day, from_ccy, cast(rate as double) as rate, false as is_turned from fx_rates where to_ccy = cast($currency as varchar) and rate > 0
  union all
  select "on", to_ccy, 1 / cast(rate as double), true from fx_rates where from_ccy = cast($currency as varchar) and rate > 0
),
known as (
  select from_ccy, on_day, arg_min(rate, cast(is_turned as integer)) as rate from quotes where on_day is not null group by from_ccy, on_day
)
select from_ccy, on_day, lead(on_day, 1, date '9999-12-31') over (partition by from_ccy order by on_day) as until_day, rate
from known
order by from_ccy, on_day;
