-- What:   one row an account and day with contact: how many conversations and whether anything came in or went out.
-- Unit:   local days, after merges. Going out: direction out, or none given where a seller did it; tasks and notes are no contact.
-- Scope:  activities up to the as-of, by their account, else their contact's, opportunity's or lead's.
-- Source: domain specification M30, M31, M38, M43, M62.
create or replace table derived.touches as
with spoken as (
  select
    account_id,
    -- Asked only where the activity names no account: a condition on it in the joins would make DuckDB compare all pairs.
    case when account_id is null then contact_id end as by_contact,
    case when account_id is null then opportunity_id end as by_opportunity,
    case when account_id is null then lead_id end as by_lead,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    coalesce(is_conversation, false) as is_conversation,
    direction = 'in' as is_in,
    coalesce(direction, 'out') = 'out' and kind not in ('task', 'note') as is_out
  from activities
),
linked as (
  select
    coalesce(spoken.account_id, contacts.account_id, opportunities.account_id, leads.account_id) as account_id,
    moment, is_conversation, is_in, is_out
  from spoken
  left join contacts on contacts.contact_id = by_contact
  left join opportunities on opportunities.opportunity_id = by_opportunity
  left join leads on leads.lead_id = by_lead
)
select
  coalesce(merges.head_id, linked.account_id) as account_id,
  day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
  cast(count(*) filter (is_conversation) as integer) as conversations,
  coalesce(bool_or(is_in), false) as has_in,
  coalesce(bool_or(is_out), false) as has_out
from linked
left join derived.merges as merges on merges.account_id = linked.account_id
where linked.account_id is not null and moment <= cast($as_of as timestamp)
group by all
order by on_day;
