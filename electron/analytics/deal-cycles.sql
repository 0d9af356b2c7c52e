-- What:   each deal won and open.
-- Unit:   local days; kind 0 won, 1 won without dates in order, 2 open, 3 won after it was reopened.
-- Scope:  deals won and open at the as-of.
-- Source: domain specification M18.
select
  journey_no - 1 as place,
  closed_on as on_day,
  case
    when outcome = 'open' then 2
    when closed_without_date or deal_began_at is null or deal_began_on > won_on or (not date_only and deal_began_at > won_at) then 1
    when reopened > 0 then 3
    else 0
  end as kind
from derived.journeys
where opportunity_id is not null and outcome in ('won', 'open');
