-- What:   deals that are complicated: those marked so, else those in the top fifth by amount or with three product families.
-- Unit:   one row a deal.
-- Scope:  opportunities at the as-of; orders' lines tell the families.
-- Source: domain specification M17.
create or replace table derived.complicated_deals as
with families as (
  select orders.opportunity_id, count(distinct products.family) as families
  from orders
  join order_lines on order_lines.order_id = orders.order_id
  join products on products.product_id = order_lines.product_id
  where orders.opportunity_id is not null
  group by all
),
top_fifth as (
  select quantile_cont(worth_money, 0.8) as from_money from derived.journeys where opportunity_id is not null and worth_money > 0
)
select journey_no, journeys.opportunity_id
from derived.journeys as journeys
left join families on families.opportunity_id = journeys.opportunity_id
cross join top_fifth
where journeys.opportunity_id is not null
  and case when complexity is not null then complexity = 1 else coalesce(worth_money >= from_money, false) or coalesce(families, 0) >= 3 end
order by journey_no;
