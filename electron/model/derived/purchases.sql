-- What:   one row a customer and day with purchases or money given back: how many orders count, what they brought net of refunds. Account null is the Unknown customer.
-- Unit:   local days; decimal money in the workspace currency at the rate of the order's day; abroad lists what came in other currencies, so that it can be taken at the rate of another day (null for none; money null without a rate). value_money is margin where the workspace records any, else revenue (value_basis says which).
-- Scope:  orders and refunds up to the as-of. Cancelled orders and negative amounts are none; an order wholly refunded counts as no purchase, its money stays. Without orders and subscriptions each won opportunity is a purchase.
-- Source: domain specification 1.5, 3 (required), 4, 6 (R), 8 (refunds).
create or replace table derived.purchases as
with returned as (
  select refunds.*, instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment from refunds where amount is not null
),
visible as (
  select returned.*, orders.order_id is not null as has_order
  from returned
  left join orders on orders.order_id = returned.order_id
  where moment <= cast($as_of as timestamp)
),
refunded as (
  select order_id, sum(amount) as amount from visible where has_order group by order_id
),
basis as (
  select count(margin) > 0 as has_margin, count(*) > 0 as has_orders from orders
),
placed as (
  select
    coalesce(merges.head_id, orders.account_id) as account_id,
    orders.order_id, orders.rep_id, orders.amount, orders.margin, currency,
    instant_of(ordered_at, ordered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    day_of(instant_of(ordered_at, ordered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as on_day,
    coalesce(refunded.amount, 0) as refunded
  from orders
  left join derived.merges as merges on merges.account_id = orders.account_id
  left join refunded on refunded.order_id = orders.order_id
  where coalesce(status, 'placed') <> 'cancelled'
    and instant_of(ordered_at, ordered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
),
priced as (
  select
    placed.*,
    coalesce(amount, 0) >= 0 and not (refunded > 0 and refunded >= coalesce(amount, 0)) as counts,
    case
      when amount is null then 'no_amount'
      when amount < 0 then 'negative'
      when currency <> cast($currency as varchar) and rates.rate is null then 'no_fx'
    end as money_note,
    case when coalesce(currency, cast($currency as varchar)) = cast($currency as varchar) then 1 else rates.rate end as fx
  from placed
  left join derived.rates as rates on rates.from_ccy = placed.currency and placed.on_day >= rates.on_day and placed.on_day < rates.until_day
),
lines as (
  select
    account_id, on_day, moment, order_id, rep_id, counts, money_note, false as from_won,
    case when money_note is null then cast((amount - refunded) * fx as decimal(18, 4)) end as amount_money,
    case when money_note is null then cast((margin - refunded) * fx as decimal(18, 4)) end as margin_money,
    money_note is null and margin is null as without_margin,
    case when currency <> cast($currency as varchar) and coalesce(money_note, 'no_fx') = 'no_fx' then currency end as abroad_currency,
    cast(amount - refunded as decimal(18, 4)) as abroad_amount
  from priced
  union all by name
  select
    coalesce(merges.head_id, visible.account_id) as account_id,
    day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
    moment, false as counts, false as from_won, cast(-amount as decimal(18, 4)) as amount_money, cast(-amount as decimal(18, 4)) as margin_money, false as without_margin
  from visible
  left join derived.merges as merges on merges.account_id = visible.account_id
  where not has_order
  union all by name
  select
    coalesce(merges.head_id, journeys.account_id) as account_id,
    won_on as on_day, won_at as moment, opportunity_id as order_id, rep_at_close as rep_id,
    true as counts, money_note, true as from_won, cast(amount_money as decimal(18, 4)) as amount_money, false as without_margin,
    case when deals.currency <> cast($currency as varchar) and coalesce(money_note, 'no_fx') = 'no_fx' then deals.currency end as abroad_currency,
    cast(coalesce(amount_money / nullif(fx, 0), deals.amount) as decimal(18, 4)) as abroad_amount
  from derived.journeys as journeys
  join (select opportunity_id as deal_id, currency, amount from opportunities) as deals on deal_id = opportunity_id
  left join derived.merges as merges on merges.account_id = journeys.account_id
  where outcome = 'won' and opportunity_id is not null
    and not (select has_orders from basis) and not exists (select 1 from subscriptions)
)
select
  account_id, on_day,
  cast(count(*) filter (counts) as integer) as orders,
  sum(amount_money) as amount_money,
  case when any_value(has_margin) then sum(margin_money) else sum(amount_money) end as value_money,
  case when any_value(has_margin) then 'margin' else 'revenue' end as value_basis,
  arg_min(order_id, place_of(moment, order_id)) filter (counts) as order_id,
  arg_max(rep_id, place_of(moment, order_id)) filter (rep_id is not null) as rep_id,
  bool_or(from_won) as from_won,
  cast(count(*) filter (money_note = 'no_amount') as integer) as no_amount,
  cast(count(*) filter (money_note = 'negative') as integer) as negative,
  cast(count(*) filter (money_note = 'no_fx') as integer) as no_fx,
  cast(count(*) filter (without_margin and has_margin) as integer) as no_margin,
  list({'currency': abroad_currency, 'amount': abroad_amount, 'money': amount_money}) filter (abroad_currency is not null) as abroad
from lines, basis
where on_day is not null
group by account_id, on_day
order by on_day;
