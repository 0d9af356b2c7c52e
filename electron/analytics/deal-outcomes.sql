-- What:   how each deal ended, by the day it closed.
-- Unit:   local days; kind 0 not won, 1 won, 2 open, 3 disqualified, 4 closed without a date.
-- Scope:  deals that closed on some day.
-- Source: domain specification M08.
select
  journey_no - 1 as place,
  closed_on as on_day,
  case when closed_without_date then 4 when outcome = 'open' then 2 when outcome = 'disqualified' then 3 when outcome = 'won' then 1 else 0 end as kind
from derived.journeys
where opportunity_id is not null and closed_on is not null;
