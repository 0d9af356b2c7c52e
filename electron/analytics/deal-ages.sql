-- What:   how old each open deal is, the youngest first.
-- Unit:   number in days since its creation.
-- Scope:  deals open at the as-of whose creation is known.
-- Source: domain specification M18.
select
  journey_no - 1 as place,
  days_between(deal_began_at, deal_began_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only) as number
from derived.journeys
where opportunity_id is not null and outcome = 'open' and number is not null
order by number;
