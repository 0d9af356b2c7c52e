-- What:   what customers have brought so far, net of what was given back: margin where the workspace records any, else revenue.
-- Unit:   money in the workspace currency, unrounded; a contract brings its monthly value for each day it ran, at the rate of its start.
-- Scope:  purchases, refunds and contract months in the period, of those who gave everything back, too; the Unknown customer is told apart where all customers are asked about.
-- Source: domain specification M44, 8 (refunds).
with fact as (
  select * from derived.customers
  union all by name
  -- Who gave everything back is no customer any more; what they cost is money all the same.
  select
    account_id, coalesce(account, account_id) as account, owner_id, segment, source, region, industry,
    cast(null as varchar) as product, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id,
    value_basis, false as from_won
  from (select account_id, any_value(value_basis) as value_basis from derived.purchases group by account_id)
  left join derived.parties as parties using (account_id)
  where account_id is not null and account_id not in (select account_id from derived.customers)
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
days as (
  select account_id, on_day, value_money as money, no_amount, negative, no_fx, no_margin
  from derived.purchases
  where in_period(on_day, cast($period_from as date), cast($period_to as date))
  union all
  select account_id, start_on, cast(months * mrr * fx as decimal(18, 4)), 0, 0, cast(fx is null as integer), 0
  from (
    select
      account_id, start_on, cast(mrr as double) as mrr, case when currency = cast($currency as varchar) then 1 else rate end as fx,
      (least(coalesce(to_on, today + 1), end_on, coalesce(cast($period_to as date), today + 1)) - greatest(from_on, start_on, coalesce(cast($period_from as date), from_on))) / cast(end_on - start_on as double) as months
    from derived.contracts as contracts
    cross join clock
    join (
      select period_after(first_on, 'month', number) as start_on, period_after(first_on, 'month', number + 1) as end_on
      from clock, (select min(from_on) - cast(day(min(from_on)) - 1 as integer) as first_on from derived.contracts),
        lateral (select unnest(range(cast(periods_between(first_on, today, 'month') as bigint) + 1)) as number)
    ) as months on end_on > contracts.from_on and start_on < coalesce(contracts.to_on, today + 1)
    left join derived.rates as rates on rates.from_ccy = currency and contracts.started_on >= rates.on_day and contracts.started_on < rates.until_day
    where mrr > 0
  )
  where months > 0
),
units as (
  select
    scope.* exclude (value_money),
    days.on_day,
    days.money as value_money,
    days.money as amount_money,
    true as hit,
    cast(null as varchar) as left_out
  from days
  join scope on scope.account_id = days.account_id
  where days.money is not null
  union all by name
  -- What has no money that is known, a row each.
  select
    scope.* exclude (value_money),
    days.on_day,
    false as hit,
    case when place <= no_amount then 'no_amount' when place <= no_amount + negative then 'negative'
      when place <= no_amount + negative + no_fx then 'no_fx' else 'no_margin' end as left_out
  from days
  join scope on scope.account_id = days.account_id
  cross join lateral (select unnest(range(1, no_amount + negative + no_fx + no_margin + 1)) as place)
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(money) as double) as value,
  cast(count(money) as integer) as n,
  cast(avg(money) as double) as mean_money,
  cast(median(money) as double) as median_money,
  cast(quantile_cont(money, 0.75) as double) as p75_money,
  case when bool_or(basis = 'margin') then 'margin' else 'revenue' end as basis,
  cast((select sum(value_money) filter (cast($whole as boolean)) from derived.purchases where account_id is null and in_period(on_day, cast($period_from as date), cast($period_to as date))) as double) as unknown_money,
  cast(coalesce(sum(no_amount), 0) as integer) as excluded_no_amount,
  cast(coalesce(sum(negative), 0) as integer) as excluded_negative,
  cast(coalesce(sum(no_fx), 0) as integer) as excluded_no_fx,
  cast(coalesce(sum(no_margin), 0) as integer) as excluded_no_margin,
  cast(count(*) filter (from_won) as integer) as from_flags
from (
  select
    by_1, by_2, by_3, account_id, sum(value_money) as money, any_value(value_basis) as basis, bool_or(from_won) as from_won,
    count(*) filter (left_out = 'no_amount') as no_amount, count(*) filter (left_out = 'negative') as negative,
    count(*) filter (left_out = 'no_fx') as no_fx, count(*) filter (left_out = 'no_margin') as no_margin
  from grouped
  group by by_1, by_2, by_3, account_id
)
group by all
order by by_1, by_2, by_3;
