-- What:   whose part of a deal's credit lies where between nothing and the whole.
-- Unit:   shares from 0 to 1, one row a deal and person, one after the other, so that the parts cut from them are exactly the whole.
-- Scope:  deals whose credit somebody shares.
-- Source: domain specification 1.6, M12.
create or replace table derived.credit_shares as
select
  opportunity_id, rep_id,
  share_to / max(share_to) over (partition by opportunity_id) as share_to,
  coalesce(lag(share_to) over (partition by opportunity_id order by rep_id), 0) / max(share_to) over (partition by opportunity_id) as share_from
from (
  select opportunity_id, rep_id, sum(sum(cast(credit_share as double))) over (partition by opportunity_id order by rep_id) as share_to
  from opportunity_roles
  where credit_share > 0 and rep_id is not null
  group by opportunity_id, rep_id
)
order by opportunity_id, rep_id;
