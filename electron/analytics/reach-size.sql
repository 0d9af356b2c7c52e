-- What:   whether the board of rungs reached can stand in for the statements over them.
-- Unit:   rows is how many journeys there are; fits is false where they stretch over more than two centuries, as wrong dates do.
-- Scope:  journeys at the as-of.
-- Source: domain specification M01.
select
  cast(count(*) as integer) as rows,
  coalesce(
    greatest(max(began_on), max(reached_on_0), max(reached_on_2), max(reached_on_3), max(reached_on_5), max(reached_on_7))
      - least(min(began_on), min(reached_on_0)),
    0
  ) < 73000 as fits
from derived.journeys;
