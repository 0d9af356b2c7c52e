-- What:   what each subscription was worth a month, one row from each change to the next.
-- Unit:   local days, half open: to_on is the first day without, null while it runs; is_left where the account had no other contract from that day; mrr decimal in the subscription's own currency, so that a metric can hold the rate still.
-- Scope:  subscriptions, changes and ends up to the day of the as-of; an end set for a later day has not come yet. A contract followed by another on the day after its end runs on into it. One without an account is nobody's, and a change that says no figure is none.
-- Source: domain specification 3 (subscriptions, subscription_changes), 6 (R).
create or replace table derived.contracts as
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
begun as (
  select
    subscription_id,
    coalesce(merges.head_id, subscriptions.account_id) as account_id,
    started_on,
    case when ended_on <= today then ended_on end as ended_on,
    case when end_notice_on <= today then end_notice_on end as notice_on,
    case when ended_on <= today then end_reason end as end_reason,
    mrr, coalesce(currency, cast($currency as varchar)) as currency, product_id, owner_id
  from subscriptions
  cross join clock
  left join derived.merges as merges on merges.account_id = subscriptions.account_id
  where started_on <= today and subscriptions.account_id is not null
),
-- A contract that another follows on the next day ran through its last day: the customer never was without. One that begins worth nothing follows none.
followed as (
  select distinct account_id, started_on - 1 as ended_on
  from begun
  where mrr > 0 or subscription_id in (
    select changes.subscription_id from subscription_changes as changes join begun on begun.subscription_id = changes.subscription_id
    where changes."on" <= started_on and changes.mrr > 0
  )
),
running as (
  select begun.* replace (case when followed.ended_on is not null then begun.ended_on + 1 else begun.ended_on end as ended_on)
  from begun
  left join followed on followed.account_id = begun.account_id and followed.ended_on = begun.ended_on
),
-- A change dated on or before the start is the figure it starts with.
points as (
  select
    running.subscription_id, started_on as from_on,
    coalesce(arg_max(changes.mrr, changes."on") filter (changes."on" <= started_on), any_value(running.mrr)) as mrr
  from running
  left join subscription_changes as changes on changes.subscription_id = running.subscription_id
  group by all
  union all
  select changes.subscription_id, changes."on", changes.mrr
  from subscription_changes as changes
  join running on running.subscription_id = changes.subscription_id
  cross join clock
  where changes.mrr is not null and changes."on" > started_on and changes."on" <= today and (ended_on is null or changes."on" < ended_on)
),
worth as (
  select
    running.account_id, running.subscription_id, points.from_on,
    coalesce(lead(points.from_on) over (partition by running.subscription_id order by points.from_on), running.ended_on) as to_on,
    points.mrr, running.currency, running.product_id, running.owner_id, running.started_on, running.ended_on, running.notice_on, running.end_reason
  from points
  join running on running.subscription_id = points.subscription_id
  where running.ended_on is null or points.from_on < running.ended_on
)
select
  worth.*,
  worth.mrr > 0 and worth.to_on is not null and not exists (
    select 1 from worth as other
    where other.account_id = worth.account_id and other.mrr > 0 and other.from_on <= worth.to_on and (other.to_on is null or other.to_on > worth.to_on)
  ) as is_left
from worth
order by account_id, from_on;
