-- What:   whether the board of open deals can tell how they age.
-- Unit:   rows is how many there are; fits is false where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  deals open at the as-of.
-- Source: domain specification M21.
select
  cast(count(*) as integer) as rows,
  coalesce(sum(abs(amount_money)), 0) < 400000000000 as fits
from derived.open_stays;
