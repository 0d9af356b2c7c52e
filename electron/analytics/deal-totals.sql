-- What:   whether the board of deals can tell bookings.
-- Unit:   false where credit is shared, or where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  won deals at the as-of.
-- Source: domain specification 1.6, M12.
select
  coalesce(sum(abs(amount_money)), 0) < 400000000000
    and not exists (select 1 from opportunity_roles where credit_share > 0 and rep_id is not null) as fits
from derived.journeys
where outcome in ('won', 'reversed');
