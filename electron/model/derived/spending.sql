-- What:   one row a cost with the days it spreads over; where its rep's team or role changed on the way, one for each stretch.
-- Unit:   local days, half open; days and money are the whole cost's, also in a stretch of it; decimal money in the workspace currency at the rate of the first day, null where it cannot be said (money_note says why).
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
  cost_id,
  greatest(dated.from_on, people.from_on) as from_on,
  least(dated.to_on, people.to_on) as to_on,
  cast(dated.to_on - dated.from_on as integer) as days,
  case when amount is null then 'no_amount' when currency <> cast($currency as varchar) and rates.rate is null then 'no_fx' end as money_note,
  cast(amount * case when currency = cast($currency as varchar) then 1 else rates.rate end as decimal(18, 4)) as amount_money,
  purpose, dated.rep_id, team_id, source, campaign
from dated
left join derived.rates as rates on rates.from_ccy = currency and dated.from_on >= rates.on_day and dated.from_on < rates.until_day
left join derived.people as people on people.rep_id = dated.rep_id and people.from_on < dated.to_on and people.to_on > dated.from_on
where dated.from_on is not null
order by dated.from_on, cost_id, people.from_on;
