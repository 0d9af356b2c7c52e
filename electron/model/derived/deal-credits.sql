-- What:   the money of every deal won, with who is credited for how much of it.
-- Unit:   local days, money in the workspace currency, negative on the day a deal was reversed. Split by the recorded shares, cut so that the parts are exactly the whole, else all the closing owner's.
-- Scope:  deals won up to the as-of whose amount can be said.
-- Source: domain specification 1.6, M12.
create or replace table derived.deal_credits as
with wins as (
  select opportunity_id, rep_at_close, won_on as on_day, amount_money from derived.journeys
  where opportunity_id is not null and outcome in ('won', 'reversed') and won_on is not null
  union all
  select opportunity_id, rep_at_close, closed_on, -amount_money from derived.journeys
  where opportunity_id is not null and outcome = 'reversed' and closed_on is not null
)
select
  coalesce(credit_shares.rep_id, rep_at_close) as rep_id,
  on_day,
  cast(case
    when credit_shares.rep_id is null then amount_money
    else cast(amount_money * share_to as decimal(18, 4)) - cast(amount_money * share_from as decimal(18, 4))
  end as double) as amount
from wins
left join derived.credit_shares as credit_shares on credit_shares.opportunity_id = wins.opportunity_id
where amount_money is not null
order by 2;
