-- What:   one row a customer: an account with a first purchase or contract; when it bought first and last, its own pace, its contract, what it brought, and whom and what it belongs to.
-- Unit:   local days, days, decimal money in the workspace currency; purchases counts days with a purchase; contract_until is the first day without a contract, 9999-12-31 while one runs, null without any.
-- Scope:  purchases and contracts up to the as-of. Owner: the account's, else the latest contract's, else who took the latest order. Won by: who closed the deal before the first purchase, else who took the first order, else the first contract's owner, else the account's; gaps of the account are filled from its first won opportunity.
-- Source: domain specification 4, 6 (R: customer, active), M42, M44.
create or replace table derived.customers as
with bought as (
  select
    account_id, on_day, order_id, rep_id, value_money, from_won,
    on_day - lag(on_day) over (partition by account_id order by on_day) as gap
  from derived.purchases
  where orders > 0 and account_id is not null
),
paces as (
  select
    account_id,
    min(on_day) as first_order_on,
    max(on_day) as last_order_on,
    count(*) as purchases,
    median(gap) as median_gap_days,
    sum(value_money) filter (gap is not null) as repeat_money,
    arg_min(order_id, on_day) as first_order_id,
    arg_max(rep_id, on_day) filter (rep_id is not null) as rep_id,
    arg_min(rep_id, on_day) filter (rep_id is not null) as first_rep_id,
    bool_or(from_won) as from_won
  from bought
  group by account_id
),
money as (
  select account_id, sum(amount_money) as revenue_money, sum(value_money) as value_money, any_value(value_basis) as value_basis
  from derived.purchases
  where account_id is not null
  group by account_id
),
held as (
  select
    account_id,
    min(from_on) filter (mrr > 0) as first_contract_on,
    max(coalesce(to_on, date '9999-12-31')) filter (mrr > 0) as contract_until,
    max(notice_on) as notice_on,
    arg_max(owner_id, (from_on, owner_id)) filter (owner_id is not null) as owner_id,
    arg_min(owner_id, (from_on, owner_id)) filter (owner_id is not null) as first_owner_id,
    arg_min(product_id, (from_on, product_id)) as product_id
  from derived.contracts
  group by account_id
  having count(*) filter (mrr > 0) > 0
),
won as (
  select
    coalesce(merges.head_id, journeys.account_id) as account_id,
    min(won_on) as won_on,
    arg_min(rep_at_close, (won_on, opportunity_id)) filter (rep_at_close is not null) as rep_id,
    arg_min(segment, (won_on, opportunity_id)) filter (segment is not null) as segment,
    arg_min(source, (won_on, opportunity_id)) filter (source is not null) as source,
    arg_min(region, (won_on, opportunity_id)) filter (region is not null) as region,
    arg_min(industry, (won_on, opportunity_id)) filter (industry is not null) as industry,
    arg_min(product, (won_on, opportunity_id)) filter (product is not null) as product
  from derived.journeys as journeys
  left join derived.merges as merges on merges.account_id = journeys.account_id
  where outcome = 'won' and journeys.account_id is not null
  group by all
),
first_lines as (
  select order_lines.order_id, arg_max(order_lines.product_id, (coalesce(quantity * unit_price, 0), order_lines.product_id)) as product_id
  from order_lines
  where order_lines.order_id in (select first_order_id from paces) and order_lines.product_id is not null
  group by order_lines.order_id
)
select
  account_id,
  coalesce(parties.account, account_id) as account,
  least(first_order_on, first_contract_on) as first_on,
  first_order_on, last_order_on,
  cast(coalesce(purchases, 0) as integer) as purchases,
  cast(greatest(coalesce(purchases, 0) - 1, 0) as integer) as repeats,
  cast(median_gap_days as double) as median_gap_days,
  coalesce(repeat_money, 0) as repeat_money,
  first_contract_on, contract_until, notice_on,
  coalesce(contract_until = date '9999-12-31', false) as under_contract,
  coalesce(from_won, false) as from_won,
  revenue_money, value_money,
  coalesce(value_basis, 'revenue') as value_basis,
  cast(parties.consumption_days as double) as consumption_days,
  coalesce(parties.owner_id, held.owner_id, paces.rep_id) as owner_id,
  coalesce(case when won.won_on <= least(first_order_on, first_contract_on) then won.rep_id end, first_rep_id, first_owner_id, parties.owner_id) as won_by,
  coalesce(parties.segment, won.segment) as segment,
  coalesce(parties.source, won.source) as source,
  coalesce(parties.region, won.region) as region,
  coalesce(parties.industry, won.industry) as industry,
  coalesce(products.name, first_lines.product_id, held.product_id, won.product) as product,
  cast(null as varchar) as opportunity_id,
  cast(null as varchar) as lead_id
from paces
full join held using (account_id)
left join money using (account_id)
left join derived.parties as parties using (account_id)
left join won using (account_id)
left join first_lines on first_lines.order_id = paces.first_order_id
left join products on products.product_id = coalesce(first_lines.product_id, held.product_id)
order by first_on, account_id;
