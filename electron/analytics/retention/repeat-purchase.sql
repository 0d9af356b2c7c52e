-- What:   customers who bought again within the window of their first purchase, over the customers that old.
-- Unit:   ratio 0 to 1; null when no customer is old enough. Several orders on one day are one purchase.
-- Scope:  customers by the day of their first purchase; customers by contract alone are left out, they renew.
-- Source: domain specification M39.
with fact as (
  select * from derived.customers
)
-- Units
seconds as (
  select account_id, nth_value(on_day, 2) over (partition by account_id order by on_day rows between unbounded preceding and unbounded following) as second_on
  from derived.purchases
  where orders > 0 and account_id is not null
  qualify row_number() over (partition by account_id order by on_day) = 1
),
units as (
  select
    scope.*,
    coalesce(first_order_on, first_on) as on_day,
    second_on,
    cast(second_on - first_order_on as double) as until_second_days,
    coalesce(second_on is not null and (cast($window_days as double) is null or second_on - first_order_on <= cast($window_days as double)), false) as hit,
    case
      when first_order_on is null then 'contract'
      when day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) - first_order_on < cast($window_days as double) then 'not_mature'
    end as left_out
  from scope
  left join seconds on seconds.account_id = scope.account_id
  where in_period(coalesce(first_order_on, first_on), cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(count(*) filter (left_out = 'not_mature' and hit) as integer) as immature_hits,
  cast(median(until_second_days) filter (left_out is null and hit) as double) as median_days,
  cast(count(*) filter (left_out is null and from_won) as integer) as from_flags,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'contract') as integer) as excluded_contract
from grouped
group by all
order by by_1, by_2, by_3;
