-- What:   days from creation (or from being qualified) to won, for the deals won in the period: median, quartiles and mean.
-- Unit:   days; null when nothing was won.
-- Scope:  won opportunities by closing day; a deal reopened counts to its last closing, one closed before it began is left out.
-- Source: domain specification M18.
with units as (
  select
    scope.*,
    closed_on as on_day,
    true as hit,
    case when start_at is null or start_on > won_on or (not date_only and start_at > won_at) then 'bad_dates' end as left_out,
    days_between(start_at, start_on, won_at, won_on, date_only) as cycle_days
  from scope
  where opportunity_id is not null and outcome = 'won' and in_period(closed_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
-- Limits of the median: the order statistics that its percentile bootstrap tends to, at n/2 -+ 0.98 sqrt(n).
select
  by_1, by_2, by_3,
  cast(list_aggregate(sorted, 'median') as double) as median_days,
  cast(list_aggregate(sorted, 'quantile_cont', 0.25) as double) as p25_days,
  cast(list_aggregate(sorted, 'quantile_cont', 0.75) as double) as p75_days,
  cast(list_aggregate(sorted, 'avg') as double) as mean_days,
  cast(sorted[greatest(1, cast(floor(n / 2 - 0.979982 * sqrt(n)) as bigint) + 1)] as double) as lower,
  cast(sorted[least(n, cast(ceil(n / 2 + 0.979982 * sqrt(n)) as bigint))] as double) as upper,
  cast(n as integer) as n,
  cast(excluded_bad_dates as integer) as excluded_bad_dates
from (
  select
    by_1, by_2, by_3,
    list_sort(list(cycle_days) filter (left_out is null)) as sorted,
    count(*) filter (left_out is null) as n,
    count(*) filter (left_out = 'bad_dates') as excluded_bad_dates
  from grouped
  group by all
)
order by by_1, by_2, by_3;
