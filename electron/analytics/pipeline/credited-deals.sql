-- What:   deals as they count toward a target: an open one for its owner, a won one for those credited for it.
-- Unit:   one row a deal, a won one with shared credit a row for each who has some, with their part of the money; the parts are exactly the whole.
-- Scope:  all journeys. A won deal nobody recorded shares of is its closing owner's, unless it is asked by the owner at entry.
-- Source: domain specification 1.6, M12, M19.
with credited as (
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
),
fact as (
  select journeys.* replace (
    case
      when credited.rep_id is null then amount_money
      else cast(amount_money * share_to as decimal(18, 4)) - cast(amount_money * share_from as decimal(18, 4))
    end as amount_money,
    case when outcome in ('won', 'reversed') then coalesce(credited.rep_id, rep_at_close) else owner_id end as owner_id,
    coalesce(credited.rep_id, rep_at_2) as rep_at_2,
    coalesce(credited.rep_id, rep_at_close) as rep_at_close
  )
  from derived.journeys as journeys
  left join credited on credited.opportunity_id = journeys.opportunity_id and outcome in ('won', 'reversed')
)
