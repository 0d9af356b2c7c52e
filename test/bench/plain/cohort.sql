-- Customers by the month of their first order: how many order again so many months later.
with bought as (
  select account_id, ordered_at from orders where status <> 'cancelled'
),
firsts as (
  select account_id, min(ordered_at) as first_at from bought group by account_id
)
select
  strftime(first_at, '%Y-%m') as cohort,
  cast(datediff('month', first_at, ordered_at) as integer) as k,
  cast(count(distinct bought.account_id) as integer) as numerator
from bought
join firsts on firsts.account_id = bought.account_id
group by all
order by all;
