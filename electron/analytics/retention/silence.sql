-- What:   the purchase history of every customer that can leave without a word: repeats, age at the last, age now, mean value of a repeat; the same as it stood three months before, with whether it bought since; and how long every contract lasted.
-- Unit:   days and money; kind 0 a customer, kind 1 a contract customer: the month it did not renew, or the renewals it has behind it.
-- Scope:  customers with purchases and no contract running at the as-of; the whole base, whatever is asked of it.
-- Source: domain specification 5.8 to 5.11, M43, M45.
with clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    cast(day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) - to_months(3) as date) as cut_on
),
before as (
  select account_id, count(*) as purchases, max(on_day) as last_on
  from derived.purchases, clock
  where orders > 0 and on_day <= cut_on
  group by account_id
)
select
  cast(0 as integer) as kind,
  repeats,
  cast(last_order_on - first_order_on as double) as last_age,
  cast(today - first_order_on as double) as age,
  cast(case when repeats > 0 then repeat_money / repeats end as double) as mean_money,
  cast(before.purchases - 1 as integer) as repeats_before,
  cast(before.last_on - first_order_on as double) as last_age_before,
  cast(cut_on - first_order_on as double) as age_before,
  cast(last_order_on > cut_on as integer) as bought_since,
  cast(today - cut_on as double) as hidden_days,
  cast(null as integer) as cohort,
  cast(null as integer) as months,
  cast(null as integer) as ended
from derived.customers as customers
cross join clock
left join before on before.account_id = customers.account_id
where first_order_on is not null and not under_contract
union all
select
  1, null, null, null, null, null, null, null, null, null,
  12 * year(first_contract_on) + month(first_contract_on),
  datesub('month', first_contract_on, least(contract_until, today))
    + cast(not under_contract and cast(first_contract_on + to_months(cast(datesub('month', first_contract_on, contract_until) as integer)) as date) < contract_until as integer),
  cast(not under_contract as integer)
from derived.customers, clock
where first_contract_on is not null
order by kind, age, repeats, last_age;
