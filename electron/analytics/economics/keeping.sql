-- What:   what winning and keeping customers rests on in the period: acquire and retain costs, new customers, those active before, those of them kept, and what the active ones brought.
-- Unit:   money in the workspace currency and counts of customers; the ratio and the what-if are worked out from them.
-- Scope:  costs spread evenly over their days; new customers credited to who won them, those kept to their owner; customers as in logo retention, without dates the twelve months up to the as-of against the twelve before. By month, quarter or week each one against the one before.
-- Source: domain specification M26, M27.
with fact as (
  select
    'cost' as kind, cost_id as row_id, from_on as on_day, from_on, to_on, days, cast(amount_money as double) as amount_money, money_note, purpose,
    cast(null as varchar) as account, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id, cast(null as varchar) as account_id,
    rep_id as owner_id, team_id, cast(null as varchar) as segment, source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry,
    cast(null as varchar) as value_basis, false as from_won
  from derived.spending
  where purpose in ('acquire', 'retain')
  union all by name
  select
    'customer' as kind, account_id as row_id, first_on as on_day, account, cast(null as varchar) as money_note, cast(null as varchar) as purpose,
    opportunity_id, lead_id, account_id, owner_id, segment, source, product, region, industry, value_basis, from_won
  from derived.customers
  union all by name
  select
    'new' as kind, account_id as row_id, first_on as on_day, account, cast(null as varchar) as money_note, cast(null as varchar) as purpose,
    opportunity_id, lead_id, account_id, won_by as owner_id, segment, source, product, region, industry, value_basis, from_won
  from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
asked as (
  select
    coalesce(cast($period_from as date), case when cast($grain as varchar) = 'period' then cast(coalesce(cast($period_to as date), today + 1) - to_months(12) as date) else first_on end) as from_on,
    coalesce(cast($period_to as date), today + 1) as to_on
  from clock, (select min(first_on) as first_on from derived.customers)
),
periods as (
  select
    spans.*,
    least(end_on - 1, today) as last_on,
    datesub('month', start_on, last_on + 1) as whole_months,
    case when cast(start_on + to_months(cast(whole_months as integer)) as date) = last_on + 1 then whole_months else (last_on + 1 - start_on) / 30.4375 end as months
  from asked, clock, lateral (select * from periods_of(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
  where start_on <= today
),
presence as (
  select account_id, start_on, orders > 0 and on_day < start_on as was_active, orders > 0 and on_day >= start_on as is_active, case when on_day >= start_on then exact_money(value_money) end as money
  from derived.purchases
  join periods on on_day >= before_on and on_day <= last_on
  where account_id is not null and (orders > 0 or value_money is not null)
  union all
  select
    account_id, periods.start_on, from_on < start_on and (to_on is null or to_on >= start_on), to_on is null or to_on > last_on,
    exact_money(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end * greatest(0, least(coalesce(to_on, last_on + 1), last_on + 1) - greatest(from_on, start_on)) / 30.4375)
  from derived.contracts as contracts
  join periods on from_on <= last_on and (to_on is null or to_on >= start_on)
  left join derived.rates as rates on rates.from_ccy = currency and start_on >= rates.on_day and start_on < rates.until_day
  where mrr > 0
),
standing as (
  select account_id, start_on, bool_or(was_active) as was_active, bool_or(is_active) as is_active, sum(money) as money
  from presence
  group by account_id, start_on
),
units as (
  select
    scope.* exclude (on_day, from_on, to_on, days, amount_money),
    greatest(from_on, start_on) as on_day,
    amount_money * (least(to_on, end_on, last_on + 1) - greatest(from_on, start_on)) / days as amount_money,
    months,
    false as is_new, false as was_active, false as is_active,
    false as hit,
    money_note as left_out
  from scope
  cross join periods
  where kind = 'cost' and to_on > start_on and from_on <= last_on and from_on < end_on
  union all by name
  select
    scope.* exclude (on_day, from_on, to_on, days, amount_money),
    periods.start_on as on_day,
    standing.money as amount_money,
    months,
    false as is_new, was_active, is_active,
    was_active and is_active as hit,
    cast(null as varchar) as left_out
  from scope
  join standing on standing.account_id = scope.account_id
  join periods on periods.start_on = standing.start_on
  where kind = 'customer' and (was_active or is_active)
  union all by name
  -- Who came and left within the period is new in it all the same.
  select
    scope.* exclude (on_day, from_on, to_on, days, amount_money),
    periods.start_on as on_day,
    cast(null as double) as amount_money,
    months,
    true as is_new, false as was_active, false as is_active,
    false as hit,
    cast(null as varchar) as left_out
  from scope
  join periods on scope.on_day >= periods.start_on and scope.on_day <= last_on
  where kind = 'new'
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(exact_money(amount_money)) filter (left_out is null and kind = 'cost' and purpose = 'acquire') as double) as acquire_money,
  cast(sum(exact_money(amount_money)) filter (left_out is null and kind = 'cost' and purpose = 'retain') as double) as retain_money,
  cast(count(*) filter (is_new) as integer) as new_customers,
  cast(count(*) filter (was_active) as integer) as before,
  cast(count(*) filter (was_active and is_active) as integer) as kept,
  cast(count(*) filter (is_active) as integer) as active,
  cast(count(*) filter (is_active and amount_money is not null) as integer) as valued,
  cast(sum(exact_money(amount_money)) filter (is_active) as double) as value_money,
  cast(max(months) as double) as months,
  coalesce(bool_or(value_basis = 'margin'), false) as has_margin,
  cast(count(distinct row_id) filter (from_won) as integer) as from_flags,
  cast(count(distinct row_id) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(distinct row_id) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
