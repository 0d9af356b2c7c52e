-- What:   what the customers' contracts are worth a month, one row from each change to the next.
-- Unit:   local days, half open: to_on is the first day without, null while it runs; money in ten-thousandths of the contract's currency.
-- Scope:  contracts of the customers, up to the as-of, while they are worth anything.
-- Source: domain specification M33, M35.
with numbered as (
  select account_id, row_number() over (order by account_id) - 1 as place from derived.customers
)
select
  cast(place as integer) as place,
  from_on, to_on, is_left,
  cast(cast(mrr as decimal(18, 4)) * 10000 as bigint) as money
from derived.contracts
join numbered using (account_id)
where mrr > 0;
