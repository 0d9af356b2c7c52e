-- What:   deals as they count toward a target: an open one for its owner, a won one for those credited for it.
-- Unit:   one row a deal, a won one with shared credit a row for each who has some, with their part of the money; the parts are exactly the whole.
-- Scope:  all journeys. A won deal nobody recorded shares of is its closing owner's, unless it is asked by the owner at entry.
-- Source: domain specification 1.6, M12, M19.
with fact as (
  select journeys.* replace (
    case
      when credit_shares.rep_id is null then amount_money
      else cast(amount_money * share_to as decimal(18, 4)) - cast(amount_money * share_from as decimal(18, 4))
    end as amount_money,
    case when outcome in ('won', 'reversed') then coalesce(credit_shares.rep_id, rep_at_close) else owner_id end as owner_id,
    coalesce(credit_shares.rep_id, rep_at_2) as rep_at_2,
    coalesce(credit_shares.rep_id, rep_at_close) as rep_at_close
  )
  from derived.journeys as journeys
  left join derived.credit_shares as credit_shares on credit_shares.opportunity_id = journeys.opportunity_id and outcome in ('won', 'reversed')
)
