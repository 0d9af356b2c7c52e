-- What:   how long each won deal took from its creation, and how old each open one is.
-- Unit:   local days; number in days; kind 0 won, 1 won without dates in order, 2 open; again is 1 where it was reopened.
-- Scope:  deals won and open at the as-of.
-- Source: domain specification M18.
select
  journey_no - 1 as place,
  closed_on as on_day,
  case
    when outcome = 'open' then 2
    when closed_without_date or deal_began_at is null or deal_began_on > won_on or (not date_only and deal_began_at > won_at) then 1
    else 0
  end as kind,
  case
    when outcome = 'open' then days_between(deal_began_at, deal_began_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
    else days_between(deal_began_at, deal_began_on, won_at, won_on, date_only)
  end as number,
  cast(reopened > 0 as integer) as again
from derived.journeys
where opportunity_id is not null and outcome in ('won', 'open');
