-- What:   active customers somebody has spoken with lately, over all active customers; the others are the list to work through.
-- Unit:   ratio 0 to 1; null when no customer is active. Gap: days since the last conversation.
-- Scope:  customers with a contract on the last day or an order in the twelve months before it (or since the first day asked); lately is the last 90 days, 30 for the fifth with the largest revenue. Without activities an order is the touch.
-- Source: domain specification M31, 4 (activities missing).
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select least(today, coalesce(cast($period_to as date) - 1, today)) as end_on
  from (select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today)
),
base as (
  select account_id, sum(money) as year_money
  from (
    select account_id, cast(sum(amount_money) filter (on_day > end_on - 365) as double) as money
    from derived.purchases, clock
    where account_id is not null and on_day <= end_on
    group by account_id
    having count(*) filter (orders > 0 and on_day >= coalesce(cast($period_from as date), cast(end_on + 1 - to_months(12) as date))) > 0
    union all
    select account_id, 12 * sum(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end)
    from derived.contracts as contracts
    cross join clock
    left join derived.rates as rates on rates.from_ccy = currency and end_on >= rates.on_day and end_on < rates.until_day
    where mrr > 0 and from_on <= end_on and (to_on is null or to_on > end_on)
    group by account_id
  )
  group by account_id
),
top as (
  select quantile_cont(year_money, 0.8) as from_money from base where year_money > 0
),
spoken as (
  select account_id, max(on_day) as spoken_on
  from (
    select account_id, on_day from derived.touches where conversations > 0
    union all
    select account_id, on_day from derived.purchases where orders > 0 and account_id is not null and not exists (select 1 from activities)
  ), clock
  where on_day <= end_on and account_id in (select account_id from scope)
  group by account_id
),
units as (
  select
    scope.*,
    end_on as on_day,
    year_money,
    coalesce(year_money >= from_money, false) as is_top,
    spoken_on,
    cast(end_on - spoken_on as double) as gap_days,
    coalesce(spoken_on > end_on - case when year_money >= from_money then cast($top_days as integer) else cast($days as integer) end, false) as hit,
    not exists (select 1 from activities) as from_orders,
    cast(null as varchar) as left_out
  from base
  cross join clock
  cross join top
  join scope on scope.account_id = base.account_id
  left join spoken on spoken.account_id = base.account_id
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (hit) as integer) as numerator,
  cast(count(*) as integer) as denominator,
  cast(count(*) filter (not hit) as integer) as without,
  cast(count(*) filter (not hit and is_top) as integer) as top_without,
  cast(count(*) filter (spoken_on is null) as integer) as never,
  cast(median(gap_days) as double) as median_gap_days,
  cast(sum(cast(year_money as decimal(38, 4))) filter (not hit) as double) as without_money,
  cast(count(*) filter (from_orders or from_won) as integer) as from_flags
from grouped
group by all
order by by_1, by_2, by_3;
