-- What:   money left on the table, item by item: renewals lost without a conversation in the 60 days before, what is unpaid of invoices past due, and renewals below the indexed price where an index is set.
-- Unit:   money in the workspace currency; renewals as twelve months of their value, at the rate of the due date; invoices at that of their own date.
-- Scope:  by due date, up to the as-of; a renewal lost before it is due is too young to judge until then.
-- Source: domain specification M38.
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
fact as (
  select
    items.item, items.item_id, items.due_on, items.money, items.note,
    coalesce(parties.head_id, items.account_id) as account_id,
    coalesce(parties.account, items.account_id) as account,
    coalesce(items.rep_id, parties.owner_id) as owner_id,
    parties.segment, parties.source, parties.region, parties.industry,
    coalesce(products.name, items.product_id) as product,
    cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id
  from (
    select
      case when outcome = 'lost' then 'lost_without_conversation' else 'flat_renewal' end as item,
      renewal_id as item_id, subscriptions.account_id, coalesce(renewals.rep_id, subscriptions.owner_id) as rep_id, subscriptions.product_id, due_on,
      12 * case when outcome = 'lost' then cast(mrr_before as double) else cast(mrr_before as double) * (1 + cast($index as double)) - cast(mrr_after as double) end
        * case when currency is null or currency = cast($currency as varchar) then 1 else rates.rate end as money,
      case when outcome = 'lost' and due_on > today then 'not_mature' when outcome = 'lost' and not exists (select 1 from activities) then 'no_activities' when mrr_before is null or (outcome = 'renewed' and mrr_after is null) then 'no_amount' when currency <> cast($currency as varchar) and rates.rate is null then 'no_fx' end as note
    from renewals
    cross join clock
    left join subscriptions on subscriptions.subscription_id = renewals.subscription_id
    left join derived.merges as merges on merges.account_id = subscriptions.account_id
    left join derived.rates as rates on rates.from_ccy = currency and due_on >= rates.on_day and due_on < rates.until_day
    where coalesce(decided_on, due_on) <= today
      and (
        (outcome = 'lost' and not exists (
          select 1 from derived.touches as touches
          where touches.account_id = coalesce(merges.head_id, subscriptions.account_id) and touches.conversations > 0 and touches.on_day >= due_on - 60 and touches.on_day < due_on
        ))
        or (outcome = 'renewed' and cast($index as double) > 0 and coalesce(mrr_after < mrr_before * (1 + cast($index as double)), true))
      )
    union all
    select 'unpaid_invoice', invoice_id, account_id, rep_id, product_id, due_on, open_money, note from derived.unpaid_invoices
  ) as items
  left join derived.parties as parties on parties.account_id = items.account_id
  left join products on products.product_id = items.product_id
)
-- Units
units as (
  select
    scope.* exclude (money, note),
    due_on as on_day,
    money as amount_money,
    true as hit,
    note as left_out
  from scope
  where in_period(due_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  item,
  cast(sum(exact_money(amount_money)) filter (left_out is null) as double) as value,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out is null) as integer) as count,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx,
  cast(count(*) filter (left_out = 'no_activities') as integer) as excluded_no_activities,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature
from grouped
group by all
order by by_1, by_2, by_3, item;
