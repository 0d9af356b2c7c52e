-- What:   when each journey reached the rungs that a funnel shows, whose it was then, and how it ended.
-- Unit:   instants in microseconds since 1970 UTC; local days; people by their place among the rep ids. ending is 0 open, 1 won, 2 reversed, 3 lost, 4 no decision, 5 disqualified.
-- Scope:  all journeys, in the order of their numbers.
-- Source: domain specification M01, M03.
select
  epoch_us(reached_0) as at_0, reached_on_0 as on_0, rep_no_at_0 as rep_0,
  epoch_us(reached_2) as at_2, reached_on_2 as on_2, rep_no_at_2 as rep_2,
  epoch_us(reached_3) as at_3, reached_on_3 as on_3, rep_no_at_3 as rep_3,
  epoch_us(reached_5) as at_5, reached_on_5 as on_5, rep_no_at_5 as rep_5,
  epoch_us(reached_7) as at_7, reached_on_7 as on_7, rep_no_at_7 as rep_7,
  epoch_us(closed_at) as closed_at, closed_on, began_on, entry_rank,
  case outcome when 'open' then 0 when 'won' then 1 when 'reversed' then 2 when 'lost' then 3 when 'no_decision' then 4 else 5 end as ending,
  closed_without_date, rungs_unknown, from_flags, date_only
from derived.journeys
order by journey_no;
