-- What:   accounts that were merged into another, with the account their history belongs to at the end of the chain.
-- Unit:   one row a merged account.
-- Scope:  every merge; a chain that runs in a circle ends at the smallest id in the circle.
-- Source: domain specification 3 (integrity).
create or replace table derived.merges as
with recursive links as (
  select account_id, merged_into from accounts where merged_into is not null and merged_into <> account_id
),
walks as (
  select account_id, merged_into as head_id, [account_id] as passed from links
  union all
  select walks.account_id, links.merged_into, list_append(walks.passed, walks.head_id)
  from walks
  join links on links.account_id = walks.head_id
  where not list_contains(walks.passed, walks.head_id)
),
ends as (
  select account_id, arg_max(head_id, len(passed)) as head_id, arg_max(passed, len(passed)) as passed from walks group by account_id
)
select
  account_id,
  case when list_contains(passed, head_id) then list_min(passed[list_position(passed, head_id):]) else head_id end as head_id
from ends
order by account_id;
