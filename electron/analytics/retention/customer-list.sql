-- What:   every customer with what shows whether it is looked after: last conversation, people known, own pace and next order, value, contract, renewal due, needs, what is unpaid.
-- Unit:   a row a customer; local days, days, money in the workspace currency, unrounded; value: twelve months of purchases and contract.
-- Scope:  customers up to the as-of, those without a purchase in twelve months and without a contract included and told apart.
-- Source: domain specification 2 (A2, A31, A32), M07, M31, M32, M36, M38, M42, M44.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
bought as (
  select account_id, cast(sum(amount_money) filter (on_day > today - 365) as double) as year_money
  from derived.purchases, clock
  where account_id is not null
  group by account_id
),
held as (
  select
    account_id,
    sum(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end) as month_money
  from derived.contracts as contracts
  cross join clock
  left join derived.rates as rates on rates.from_ccy = currency and today >= rates.on_day and today < rates.until_day
  where mrr > 0 and from_on <= today and (to_on is null or to_on > today)
  group by account_id
),
spoken as (
  select account_id, max(on_day) filter (conversations > 0) as spoken_on, sum(conversations) filter (on_day > today - 365) as talks
  from derived.touches, clock
  where on_day <= today
  group by account_id
),
met as (
  select coalesce(merges.head_id, known.account_id) as account_id, count(distinct contact_id) as people
  from (
    select activities.contact_id, coalesce(contacts.account_id, activities.account_id) as account_id
    from activities
    cross join clock
    left join contacts on contacts.contact_id = activities.contact_id
    where activities.contact_id is not null
      and day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) between today - 364 and today
  ) as known
  left join derived.merges as merges on merges.account_id = known.account_id
  where known.account_id is not null
  group by all
),
wishes as (
  select coalesce(merges.head_id, opportunities.account_id) as account_id, count(*) as needs, count(*) filter (met) as needs_met
  from opportunity_needs
  join opportunities on opportunities.opportunity_id = opportunity_needs.opportunity_id
  left join derived.merges as merges on merges.account_id = opportunities.account_id
  where opportunities.account_id is not null
  group by all
),
due as (
  select coalesce(merges.head_id, subscriptions.account_id) as account_id, min(due_on) as renewal_on
  from renewals
  join subscriptions on subscriptions.subscription_id = renewals.subscription_id
  cross join clock
  left join derived.merges as merges on merges.account_id = subscriptions.account_id
  where due_on > today - 30 and coalesce(outcome, 'open') = 'open'
  group by all
),
owed as (
  select coalesce(merges.head_id, bills.account_id) as account_id, sum(open_money) as unpaid_money
  from derived.unpaid_invoices as bills
  left join derived.merges as merges on merges.account_id = bills.account_id
  where bills.account_id is not null
  group by all
),
units as (
  select
    scope.* exclude (value_money),
    today as on_day,
    coalesce(year_money, 0) + 12 * coalesce(month_money, 0) as year_value_money,
    cast(value_money as double) as value_so_far_money,
    month_money,
    spoken_on, talks, people, needs, needs_met, renewal_on, unpaid_money,
    cast(today - spoken_on as double) as gap_days,
    case when repeats >= 3 and median_gap_days > 0 then (today - last_order_on) / median_gap_days end as overdue_ratio,
    case when repeats >= 3 then last_order_on + cast(round(median_gap_days) as integer) end as next_on,
    month_money is not null or last_order_on > today - 365 as is_active,
    true as hit,
    cast(null as varchar) as left_out
  from scope
  cross join clock
  left join bought on bought.account_id = scope.account_id
  left join held on held.account_id = scope.account_id
  left join spoken on spoken.account_id = scope.account_id
  left join met on met.account_id = scope.account_id
  left join wishes on wishes.account_id = scope.account_id
  left join due on due.account_id = scope.account_id
  left join owed on owed.account_id = scope.account_id
  where (cast($search as varchar) = '' or contains(lower(account), lower(cast($search as varchar))))
    and (cast($account as varchar) = '' or scope.account_id = cast($account as varchar))
)
-- Answer
select
  by_1, by_2, by_3,
  account_id, account,
  cast(year_value_money as double) as value,
  cast(purchases as integer) as n,
  coalesce((select any_value(people.label) from derived.people as people where people.rep_id = grouped.owner_id), 'Unassigned') as owner,
  segment, region,
  coalesce(is_active, false) as is_active,
  first_on, last_order_on as last_on, next_on,
  cast(overdue_ratio as double) as overdue_ratio,
  spoken_on,
  cast(gap_days as double) as gap_days,
  cast(coalesce(talks, 0) as integer) as talks,
  cast(people as integer) as contacts_known,
  cast(needs as integer) as needs,
  cast(needs_met as integer) as needs_met,
  cast(year_value_money as double) as year_value_money,
  cast(value_so_far_money as double) as value_so_far_money,
  cast(month_money as double) as month_money,
  renewal_on,
  cast(unpaid_money as double) as unpaid_money
from grouped
order by by_1, by_2, by_3, year_value_money desc nulls last, account, account_id;
