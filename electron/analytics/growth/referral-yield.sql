-- What:   customers new in the period that came by a referral, over all new customers; with their revenue, how many people each active customer invites, and how many of those become customers.
-- Unit:   ratio 0 to 1; money in the workspace currency, a contract's for the days it ran; k is new customers by referral each active customer brings.
-- Scope:  new customers by the day of their first purchase, referred on or before it; referrals of the period that are 180 days old for the yield; deals closed in the period for the win rates, referred where the deal or its account was by its closing.
-- Source: domain specification M48.
with paid as (
  select
    account_id,
    sum(cast(mrr as double) * case when currency = cast($currency as varchar) then 1 else rate end * (least(coalesce(to_on, today + 1), today + 1) - from_on) / 30.4375) as contract_money
  from derived.contracts as contracts
  cross join (select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today)
  left join derived.rates as rates on rates.from_ccy = currency and started_on >= rates.on_day and started_on < rates.until_day
  where mrr > 0
  group by account_id
),
fact as (
  select
    'customer' as kind, account_id as row_id, account, opportunity_id, lead_id, account_id, owner_id, segment, source, product, region, industry,
    first_on as on_day, coalesce(cast(revenue_money as double), 0) + coalesce(contract_money, 0) as revenue_money, from_won, cast(null as integer) as invited, cast(null as date) as bought_on, cast(null as varchar) as outcome
  from derived.customers
  left join paid using (account_id)
  union all by name
  select
    'referral' as kind, referral_id as row_id, customers.account, customers.opportunity_id, customers.lead_id, from_account as account_id, customers.owner_id, customers.segment, customers.source, customers.product, customers.region, customers.industry,
    on_day, cast(null as double) as revenue_money, false as from_won, cast(invited as integer) as invited, bought_on
  from derived.referred as referred
  left join derived.customers as customers on customers.account_id = from_account
  union all by name
  select
    'deal' as kind, journey_id as row_id, journeys.account, opportunity_id, lead_id, coalesce(merges.head_id, journeys.account_id) as account_id, rep_at_close as owner_id, segment, source, product, region, industry,
    closed_on as on_day, false as from_won, outcome, deal_referred_on
  from derived.journeys as journeys
  left join derived.merges as merges on merges.account_id = journeys.account_id
  left join (
    select opportunity_id as named_id, min(on_day) as deal_referred_on from derived.referred where opportunity_id is not null group by all
  ) as named on named_id = opportunity_id
  where opportunity_id is not null and outcome in ('won', 'lost', 'no_decision', 'reversed')
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
asked as (
  select
    coalesce(cast($period_from as date), date '0001-01-01') as from_on,
    least(coalesce(cast($period_to as date) - 1, today), today) as last_on,
    today
  from clock
),
sent_to as (
  select to_account as account_id, min(on_day) as referred_on from derived.referred where to_account is not null group by to_account
),
active as (
  select distinct account_id from derived.purchases, asked where orders > 0 and account_id is not null and on_day >= asked.from_on and on_day <= last_on
  union
  select distinct account_id from derived.contracts, asked where mrr > 0 and contracts.from_on <= last_on and (to_on is null or to_on > last_on)
),
units as (
  select
    scope.* replace (case when kind = 'customer' and not (scope.on_day >= asked.from_on and scope.on_day <= last_on) then 'active' else kind end as kind),
    coalesce(least(sent_to.referred_on, deal_referred_on) <= scope.on_day, false) as is_referred,
    active.account_id is not null and kind = 'customer' as is_active,
    today - scope.on_day >= 180 as is_mature,
    coalesce(bought_on between scope.on_day and scope.on_day + 180, false) as became,
    coalesce(kind = 'customer' and sent_to.referred_on <= scope.on_day, false) as hit,
    revenue_money as amount_money,
    cast(null as varchar) as left_out
  from scope
  cross join asked
  left join sent_to on sent_to.account_id = scope.account_id
  left join active on active.account_id = scope.account_id
  where (kind = 'customer' and active.account_id is not null)
    or (scope.on_day >= asked.from_on and scope.on_day <= last_on)
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (kind = 'customer' and hit) as integer) as numerator,
  cast(count(*) filter (kind = 'customer') as integer) as denominator,
  cast(coalesce(sum(exact_money(revenue_money)) filter (kind = 'customer' and hit), 0) as double) as referred_money,
  cast(coalesce(sum(exact_money(revenue_money)) filter (kind = 'customer'), 0) as double) as new_money,
  cast(count(*) filter (is_active) as integer) as active_customers,
  cast(coalesce(sum(invited) filter (kind = 'referral'), 0) as integer) as invited,
  cast(count(*) filter (kind = 'referral' and is_mature) as integer) as mature_referrals,
  cast(coalesce(sum(invited) filter (kind = 'referral' and is_mature), 0) as integer) as mature_invited,
  cast(count(*) filter (kind = 'referral' and is_mature and became) as integer) as became_customers,
  cast(count(*) filter (kind = 'deal' and is_referred) as integer) as deals_referred,
  cast(count(*) filter (kind = 'deal' and is_referred and outcome = 'won') as integer) as won_referred,
  cast(count(*) filter (kind = 'deal' and not is_referred) as integer) as deals_other,
  cast(count(*) filter (kind = 'deal' and not is_referred and outcome = 'won') as integer) as won_other,
  cast(count(*) filter (kind = 'customer' and from_won) as integer) as from_flags
from grouped
group by all
order by by_1, by_2, by_3;
