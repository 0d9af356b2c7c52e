-- What:   revenue by customer in the period, from which the share of the largest accounts, Gini and the share of the top fifth are read.
-- Unit:   money in the workspace currency; the Unknown customer is in the total of those it belongs to, never among the accounts.
-- Scope:  orders and refunds by day, contracts by their monthly value for the days they ran.
-- Source: domain specification M46, 5.16.
with fact as (
  select * from derived.customers
  union all by name
  select cast(null as varchar) as account_id, false as from_won
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
days as (
  select account_id, on_day, amount_money as money, no_amount, negative, no_fx
  from derived.purchases
  where in_period(on_day, cast($period_from as date), cast($period_to as date))
  union all
  select
    account_id, greatest(from_on, coalesce(cast($period_from as date), from_on)),
    cast(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end
      * (least(coalesce(to_on, today + 1), coalesce(cast($period_to as date), today + 1)) - greatest(from_on, coalesce(cast($period_from as date), from_on))) / 30.4375 as decimal(18, 4)),
    0, 0, cast(currency <> cast($currency as varchar) and rate is null as integer)
  from derived.contracts as contracts
  cross join clock
  left join derived.rates as rates on rates.from_ccy = currency and started_on >= rates.on_day and started_on < rates.until_day
  where mrr > 0
    and least(coalesce(to_on, today + 1), coalesce(cast($period_to as date), today + 1)) > greatest(from_on, coalesce(cast($period_from as date), from_on))
),
units as (
  select
    scope.*, days.on_day, days.money as amount_money,
    days.account_id is not null as hit,
    cast(null as varchar) as left_out
  from days
  join scope on scope.account_id is not distinct from days.account_id
  where days.money is not null
  union all by name
  -- What has no money that is known, a row each.
  select
    scope.*, days.on_day,
    false as hit,
    case when place <= no_amount then 'no_amount' when place <= no_amount + negative then 'negative' else 'no_fx' end as left_out
  from days
  join scope on scope.account_id is not distinct from days.account_id
  cross join lateral (select unnest(range(1, no_amount + negative + no_fx + 1)) as place)
)
-- Answer
select
  by_1, by_2, by_3,
  account_id,
  cast(sum(amount_money) as double) as amount_money,
  account_id is null as is_unknown,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3, amount_money desc, account_id;
