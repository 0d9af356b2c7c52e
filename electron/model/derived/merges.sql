-- What:   accounts that were merged into another, with the account their history belongs to at the end of the chain.
-- Unit:   one row a merged account.
-- Scope:  every merge; a chain that runs in a circle ends at the smallest id in the circle.
-- Source: domain specification 3 (integrity).
create or replace table derived.merges as
with merged as (
  select account_id as record_id, merged_into from accounts where merged_into is not null
)
select record_id as account_id, head_id from heads_of('merged') where record_id <> head_id order by account_id;
