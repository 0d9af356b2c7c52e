-- What:   what became of each deal, and how long after its creation.
-- Unit:   local days; kind 1 won, 2 any other end, 0 none yet; number in days up to then, null where nobody knows.
-- Scope:  deals that have a day of creation.
-- Source: domain specification M18, 5.5.
select
  journey_no - 1 as place,
  deal_began_on as on_day,
  case outcome when 'won' then 1 when 'open' then 0 else 2 end as kind,
  case when deal_began_at is not null and not closed_without_date then greatest(0, case outcome
    when 'won' then days_between(deal_began_at, deal_began_on, won_at, won_on, date_only)
    when 'open' then days_between(deal_began_at, deal_began_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
    else days_between(deal_began_at, deal_began_on, closed_at, closed_on, date_only)
  end) end as number
from derived.journeys
where opportunity_id is not null and deal_began_on is not null;
