-- What:   whether the board of deals can tell what they are worth.
-- Unit:   false where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  won deals at the as-of.
-- Source: domain specification 1.6, M13.
select coalesce(sum(abs(amount_money)), 0) < 400000000000 as fits
from derived.journeys
where outcome in ('won', 'reversed');
