-- What:   deals that did not close on any day, by the day each began.
-- Unit:   local days, null where nobody knows; kind as of the outcomes: 0 not won, 1 won, 2 open, 3 disqualified, 4 closed without a date.
-- Scope:  deals.
-- Source: domain specification M08.
select
  journey_no - 1 as place,
  began_on as on_day,
  case when closed_without_date then 4 when outcome = 'open' then 2 when outcome = 'disqualified' then 3 when outcome = 'won' then 1 else 0 end as kind
from derived.journeys
where opportunity_id is not null and closed_on is null;
