-- What:   of the renewals due in the period, the share renewed by the due date plus grace. Early ones count when they were due.
-- Unit:   ratio 0 to 1; null when none was due and decided.
-- Scope:  renewals by due date; undecided ones within grace are left out, beyond it they count as not renewed. What was decided after the as-of is undecided.
-- Source: domain specification M36.
with fact as (
  select
    renewals.renewal_id, renewals.due_on, renewals.decided_on, renewals.outcome, cast(renewals.mrr_before as double) as mrr_before, cast(renewals.mrr_after as double) as mrr_after,
    coalesce(subscriptions.currency, cast($currency as varchar)) as currency,
    coalesce(parties.head_id, subscriptions.account_id) as account_id,
    coalesce(parties.account, subscriptions.account_id) as account,
    coalesce(renewals.rep_id, subscriptions.owner_id, parties.owner_id) as owner_id,
    parties.segment, parties.source, parties.region, parties.industry,
    coalesce(products.name, subscriptions.product_id) as product,
    cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id
  from renewals
  left join subscriptions on subscriptions.subscription_id = renewals.subscription_id
  left join derived.parties as parties on parties.account_id = subscriptions.account_id
  left join products on products.product_id = subscriptions.product_id
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
decided as (
  select
    scope.*, today,
    case when outcome in ('renewed', 'lost') and coalesce(decided_on, due_on) <= today then coalesce(decided_on, due_on) end as settled_on,
    case when currency = cast($currency as varchar) then 1 else rate end as fx
  from scope
  cross join clock
  left join derived.rates as rates on rates.from_ccy = currency and due_on >= rates.on_day and due_on < rates.until_day
  where in_period(due_on, cast($period_from as date), cast($period_to as date)) or (due_on is null and cast($period_from as date) is null and cast($period_to as date) is null)
),
units as (
  select
    decided.* exclude (today, fx),
    due_on as on_day,
    mrr_before * fx as before_money,
    coalesce(settled_on is not null and outcome = 'renewed' and settled_on <= due_on + cast($grace as integer), false) as hit,
    coalesce(settled_on <= due_on, false) as on_time,
    case
      when due_on is null then 'due_on_missing'
      when settled_on is null and today <= due_on + cast($grace as integer) then 'open'
    end as left_out
  from decided
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out is null and on_time) / nullif(count(*) filter (left_out is null), 0) as double) as on_time,
  cast(sum(exact_money(before_money)) filter (left_out is null and hit) / nullif(sum(exact_money(before_money)) filter (left_out is null), 0) as double) as rate_by_value,
  cast(coalesce(sum(exact_money(before_money)) filter (left_out is null and hit), 0) as double) as renewed_money,
  cast(coalesce(sum(exact_money(before_money)) filter (left_out is null), 0) as double) as due_money,
  cast(count(*) filter (left_out = 'open') as integer) as excluded_open,
  cast(count(*) filter (left_out = 'due_on_missing') as integer) as excluded_due_on_missing,
  cast(count(*) filter (left_out is null and mrr_before is null) as integer) as excluded_no_amount,
  cast(count(*) filter (left_out is null and mrr_before is not null and before_money is null) as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
