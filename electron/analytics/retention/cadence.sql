-- What:   each customer's own pace: median gap between purchases, how long it has been silent against that, when the next order is due, and whether it buys more slowly than it says it uses up.
-- Unit:   days; ratios of days. An own pace needs three gaps; else the stated interval, else the segment's median, gives the next date.
-- Scope:  customers with purchases up to the as-of; those by contract alone are left out.
-- Source: domain specification M42.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
paces as (
  select segment, median(median_gap_days) as segment_gap_days
  from (select coalesce(segment, 'Unknown') as segment, median_gap_days from derived.customers where repeats >= 3)
  group by segment
),
units as (
  select
    scope.* exclude (median_gap_days),
    last_order_on as on_day,
    last_order_on as last_on,
    case when repeats >= 3 then median_gap_days end as own_gap_days,
    cast(today - last_order_on as double) as silence_days,
    case when repeats >= 3 and median_gap_days > 0 then (today - last_order_on) / median_gap_days end as overdue_ratio,
    case when repeats >= 3 then 'own' when consumption_days > 0 then 'stated' when segment_gap_days is not null then 'segment' end as pace_from,
    last_order_on + cast(round(case when repeats >= 3 then median_gap_days when consumption_days > 0 then consumption_days else segment_gap_days end) as integer) as next_on,
    case when repeats >= 3 and median_gap_days > 0 and consumption_days > 0 then consumption_days / median_gap_days end as pace_ratio,
    true as hit,
    case when last_order_on is null then 'contract' end as left_out
  from scope
  cross join clock
  left join paces on paces.segment = scope.segment
  where first_order_on is null or in_period(last_order_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  account_id, account,
  cast(own_gap_days as double) as value,
  cast(repeats as integer) as n,
  case when own_gap_days is null then 'thin' when from_won then 'derived' else 'ok' end as state,
  case when own_gap_days is null then 'few_gaps' end as reason,
  last_on,
  cast(silence_days as double) as silence_days,
  cast(overdue_ratio as double) as overdue_ratio,
  cast(next_on as date) as next_on,
  pace_from,
  cast(pace_ratio as double) as pace_ratio,
  coalesce(pace_ratio < 0.7, false) as buys_elsewhere
from grouped
where left_out is null
order by by_1, by_2, by_3, overdue_ratio desc nulls last, account, account_id;
