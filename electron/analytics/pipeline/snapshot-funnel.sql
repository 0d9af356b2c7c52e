-- What:   journeys by the rung they stand on at the as-of, with their amount; ended ones by how they ended. A picture of occupancy: neighbouring bars are not a rate.
-- Unit:   count, and money in the workspace currency.
-- Scope:  every journey that began before the end of the period; those whose amount cannot be said are left out of the money alone.
-- Source: domain specification M14.
with units as (
  select
    scope.*,
    began_on as on_day,
    true as hit,
    money_note as left_out,
    case when outcome = 'reversed' then 9 when outcome = 'won' then greatest(last_rank, 7) else last_rank end as rung_rank,
    rung_of(rung_rank) as rung
  from scope
  where (in_period(began_on, cast($period_from as date), cast($period_to as date)) or (began_on is null and cast($period_from as date) is null))
)
-- Answer
select
  by_1, by_2, by_3,
  rung,
  cast(rung_rank as integer) as rank,
  cast(count(*) as integer) as value,
  cast(count(*) as integer) as count,
  cast(count(*) as integer) as n,
  cast(sum(amount_money) as double) as amount_money,
  cast(count(*) filter (money_note = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (money_note = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (money_note = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3, rank;
