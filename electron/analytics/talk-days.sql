-- What:   the conversations of each journey, with the one before and how long after it the journey was won.
-- Unit:   local days; won_days null where the journey was not won.
-- Scope:  conversations up to the as-of that belong to a journey.
-- Source: domain specification M02.
select
  talks.journey_no - 1 as place,
  on_day,
  before_on,
  case when outcome = 'won' then days_between(moment, on_day, won_at, won_on, date_only or is_date) end as won_days
from (
  select journey_no, moment, on_day, is_date, lag(on_day) over (partition by journey_no order by moment) as before_on
  from derived.conversations
  where journey_no is not null
) as talks
join derived.journeys as journeys on journeys.journey_no = talks.journey_no;
