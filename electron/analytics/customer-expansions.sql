-- What:   deals won that expand what a customer has.
-- Unit:   local days; money in ten-thousandths of the workspace currency, null where nobody knows it.
-- Scope:  won deals of kind expansion of the customers.
-- Source: domain specification M37.
with numbered as (
  select account_id, row_number() over (order by account_id) - 1 as place from derived.customers
)
select
  cast(place as integer) as place,
  won_on as on_day,
  cast(cast(amount_money as decimal(18, 4)) * 10000 as bigint) as money
from derived.journeys as journeys
left join derived.merges as merges on merges.account_id = journeys.account_id
join numbered on numbered.account_id = coalesce(merges.head_id, journeys.account_id)
where kind = 'expansion' and outcome = 'won' and won_on is not null;
