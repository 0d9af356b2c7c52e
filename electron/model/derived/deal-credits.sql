-- What:   the money of every deal won, with who is credited for how much of it.
-- Unit:   local days, money in the workspace currency, negative on the day a deal was reversed. Split by the recorded shares, made to add up to one, else all the closing owner's.
-- Scope:  deals won up to the as-of whose amount can be said.
-- Source: domain specification 1.6, M12.
create or replace table derived.deal_credits as
with shares as (
  select opportunity_id, rep_id, cast(sum(credit_share) as double) as share
  from opportunity_roles
  where credit_share > 0 and rep_id is not null
  group by all
),
totals as (
  select opportunity_id, sum(share) as whole from shares group by opportunity_id
),
wins as (
  select opportunity_id, rep_at_close, won_on as on_day, amount_money from derived.journeys
  where opportunity_id is not null and outcome in ('won', 'reversed') and won_on is not null
  union all
  select opportunity_id, rep_at_close, closed_on, -amount_money from derived.journeys
  where opportunity_id is not null and outcome = 'reversed' and closed_on is not null
)
select
  coalesce(shares.rep_id, wins.rep_at_close) as rep_id,
  wins.on_day,
  cast(amount_money * coalesce(shares.share / totals.whole, 1) as double) as amount
from wins
left join shares on shares.opportunity_id = wins.opportunity_id
left join totals on totals.opportunity_id = wins.opportunity_id
where amount_money is not null
order by 2;
