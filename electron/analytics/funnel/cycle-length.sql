-- What:   days from creation (or from being qualified) to won, for the deals won in the period: median, quartiles and mean; active days are those without the time a deal lay closed. Beside it the open deals older than the upper quartile: where they are more than a tenth of the won ones, those are the quick ones, and the share of all deals won within the window stands beside the days.
-- Unit:   days; null when nothing was won.
-- Scope:  won opportunities by closing day; a deal reopened counts to its last closing, one closed before it began is left out. Open deals by their age at the as-of, whatever the period. The share won is of the deals that began in the period, other ends competing, open ones watched up to the as-of.
-- Source: domain specification M18, 5.5.
with units as (
  select
    scope.*,
    case when is_asked or outcome = 'open' then closed_on end as on_day,
    true as hit,
    case when outcome = 'open' then 'open' when not is_asked then 'not_won_then' when closed_without_date or start_at is null or start_on > won_on or (not date_only and start_at > won_at) then 'bad_dates' end as left_out,
    case
      when outcome = 'open' then days_between(start_at, start_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
      else days_between(start_at, start_on, won_at, won_on, date_only) - case when cast($days as varchar) = 'active' then least(shut_days, days_between(start_at, start_on, won_at, won_on, date_only)) else 0 end
    end as cycle_days
  from (
    select
      *,
      outcome = 'won' and (in_period(closed_on, cast($period_from as date), cast($period_to as date)) or closed_without_date) as is_asked,
      in_period(start_on, cast($period_from as date), cast($period_to as date)) as is_begun
    from scope
    where opportunity_id is not null
  ) as scope
  where is_asked or is_begun or outcome = 'open'
)
-- Answer
-- Limits of the median: the order statistics that its percentile bootstrap tends to, at n/2 -+ 0.98 sqrt(n).
select
  by_1, by_2, by_3,
  cast(list_aggregate(sorted, 'median') as double) as median_days,
  cast(list_aggregate(sorted, 'quantile_cont', 0.25) as double) as p25_days,
  cast(p75_days as double) as p75_days,
  cast(list_aggregate(sorted, 'avg') as double) as mean_days,
  cast(sorted[greatest(1, cast(floor(n / 2 - 0.979982 * sqrt(n)) as bigint) + 1)] as double) as lower,
  cast(sorted[least(n, cast(ceil(n / 2 + 0.979982 * sqrt(n)) as bigint))] as double) as upper,
  cast(n as integer) as n,
  cast(reopened as integer) as reopened,
  cast(coalesce(len(list_filter(open_ages, lambda age: age > p75_days)), 0) as integer) as open_older,
  n > 0 and open_older > 0.1 * n as survivor_bias,
  cast(excluded_bad_dates as integer) as excluded_bad_dates
from (
  select
    by_1, by_2, by_3,
    quantile_cont(cycle_days, 0.75) filter (left_out is null) as p75_days,
    list_sort(list(cycle_days) filter (left_out is null)) as sorted,
    list(cycle_days) filter (left_out = 'open') as open_ages,
    count(*) filter (left_out is null and reopened > 0) as reopened,
    count(*) filter (left_out is null) as n,
    count(*) filter (left_out = 'bad_dates') as excluded_bad_dates
  from grouped
  group by all
)
order by by_1, by_2, by_3;
-- More
-- Only where many open deals are older than the won ones took: days to being won (cause 1), to any other end (cause 2), or to the as-of (cause 0); whole days upwards, so that the window's last day is within it.
select
  by_1, by_2, by_3,
  cast(ceil(least(life_days, coalesce(cast($window_days as double), life_days) + 1)) as integer) as life_days,
  cast(case when life_days > coalesce(cast($window_days as double), life_days) then 0 else cause end as integer) as cause,
  cast(count(*) as integer) as journeys
from (
  select
    by_1, by_2, by_3,
    case when outcome = 'won' then 1 when outcome = 'open' then 0 else 2 end as cause,
    greatest(0, case
      when outcome = 'won' then days_between(start_at, start_on, won_at, won_on, date_only)
      when outcome = 'open' then cycle_days
      else days_between(start_at, start_on, closed_at, closed_on, date_only)
    end) as life_days
  from grouped
  where is_begun and start_at is not null and not closed_without_date
)
where life_days is not null
group by all
order by by_1, by_2, by_3, life_days, cause;
