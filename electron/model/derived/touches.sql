-- What:   one row an account and day with contact: how many conversations, whether anything came in or went out, and who spoke.
-- Unit:   local days, after merges. Going out: direction out, or none given where a seller did it; tasks and notes are no contact.
-- Scope:  activities up to the as-of, by their account, else their contact's, opportunity's or lead's.
-- Source: domain specification M30, M31, M38, M43, M62.
create or replace table derived.touches as
with linked as (
  select
    coalesce(activities.account_id, contacts.account_id, opportunities.account_id, leads.account_id) as account_id,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    coalesce(activities.is_conversation, false) as is_conversation,
    activities.direction = 'in' as is_in,
    coalesce(activities.direction, 'out') = 'out' and activities.kind not in ('task', 'note') as is_out,
    activities.rep_id
  from activities
  left join contacts on contacts.contact_id = activities.contact_id and activities.account_id is null
  left join opportunities on opportunities.opportunity_id = activities.opportunity_id and activities.account_id is null
  left join leads on leads.lead_id = activities.lead_id and activities.account_id is null
)
select
  coalesce(merges.head_id, linked.account_id) as account_id,
  day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
  cast(count(*) filter (is_conversation) as integer) as conversations,
  coalesce(bool_or(is_in), false) as has_in,
  coalesce(bool_or(is_out), false) as has_out,
  arg_max(rep_id, moment) as rep_id
from linked
left join derived.merges as merges on merges.account_id = linked.account_id
where linked.account_id is not null and moment <= cast($as_of as timestamp)
group by all
order by on_day;
