-- What:   how far below the list the won deals were sold, over all their money; and the share of them discounted by more than the limit.
-- Unit:   ratio, 0 when sold at list; below 0 when sold above it. Null when no won deal has both amounts.
-- Scope:  won opportunities by closing day with an amount and a list amount above zero.
-- Source: domain specification M11.
with units as (
  select
    scope.*,
    closed_on as on_day,
    1 - amount_money / list_money > cast($limit as double) + 1e-12 as hit,
    case
      when closed_without_date then 'bad_dates'
      when money_note is not null then money_note
      when coalesce(list_money, 0) <= 0 then 'no_list'
    end as left_out
  from scope
  where opportunity_id is not null and outcome = 'won'
    and (in_period(closed_on, cast($period_from as date), cast($period_to as date)) or closed_without_date)
)
-- Answer
-- One row a block of deals, so that the interval resamples deals.
select
  by_1, by_2, by_3,
  cast(block as integer) as block,
  cast(sum(amount_money) filter (left_out is null) as double) as top_money,
  cast(sum(list_money) filter (left_out is null) as double) as bottom_money,
  cast(max(list_money) filter (left_out is null) as double) as largest_money,
  cast(count(*) filter (left_out is null and hit) as integer) as hits,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out = 'no_list') as integer) as excluded_no_list,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from in_blocks('grouped')
group by all
order by by_1, by_2, by_3, block;
