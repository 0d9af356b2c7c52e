-- What:   money of the customers active in the period before: what it was then, what it is in this one, and how much of the change is loss and growth.
-- Unit:   money and ratios of money; null when there was none before. Contracts count by monthly value on the last day of each period, at the rate of the period's first day both times; without contracts the revenue of the two periods, what came in another currency at that same rate.
-- Scope:  customers with money in the period before; new customers are in neither sum. By month or quarter each one against the one before.
-- Source: domain specification M35, M37, 4 (subscriptions missing).
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
),
asked as (
  select
    coalesce(cast($period_from as date), case when cast($grain as varchar) = 'period' then cast(coalesce(cast($period_to as date), today + 1) - to_months(12) as date) else first_on end) as from_on,
    coalesce(cast($period_to as date), today + 1) as to_on
  from clock, (select min(first_on) as first_on from derived.customers)
),
periods as (
  select spans.*, least(end_on - 1, today) as last_on, end_on <= tomorrow or (cast($grain as varchar) = 'period' and cast($period_to as date) is null) as complete
  from asked, clock, lateral (select * from periods_of(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
  where start_on <= today
),
-- Every day of a period and of the one before, so that purchases find theirs by the day alone.
days as (
  select periods.*, cast(unnest(generate_series(cast(before_on as timestamp), cast(last_on as timestamp), interval 1 day)) as date) as on_day
  from periods
),
flows as (
  select
    account_id, start_on, true as by_contract, from_on < start_on as was_before,
    case when from_on < start_on and (to_on is null or to_on >= start_on) then cast(mrr * fx as decimal(18, 4)) else 0 end as start_money,
    case when to_on is null or to_on > last_on then cast(mrr * fx as decimal(18, 4)) else 0 end as end_money,
    cast(fx is null as integer) as no_fx, 0 as no_amount
  from (
    select contracts.*, periods.*, case when currency = cast($currency as varchar) then 1 else rate end as fx
    from derived.contracts as contracts
    join periods on contracts.from_on <= last_on and (contracts.to_on is null or contracts.to_on >= start_on)
    left join derived.rates as rates on rates.from_ccy = currency and start_on >= rates.on_day and start_on < rates.until_day
    where mrr > 0 and account_id in (select account_id from scope)
  )
  union all
  select
    account_id, start_on, false, on_day < start_on,
    case when on_day < start_on then home_money else 0 end,
    case when on_day >= start_on then home_money else 0 end,
    no_fx - coalesce(len(list_filter(abroad, lambda line: line.money is null)), 0), no_amount
  from (
    select *, amount_money - coalesce(list_sum(list_transform(abroad, lambda line: line.money)), 0) as home_money from derived.purchases
  )
  join days using (on_day)
  where account_id in (select account_id from scope) and not exists (select 1 from derived.contracts)
  union all
  select
    account_id, start_on, false, lines.on_day < start_on,
    case when lines.on_day < start_on then cast(line.amount * rate as decimal(18, 4)) else 0 end,
    case when lines.on_day >= start_on then cast(line.amount * rate as decimal(18, 4)) else 0 end,
    cast(rate is null as integer), 0
  from (select account_id, on_day, unnest(abroad) as line from derived.purchases where abroad is not null) as lines
  join days using (on_day)
  left join derived.rates as rates on rates.from_ccy = line.currency and start_on >= rates.on_day and start_on < rates.until_day
  where account_id in (select account_id from scope) and not exists (select 1 from derived.contracts)
),
sums as (
  select
    account_id, start_on, bool_or(by_contract) as by_contract,
    coalesce(sum(start_money), 0) as start_money, coalesce(sum(end_money), 0) as end_money,
    sum(no_fx) as no_fx, sum(no_amount) as no_amount,
    bool_or(was_before and no_fx + no_amount > 0) as was_unknown
  from flows
  group by account_id, start_on
),
expansions as (
  select coalesce(merges.head_id, journeys.account_id) as account_id, start_on, sum(amount_money) as expansion_money
  from derived.journeys as journeys
  join periods on won_on >= start_on and won_on <= last_on
  left join derived.merges as merges on merges.account_id = journeys.account_id
  where kind = 'expansion' and outcome = 'won'
  group by all
),
units as (
  select
    scope.*,
    sums.start_on as on_day,
    complete, by_contract,
    start_money, end_money, coalesce(expansion_money, 0) as expansion_money,
    least(start_money, end_money) as kept_money,
    greatest(end_money - start_money, 0) as grown_money,
    case when sums.no_fx > 0 then 'no_fx' when not start_money > 0 and sums.no_amount > 0 then 'no_amount' when cast($of as varchar) = 'expansion' and not end_money > 0 then 'left' end as left_out,
    end_money > start_money or (cast($of as varchar) <> 'expansion' and end_money > 0) as hit
  from sums
  join periods on periods.start_on = sums.start_on
  join scope on scope.account_id = sums.account_id
  left join expansions on expansions.account_id = sums.account_id and expansions.start_on = sums.start_on
  where start_money > 0 or was_unknown
)
-- Answer
-- One row a block of customers, thrown together at random: a customer each while there are few, so that the interval resamples customers, and at most 5,000 a group.
select
  by_1, by_2, by_3,
  cast(case when left_out is not null then null when units > blocks then place % blocks else place end as double) as block,
  cast(sum(start_money) filter (left_out is null) as double) as start_money,
  cast(sum(end_money) filter (left_out is null) as double) as end_money,
  cast(sum(kept_money) filter (left_out is null) as double) as kept_money,
  cast(sum(grown_money) filter (left_out is null) as double) as grown_money,
  cast(sum(expansion_money) filter (left_out is null) as double) as expansion_money,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out is null and end_money > start_money) as integer) as grown,
  coalesce(bool_and(complete), true) as complete,
  coalesce(bool_or(by_contract), false) as by_contract,
  cast(count(*) filter (left_out is null and from_won) as integer) as from_flags,
  cast(count(*) filter (left_out = 'left') as integer) as excluded_left,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount
from (
  select
    by_1, by_2, by_3, start_money, end_money, kept_money, grown_money, expansion_money, complete, by_contract, from_won, left_out,
    hash(account_id) as place,
    count(*) over (partition by by_1, by_2, by_3, left_out is null) as units,
    greatest(50, least(5000, 25000 // greatest(1, (select count(*) from (select distinct by_1, by_2, by_3 from grouped))))) as blocks
  from grouped
)
group by all
order by by_1, by_2, by_3, block;
