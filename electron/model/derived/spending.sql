-- What:   one row a cost with the days it spreads over.
-- Unit:   local days, half open; decimal money in the workspace currency at the rate of the first day, null where it cannot be said (money_note says why).
-- Scope:  costs with a date or a span; a span without an end, or one that ends before it begins, is its first day. What lies after the as-of is left for a metric to cut off.
-- Source: domain specification 1.5, M22.
create or replace table derived.spending as
with dated as (
  select
    coalesce(cost_id, 'row ' || src_row) as cost_id,
    coalesce(period_start, "on") as from_on,
    case when period_start is not null and period_end > period_start then period_end else coalesce(period_start, "on") + 1 end as to_on,
    amount, coalesce(currency, cast($currency as varchar)) as currency, purpose, rep_id, team_id, source, campaign
  from costs
)
select
  cost_id, from_on, to_on,
  cast(to_on - from_on as integer) as days,
  case when amount is null then 'no_amount' when currency <> cast($currency as varchar) and rates.rate is null then 'no_fx' end as money_note,
  cast(amount * case when currency = cast($currency as varchar) then 1 else rates.rate end as decimal(18, 4)) as amount_money,
  purpose, rep_id, team_id, source, campaign
from dated
left join derived.rates as rates on rates.from_ccy = currency and from_on >= rates.on_day and from_on < rates.until_day
where from_on is not null
order by from_on, cost_id;
