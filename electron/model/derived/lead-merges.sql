-- What:   leads that were merged into another, with the lead their history belongs to at the end of the chain.
-- Unit:   one row a merged lead.
-- Scope:  every merge; a chain that runs in a circle ends at the smallest id in the circle.
-- Source: domain specification 3 (integrity).
create or replace table derived.lead_merges as
with merged as (
  select lead_id as record_id, merged_into from leads where merged_into is not null
)
select record_id as lead_id, head_id from heads_of('merged') where record_id <> head_id order by lead_id;
