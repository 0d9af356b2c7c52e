-- What:   what the customers bought, one row a customer and day.
-- Unit:   local days; money in ten-thousandths of the workspace currency, null where nobody knows it.
-- Scope:  customers with an account, purchases up to the as-of.
-- Source: domain specification M33, M35.
with numbered as (
  select account_id, row_number() over (order by account_id) - 1 as place from derived.customers
)
select
  cast(place as integer) as place,
  on_day,
  cast(cast(amount_money as decimal(18, 4)) * 10000 as bigint) as money,
  orders > 0 as bought,
  no_amount > 0 as no_amount,
  no_fx > 0 as no_rate
from derived.purchases
join numbered using (account_id);
