-- What:   for every account its head after merges, and what is known of the head: name, owner, segment, source, region, industry, stated pace.
-- Unit:   one row an account id as files write it; consumption_days in days.
-- Scope:  every listed account; gaps of the head are filled from the accounts merged into it.
-- Source: domain specification 3 (accounts, integrity).
create or replace table derived.parties as
with heads as (
  select accounts.* exclude (account_id), accounts.account_id, coalesce(merges.head_id, accounts.account_id) as head_id
  from accounts
  left join derived.merges as merges on merges.account_id = accounts.account_id
),
known as (
  select
    head_id,
    arg_min(name, (account_id <> head_id, account_id)) filter (name is not null) as account,
    arg_min(owner_id, (account_id <> head_id, account_id)) filter (owner_id is not null) as owner_id,
    arg_min(segment, (account_id <> head_id, account_id)) filter (segment is not null) as segment,
    arg_min(source, (account_id <> head_id, account_id)) filter (source is not null) as source,
    arg_min(region, (account_id <> head_id, account_id)) filter (region is not null) as region,
    arg_min(industry, (account_id <> head_id, account_id)) filter (industry is not null) as industry,
    arg_min(consumption_days, (account_id <> head_id, account_id)) filter (consumption_days is not null) as consumption_days
  from heads
  group by head_id
)
select heads.account_id, known.*
from heads
join known on known.head_id = heads.head_id
order by heads.account_id;
