-- What:   the days on which somebody spoke with a customer.
-- Unit:   local days, one row a customer and day.
-- Scope:  customers with an account, conversations up to the as-of.
-- Source: domain specification M31.
with numbered as (
  select account_id, row_number() over (order by account_id) - 1 as place from derived.customers
)
select
  cast(place as integer) as place,
  on_day
from derived.touches
join numbered using (account_id)
where conversations > 0;
