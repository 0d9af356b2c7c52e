-- What:   of the open deals on each rung, the share that has been there longer than three quarters of the won deals were: aged; longer than nine tenths: stale. With the days since anybody touched them.
-- Unit:   ratio 0 to 1; null where no deal is open or none was ever won from there.
-- Scope:  opportunities open at the as-of, whatever the period; won stays of all of history. A rung with fewer than 20 won stays is judged with those of the next ones.
-- Source: domain specification M21.
with fact as (
  select * from derived.open_stays
)
-- Units
units as (
  select
    scope.*,
    entered_on as on_day,
    rung_of(rung_rank) as rung,
    stay_days > p75_days as hit,
    stay_days > p90_days as is_stale,
    case when p75_days is null then 'no_reference' end as left_out
  from scope
)
-- Answer
select
  by_1, by_2, by_3,
  rung,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out is null and is_stale) as integer) as stale,
  cast(count(*) as integer) as open,
  cast(median(stay_days) as double) as median_days,
  cast(any_value(p75_days) as double) as p75_days,
  cast(any_value(p90_days) as double) as p90_days,
  cast(coalesce(any_value(reference), 0) as integer) as reference,
  cast(median(quiet_days) as double) as quiet_days,
  cast(count(*) filter (quiet_days is null) as integer) as never_touched,
  cast(sum(amount_money) filter (left_out is null and hit) as double) as aged_money,
  cast(count(*) filter (left_out = 'no_reference') as integer) as excluded_no_reference
from grouped
group by by_1, by_2, by_3, rung, rung_rank
order by by_1, by_2, by_3, rung_rank;
