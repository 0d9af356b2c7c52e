-- Days from creation to won by rep: median, quartiles, mean.
select
  people.label as rep,
  median((epoch_us(closed_at) - epoch_us(created_at)) / 86400e6) as median_days,
  quantile_cont((epoch_us(closed_at) - epoch_us(created_at)) / 86400e6, 0.25) as p25_days,
  quantile_cont((epoch_us(closed_at) - epoch_us(created_at)) / 86400e6, 0.75) as p75_days,
  avg((epoch_us(closed_at) - epoch_us(created_at)) / 86400e6) as mean_days,
  cast(count(*) as integer) as n
from opportunities
join people on people.rep_id = opportunities.owner_id
where is_won
group by all
order by all;
