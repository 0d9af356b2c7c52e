-- What:   how many journeys the board of bookings is made from, and whether it can tell them.
-- Unit:   fits is false where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  journeys at the as-of; the money of won deals.
-- Source: domain specification 1.6, M12.
select
  cast(count(*) as integer) as rows,
  coalesce(sum(abs(amount_money)) filter (outcome in ('won', 'reversed')), 0) < 400000000000 as fits
from derived.journeys;
