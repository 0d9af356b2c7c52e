-- What:   how long each won deal took from its creation, the shortest first.
-- Unit:   local days; number in days.
-- Scope:  deals won with dates in order.
-- Source: domain specification M18.
select
  journey_no - 1 as place,
  closed_on as on_day,
  days_between(deal_began_at, deal_began_on, won_at, won_on, date_only) as number
from derived.journeys
where opportunity_id is not null and outcome = 'won'
  and not (closed_without_date or deal_began_at is null or deal_began_on > won_on or (not date_only and deal_began_at > won_at))
order by number;
