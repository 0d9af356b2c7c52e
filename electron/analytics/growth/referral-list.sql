-- What:   every recommendation: who gave it, whom it led to, whether that became a customer and what it brought so far.
-- Unit:   a row a recommendation; local days, money in the workspace currency, unrounded.
-- Scope:  recommendations of the period by customers, those that led to nobody named included.
-- Source: domain specification M47, M48.
with fact as (
  select * from derived.customers
)
-- Units
units as (
  select
    scope.* exclude (value_money),
    referred.on_day,
    referred.referral_id,
    referred.to_account,
    referred.invited,
    referred.bought_on,
    takers.account as to_name,
    cast(takers.value_money as double) as brought_money,
    count(*) over (partition by scope.account_id) as given,
    referred.bought_on is not null as hit,
    cast(null as varchar) as left_out
  from derived.referred as referred
  join scope on scope.account_id = referred.from_account
  left join derived.customers as takers on takers.account_id = referred.to_account
  where in_period(referred.on_day, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  referral_id,
  cast(brought_money as double) as value,
  cast(given as integer) as n,
  account_id as from_account, account as from_name, to_account,
  coalesce(to_name, (select any_value(parties.account) from derived.parties as parties where parties.account_id = to_account)) as to_name,
  on_day,
  coalesce(hit, false) as became,
  bought_on,
  cast(given as integer) as given
from grouped
order by by_1, by_2, by_3, given desc, account_id, on_day, referral_id;
