-- What:   active customers that sent at least one referral in the period, over all active customers.
-- Unit:   ratio 0 to 1; null when no customer is active.
-- Scope:  customers with a contract on the period's last day or an order in it; without dates all of history up to the as-of.
-- Source: domain specification M47.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
),
asked as (
  select
    coalesce(cast($period_from as date), first_on) as from_on,
    coalesce(cast($period_to as date), today + 1) as to_on
  from clock, (select min(first_on) as first_on from derived.customers)
),
periods as (
  select spans.*, least(end_on - 1, today) as last_on, end_on <= tomorrow or (cast($grain as varchar) = 'period' and cast($period_to as date) is null) as complete
  from asked, clock, lateral (select * from periods_of(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
  where start_on <= today
),
-- Every day of a period, so that purchases find theirs by the day alone.
days as (
  select periods.*, cast(unnest(generate_series(cast(start_on as timestamp), cast(last_on as timestamp), interval 1 day)) as date) as on_day
  from periods
),
active as (
  select distinct account_id, start_on
  from derived.purchases
  join days using (on_day)
  where orders > 0 and account_id in (select account_id from scope)
  union
  select distinct account_id, start_on
  from derived.contracts
  join periods on from_on <= last_on and (to_on is null or to_on > last_on)
  where mrr > 0
),
sent as (
  select from_account as account_id, start_on, count(*) as referrals, sum(invited) as invited
  from derived.referred as referred
  join periods on referred.on_day >= start_on and referred.on_day <= last_on
  group by all
),
units as (
  select
    scope.*,
    active.start_on as on_day,
    complete,
    coalesce(referrals, 0) as referrals,
    coalesce(invited, 0) as invited,
    coalesce(referrals > 0, false) as hit,
    cast(null as varchar) as left_out
  from active
  join periods on periods.start_on = active.start_on
  join scope on scope.account_id = active.account_id
  left join sent on sent.account_id = active.account_id and sent.start_on = active.start_on
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (hit) as integer) as numerator,
  cast(count(*) as integer) as denominator,
  cast(coalesce(sum(referrals), 0) as integer) as referrals,
  cast(coalesce(sum(invited), 0) as integer) as invited,
  coalesce(bool_and(complete), true) as complete,
  cast(count(*) filter (from_won) as integer) as from_flags
from grouped
group by all
order by by_1, by_2, by_3;
