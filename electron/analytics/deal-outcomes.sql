-- What:   how each deal ended.
-- Unit:   local days; kind 0 not won, 1 won, 2 open, 3 disqualified, 4 closed without a date; number is the day an undated one began, as a number.
-- Scope:  deals.
-- Source: domain specification M08.
select
  journey_no - 1 as place,
  closed_on as on_day,
  case when closed_without_date then 4 when outcome = 'open' then 2 when outcome = 'disqualified' then 3 when outcome = 'won' then 1 else 0 end as kind,
  cast(case when closed_on is null then began_on - date '1970-01-01' end as double) as number
from derived.journeys
where opportunity_id is not null;
