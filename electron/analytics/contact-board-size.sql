-- What:   whether the board of contacts can stand in for the statement over them.
-- Unit:   rows is how many purchases there are; fits is false where contracts count, where no activity is recorded, or where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  purchases, contracts and activities at the as-of.
-- Source: domain specification M31.
select
  cast(count(*) as integer) as rows,
  coalesce(sum(abs(amount_money)), 0) < 400000000000
    and exists (select 1 from activities)
    and not exists (select 1 from derived.contracts) as fits
from derived.purchases;
