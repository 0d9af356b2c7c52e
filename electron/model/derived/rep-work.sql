-- What:   every working day of a rep, Monday to Friday, employed and not on leave; and every activity, with its kind and whether it was a conversation.
-- Unit:   local days; part day or activity. is_derived marks days counted from the first thing recorded of a rep without a starting day.
-- Scope:  up to an as-of. Activities are read where they lie: a copy of millions of them would cost more than all that is asked of it.
-- Source: domain specification M52, 7.1 (pace).
create or replace macro derived.rep_work(as_of, zone, shift) as table
select
  rep_id || ' ' || on_day as work_id,
  'day' as part,
  rep_id, on_day,
  cast(null as varchar) as kind,
  false as is_conversation,
  is_derived,
  cast(null as varchar) as account_id, cast(null as varchar) as account, cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id,
  cast(null as varchar) as segment, cast(null as varchar) as region, cast(null as varchar) as industry
from derived.rep_days
where isodow(on_day) <= 5
union all
select
  activity_id, 'activity', activities.rep_id,
  day_of(instant_of("at", at_is_date, zone, shift), zone, shift),
  activities.kind,
  coalesce(is_conversation, false),
  false,
  activities.account_id, accounts.name, activities.opportunity_id, activities.lead_id,
  accounts.segment, accounts.region, accounts.industry
from activities
left join accounts on accounts.account_id = activities.account_id
where activities.rep_id is not null
  and instant_of("at", at_is_date, zone, shift) <= as_of;
