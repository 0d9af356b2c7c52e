-- What:   amounts of the deals won in the period; a deal won and later lost is taken off again on the day it was lost.
-- Unit:   money in the workspace currency, unrounded; null when nothing was won.
-- Scope:  opportunities by closing day, credited to the owner at closing.
-- Source: domain specification M12.
with units as (
  select
    scope.* exclude (amount_money),
    won_on as on_day,
    amount_money,
    true as hit,
    case when closed_without_date then 'bad_dates' else money_note end as left_out
  from scope
  where opportunity_id is not null and outcome in ('won', 'reversed')
    and (in_period(won_on, cast($period_from as date), cast($period_to as date)) or closed_without_date and outcome = 'won')
  union all by name
  select
    scope.* exclude (amount_money),
    closed_on as on_day,
    -amount_money as amount_money,
    true as hit,
    money_note as left_out
  from scope
  where opportunity_id is not null and outcome = 'reversed' and in_period(closed_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(amount_money) filter (left_out is null) as double) as value,
  cast(count(*) filter (left_out is null and amount_money >= 0) as integer) as n,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
