-- What:   what happened with one customer, on one line of time: orders, conversations and other touches by kind, deals opened and closed, contracts, renewals, surveys, cases.
-- Unit:   a row a day and kind: how many and, where there is money, how much in the document's own currency, unrounded.
-- Scope:  the named customer and those merged into it, up to the as-of; renewals that fall due later too.
-- Source: domain specification 2 (A2, A30, A31, A37).
with fact as (
  select * from derived.customers
)
-- Units
zone as (
  select cast($time_zone as varchar) as name, cast($shift as bigint) as shift, cast($as_of as timestamp) as as_of
),
own as (
  select account_id from derived.merges where head_id = cast($account as varchar)
  union
  select cast($account as varchar)
),
happened as (
  select on_day, 'order' as kind, orders as times, cast(amount_money as double) as money, rep_id
  from derived.purchases
  where account_id in (select account_id from own) and orders > 0
  union all
  select
    day_of(instant_of("at", at_is_date, name, shift), name, shift),
    case when is_conversation then 'conversation' else coalesce(kind, 'other') end, 1, null, rep_id
  from activities, zone
  where coalesce(account_id, (select any_value(contacts.account_id) from contacts where contacts.contact_id = activities.contact_id)) in (select account_id from own)
    and instant_of("at", at_is_date, name, shift) <= as_of
  union all
  select began_on, 'deal_opened', 1, null, null from derived.journeys where account_id in (select account_id from own) and began_on is not null
  union all
  select closed_on, case outcome when 'won' then 'deal_won' else 'deal_lost' end, 1, cast(amount_money as double), null
  from derived.journeys
  where account_id in (select account_id from own) and closed_on is not null and outcome <> 'open'
  union all
  select from_on, 'contract_from', 1, 12 * cast(mrr as double), owner_id from derived.contracts where account_id in (select account_id from own) and mrr > 0 and from_on = started_on
  union all
  select to_on, 'contract_to', 1, null, owner_id from derived.contracts where account_id in (select account_id from own) and is_left
  union all
  select due_on, 'renewal_' || coalesce(outcome, 'open'), 1, 12 * cast(mrr_before as double), renewals.rep_id
  from renewals
  join subscriptions on subscriptions.subscription_id = renewals.subscription_id
  where subscriptions.account_id in (select account_id from own)
  union all
  select day_of(instant_of(answered_at, answered_at_is_date, name, shift), name, shift), 'survey', 1, null, null
  from surveys, zone
  where account_id in (select account_id from own) and instant_of(answered_at, answered_at_is_date, name, shift) <= as_of
  union all
  select day_of(instant_of(opened_at, opened_at_is_date, name, shift), name, shift), 'case_' || coalesce(kind, 'other'), 1, null, null
  from cases, zone
  where account_id in (select account_id from own) and instant_of(opened_at, opened_at_is_date, name, shift) <= as_of
),
units as (
  select
    scope.*,
    happened.on_day,
    happened.kind,
    happened.times,
    happened.money,
    happened.rep_id as by_rep_id,
    true as hit,
    cast(null as varchar) as left_out
  from scope
  join happened on scope.account_id = cast($account as varchar)
)
-- Answer
select
  by_1, by_2, by_3,
  kind, on_day,
  cast(sum(times) as double) as value,
  cast(sum(times) as integer) as n,
  cast(sum(money) as double) as amount_money,
  (select any_value(people.label) from derived.people as people where people.rep_id = any_value(grouped.by_rep_id)) as by_whom
from grouped
group by by_1, by_2, by_3, kind, on_day
order by by_1, by_2, by_3, on_day desc, kind;
