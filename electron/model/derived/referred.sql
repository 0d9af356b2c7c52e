-- What:   one row a referral: the customer it came from, the account and the deal it led to, and when that account bought first.
-- Unit:   local days; invited counts people asked, one where none is given.
-- Scope:  referrals up to the as-of; the account is named, or its lead's or opportunity's. bought_on is null while it has not.
-- Source: domain specification M47, M48.
create or replace table derived.referred as
with named as (
  select
    referrals.referral_id,
    day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as on_day,
    referrals.from_account,
    coalesce(referrals.to_account, opportunities.account_id, leads.account_id, became.account_id, sent.account_id) as to_account,
    coalesce(referrals.to_opportunity, leads.opportunity_id, sent.opportunity_id) as opportunity_id,
    coalesce(referrals.invited, 1) as invited
  from referrals
  left join opportunities on opportunities.opportunity_id = referrals.to_opportunity
  left join leads on leads.lead_id = referrals.to_lead
  left join opportunities as became on became.opportunity_id = leads.opportunity_id
  left join (select referral_id, arg_min(account_id, lead_id) as account_id, arg_min(opportunity_id, lead_id) as opportunity_id from leads where referral_id is not null group by referral_id) as sent
    on sent.referral_id = referrals.referral_id
  where instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
)
select
  referral_id, on_day, invited, named.opportunity_id,
  coalesce(givers.head_id, named.from_account) as from_account,
  coalesce(takers.head_id, named.to_account) as to_account,
  customers.first_on as bought_on
from named
left join derived.merges as givers on givers.account_id = named.from_account
left join derived.merges as takers on takers.account_id = named.to_account
left join derived.customers as customers on customers.account_id = coalesce(takers.head_id, named.to_account)
order by on_day, referral_id;
