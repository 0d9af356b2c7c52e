-- What:   what the customers are expected to bring over the horizon, discounted: purchases to come times the value of one, or monthly contract value times the chance that it still runs.
-- Unit:   money in the workspace currency (margin where recorded, else revenue; contracts by their value), at the stated yearly discount.
-- Scope:  customers up to the as-of, by the day of their first purchase. Parameters come from a fit over all of them.
-- Source: domain specification M45, 5.8 to 5.11.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
lives as (
  select cast(split_part(cell, ' ', 1) as integer) as x, cast(split_part(cell, ' ', 2) as integer) as node, cast(split_part(cell, ' ', 3) as double) as ln_purchases
  from (select unnest(cast($lives as varchar[])) as cell)
),
held as (
  select
    account_id,
    sum(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end) as mrr_money,
    cast(bool_or(currency <> cast($currency as varchar) and rate is null) as integer) as no_fx,
    min(started_on) as started_on
  from derived.contracts as contracts
  cross join clock
  left join derived.rates as rates on rates.from_ccy = currency and today >= rates.on_day and today < rates.until_day
  where mrr > 0 and to_on is null
  group by account_id
),
aged as (
  select
    scope.*, held.mrr_money, coalesce(held.no_fx, 0) as no_fx,
    least(600, datesub('month', first_contract_on, today)) as tenure,
    cast(last_order_on - first_order_on as double) as last_age,
    cast(today - first_order_on as double) as age
  from scope
  cross join clock
  left join held on held.account_id = scope.account_id
  where in_period(first_on, cast($period_from as date), cast($period_to as date))
),
placed as (
  select *, ln((cast($alpha as double) + age) / cast($alpha as double)) / cast($node_width as double) as place from aged
),
valued as (
  select
    placed.*,
    case
      when cast($model as varchar) = 'bg-nbd' then
        exp(low.ln_purchases + (place - floor(place)) * (high.ln_purchases - low.ln_purchases))
        * case when repeats = 0 then 1 else 1 / (1 + cast($a as double) / (cast($b as double) + repeats - 1) * pow((cast($alpha as double) + age) / (cast($alpha as double) + last_age), cast($r as double) + repeats)) end
      when cast($model as varchar) = 'cadence' then
        pow((cast($rate as double) + last_age) / (cast($rate as double) + age), cast($shape as double) + repeats)
        * (cast($shape as double) + repeats) / (cast($rate as double) + last_age) * cast($discounted_days as double)
    end as expected_purchases,
    case
      when cast($p as double) is null then cast($mean_money as double)
      when repeats > 0 and repeat_money > 0 then cast($p as double) * (cast($v as double) + cast(repeat_money as double)) / (cast($p as double) * repeats + cast($q as double) - 1)
      else cast($p as double) * cast($v as double) / (cast($q as double) - 1)
    end as purchase_money
  from placed
  left join lives as low on low.x = repeats and low.node = floor(place)
  left join lives as high on high.x = repeats and high.node = floor(place) + 1
),
units as (
  select
    valued.*,
    first_on as on_day,
    case
      when under_contract then mrr_money * cast(cast($contract_lives as varchar[])[tenure + 1] as double)
      when first_order_on is null then 0
      else expected_purchases * purchase_money
    end as expected_money,
    expected_money as amount_money,
    true as hit,
    case
      when under_contract and no_fx > 0 then 'no_fx'
      when not under_contract and first_order_on is not null and expected_purchases * purchase_money is null then 'no_score'
    end as left_out
  from valued
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(exact_money(expected_money)) filter (left_out is null) as double) as value,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(avg(exact_money(expected_money)) filter (left_out is null) as double) as mean_money,
  cast(sum(exact_money(expected_money)) filter (left_out is null and under_contract) as double) as contract_money,
  cast(sum(exact_score(expected_purchases)) filter (left_out is null and not under_contract) as double) as expected_purchases,
  cast($horizon_months as integer) as horizon_months,
  cast($discount as double) as discount,
  case when bool_or(value_basis = 'margin') then 'margin' else 'revenue' end as basis,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx,
  cast(count(*) filter (left_out = 'no_score') as integer) as excluded_no_score,
  cast(count(*) filter (left_out is null and from_won) as integer) as from_flags
from grouped
group by all
order by by_1, by_2, by_3;
