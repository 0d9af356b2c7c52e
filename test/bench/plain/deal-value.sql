-- Mean, spread, median and upper quartile of the amount of a won deal by rep.
select
  people.label as rep,
  cast(avg(amount) as double) as mean_money,
  cast(stddev_samp(amount) as double) as spread_money,
  cast(median(cast(amount as double)) as double) as median_money,
  cast(quantile_cont(cast(amount as double), 0.75) as double) as p75_money,
  cast(count(*) as integer) as n
from opportunities
join people on people.rep_id = opportunities.owner_id
where is_won
group by all
order by all;
