-- What:   customers a year after their first purchase, by how many conversations there were before it: how many stayed, by quartile of conversations, with what their mix of segment and size would lead one to expect. An association, no cause.
-- Unit:   counts of customers by quartile, segment and size; the standardised shares are worked out from them.
-- Scope:  customers by the day of their first purchase, twelve months old; stayed: a contract on that anniversary, or a purchase in the three months before it. Quartiles and thirds are those of everybody new in the period, whoever is asked about. Size: third of the first purchase's revenue or first monthly value.
-- Source: domain specification M62, 5.13.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
talks as (
  select customers.account_id, sum(conversations) as conversations
  from derived.customers as customers
  join derived.touches as touches on touches.account_id = customers.account_id and touches.on_day <= customers.first_on
  group by customers.account_id
),
stayed as (
  select distinct purchases.account_id
  from derived.purchases as purchases
  join derived.customers as customers on customers.account_id = purchases.account_id
  where orders > 0 and on_day > cast(first_on + to_months(9) as date) and on_day <= cast(first_on + to_months(12) as date) and on_day > first_on
  union
  select contracts.account_id
  from derived.contracts as contracts
  join derived.customers as customers on customers.account_id = contracts.account_id
  where mrr > 0 and from_on <= cast(first_on + to_months(12) as date) and (to_on is null or to_on > cast(first_on + to_months(12) as date))
),
sizes as (
  select account_id, max(money) as first_money
  from (
    select purchases.account_id, cast(amount_money as double) as money
    from derived.purchases as purchases
    join derived.customers as customers on customers.account_id = purchases.account_id and purchases.on_day = customers.first_order_on
    union all
    select account_id, arg_min(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end, (from_on, subscription_id))
    from derived.contracts as contracts
    left join derived.rates as rates on rates.from_ccy = currency and started_on >= rates.on_day and started_on < rates.until_day
    where mrr > 0
    group by account_id
  )
  group by account_id
),
judged as (
  select
    scope.*,
    cast(coalesce(conversations, 0) as integer) as conversations,
    first_money,
    stayed.account_id is not null as hit,
    case when cast(first_on + to_months(12) as date) > today then 'not_mature' end as left_out
  from scope
  cross join clock
  left join talks on talks.account_id = scope.account_id
  left join stayed on stayed.account_id = scope.account_id
  left join sizes on sizes.account_id = scope.account_id
  where in_period(first_on, cast($period_from as date), cast($period_to as date))
),
-- Of everybody new in the period, whoever is asked about.
cuts as (
  select
    quantile_cont(coalesce(conversations, 0), [0.25, 0.5, 0.75]) as talk_cuts,
    quantile_cont(first_money, [1 / 3, 2 / 3]) as size_cuts
  from derived.customers as customers
  cross join clock
  left join talks on talks.account_id = customers.account_id
  left join sizes on sizes.account_id = customers.account_id
  where in_period(first_on, cast($period_from as date), cast($period_to as date)) and cast(first_on + to_months(12) as date) <= today
),
units as (
  select
    judged.*,
    first_on as on_day,
    case when conversations <= talk_cuts[1] then '1' when conversations <= talk_cuts[2] then '2' when conversations <= talk_cuts[3] then '3' else '4' end as quartile,
    case when first_money is null then 'Unknown' when first_money <= size_cuts[1] then 'small' when first_money <= size_cuts[2] then 'medium' else 'large' end as size
  from judged
  cross join cuts
)
-- Answer
select
  by_1, by_2, by_3,
  quartile,
  segment, size,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out is null and hit) as integer) as hits,
  cast(min(conversations) filter (left_out is null) as integer) as conversations_from,
  cast(max(conversations) filter (left_out is null) as integer) as conversations_to,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature
from grouped
group by all
order by by_1, by_2, by_3, quartile, segment, size;
