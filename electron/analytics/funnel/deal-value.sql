-- What:   what a won deal is worth: mean, median, upper quartile, and the mean of the logarithms, which one large deal does not move much.
-- Unit:   money in the workspace currency; the mean of the logarithms is a plain score. Null when nothing was won.
-- Scope:  won opportunities by closing day, credited to the owner at closing. Deals worth zero count, but have no logarithm; those without an amount, with a negative one or without a rate are left out.
-- Source: domain specification M13.
with units as (
  select scope.*, closed_on as on_day, true as hit, case when closed_without_date then 'bad_dates' else money_note end as left_out
  from scope
  where opportunity_id is not null and outcome = 'won'
    and (in_period(closed_on, cast($period_from as date), cast($period_to as date)) or closed_without_date)
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(sum(amount_money) filter (left_out is null) as double) / count(*) filter (left_out is null) as mean_money,
  cast(stddev_samp(cast(amount_money as double) order by amount_money) filter (left_out is null) as double) as spread_money,
  cast(median(cast(amount_money as double)) filter (left_out is null) as double) as median_money,
  cast(quantile_cont(cast(amount_money as double), 0.75) filter (left_out is null) as double) as p75_money,
  cast(sum(case when amount_money > 0 then exact_score(ln(amount_money)) end) filter (left_out is null) as double) / count(*) filter (left_out is null and amount_money > 0) as log_mean,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
