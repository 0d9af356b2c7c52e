-- What:   which journey what is recorded of a lead belongs to: its first one, or that of the lead it was merged into.
-- Unit:   one row a lead.
-- Scope:  leads with a journey at the as-of.
-- Source: domain specification 1.7, 3 (integrity).
create or replace table derived.lead_journeys as
with firsts as (
  select lead_id, min(journey_no) as journey_no
  from derived.journey_rows
  where lead_id is not null and origin = 'new'
  group by lead_id
)
select lead_id, journey_no from firsts
union all
select merges.lead_id, journey_no
from derived.lead_merges as merges
join firsts on firsts.lead_id = merges.head_id
where merges.lead_id not in (select lead_id from firsts);
