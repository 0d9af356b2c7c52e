-- What:   what the customers new in the period brought in each month since their first purchase, and what was spent to win them.
-- Unit:   money in the workspace currency, months since the first purchase; the months until the cost is back are worked out from them.
-- Scope:  customers by the day of their first purchase, credited to who won them, costs of purpose acquire in the same period; a month counts for the customers old enough for all of it. Value: margin where recorded, else revenue; a contract brings its monthly value. Without dates: all of history.
-- Source: domain specification M25.
with fact as (
  select
    'cost' as kind, cost_id as row_id, from_on as on_day, from_on, to_on, days, cast(amount_money as double) as amount_money, money_note,
    cast(null as varchar) as account, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id, cast(null as varchar) as account_id,
    rep_id as owner_id, team_id, cast(null as varchar) as segment, source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry,
    cast(null as varchar) as value_basis, false as from_won, cast(null as date) as first_order_on
  from derived.spending
  where purpose = 'acquire'
  union all by name
  select
    'customer' as kind, account_id as row_id, first_on as on_day, account, cast(null as varchar) as money_note,
    opportunity_id, lead_id, account_id, won_by as owner_id, segment, source, product, region, industry, value_basis, from_won, first_order_on
  from derived.customers
)
-- Units
clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
),
asked as (
  select
    coalesce(cast($period_from as date), (select min(on_day) from fact), today) as from_on,
    least(coalesce(cast($period_to as date), today + 1), today + 1) as to_on
  from clock
),
buckets as (
  select start_on, end_on
  from asked, lateral (select * from periods_within(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
),
units as (
  select
    scope.* exclude (on_day, from_on, to_on, days, amount_money),
    greatest(from_on, start_on) as on_day,
    amount_money * (least(to_on, end_on) - greatest(from_on, start_on)) / days as amount_money,
    false as hit,
    money_note as left_out
  from scope
  join buckets on to_on > start_on and from_on < end_on
  where kind = 'cost'
  union all by name
  select scope.* exclude (from_on, to_on, days, amount_money), true as hit, cast(null as varchar) as left_out
  from scope
  where kind = 'customer' and in_period(on_day, cast($period_from as date), cast($period_to as date))
  union all by name
  -- What these customers bought whose money is not known, a row each.
  select
    scope.* exclude (kind, row_id, from_on, to_on, days, amount_money),
    'purchase' as kind,
    concat_ws(' ', row_id, purchases.on_day, place) as row_id,
    false as hit,
    case when place <= no_margin then 'no_margin' when place <= no_margin + no_fx then 'no_fx' else 'no_amount' end as left_out
  from scope
  join derived.purchases as purchases on purchases.account_id = scope.account_id and purchases.on_day >= scope.on_day
  cross join lateral (select unnest(range(1, no_margin + no_fx + no_amount + negative + 1)) as place)
  where kind = 'customer' and in_period(scope.on_day, cast($period_from as date), cast($period_to as date))
)
-- Answer
, brought as (
  select account_id, datesub('month', first_on, on_day) as number, sum(exact_money(purchases.value_money)) as money
  from derived.purchases as purchases
  join derived.customers as customers using (account_id)
  where on_day >= first_on
  group by 1, 2
  union all
  select contracts.account_id, number, sum(exact_money(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end))
  from derived.contracts as contracts
  join derived.customers as customers on customers.account_id = contracts.account_id
  cross join clock
  cross join lateral (select unnest(range(cast(datesub('month', first_on, today) as bigint) + 1)) as number)
  left join derived.rates as rates on rates.from_ccy = currency and contracts.started_on >= rates.on_day and contracts.started_on < rates.until_day
  where mrr > 0 and contracts.from_on <= cast(first_on + to_months(cast(number as integer)) as date)
    and (contracts.to_on is null or contracts.to_on > cast(first_on + to_months(cast(number as integer)) as date))
  group by 1, 2
),
members as (
  select by_1, by_2, by_3, account_id, on_day, value_basis, from_won, first_order_on is null as is_contract from grouped where kind = 'customer'
),
aged as (
  select members.*, number
  from members
  cross join clock
  cross join lateral (select unnest(range(cast(datesub('month', on_day, tomorrow) as bigint))) as number)
),
months as (
  select by_1 as g_1, by_2 as g_2, by_3 as g_3, aged.number, count(*) as customers, coalesce(sum(money), 0) as money
  from aged
  left join (select account_id, number, sum(money) as money from brought group by 1, 2) as earned on earned.account_id = aged.account_id and earned.number = aged.number
  group by 1, 2, 3, 4
),
totals as (
  select
    by_1, by_2, by_3,
    count(distinct row_id) filter (left_out = 'no_amount') as no_amount,
    count(distinct row_id) filter (left_out = 'no_fx') as no_fx,
    count(distinct row_id) filter (left_out = 'no_margin') as no_margin,
    sum(exact_money(amount_money)) filter (kind = 'cost' and left_out is null) as cost_money,
    count(*) filter (kind = 'customer') as customers,
    coalesce(bool_or(value_basis = 'margin'), false) as has_margin,
    count(*) filter (kind = 'customer' and from_won) as from_flags
  from grouped
  group by by_1, by_2, by_3
)
select
  by_1, by_2, by_3,
  cast(months.number as integer) as number,
  cast(months.customers as integer) as aged,
  cast(months.money as double) as month_money,
  cast(totals.customers as integer) as customers,
  cast(totals.cost_money as double) as cost_money,
  has_margin,
  cast(totals.from_flags as integer) as from_flags,
  cast(no_amount as integer) as excluded_no_amount,
  cast(no_fx as integer) as excluded_no_fx,
  cast(no_margin as integer) as excluded_no_margin
from totals
left join months on months.g_1 is not distinct from by_1 and months.g_2 is not distinct from by_2 and months.g_3 is not distinct from by_3
order by by_1, by_2, by_3, number;
