-- What:   whether the board of customers can stand in for the statements over them.
-- Unit:   rows is how many purchases there are; fits is false where contracts count, or where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  purchases, contracts and won expansions at the as-of.
-- Source: domain specification M33 to M35.
select
  cast(count(*) as integer) as rows,
  coalesce(sum(abs(amount_money)), 0) < 400000000000
    and coalesce((select sum(abs(amount_money)) from derived.journeys where kind = 'expansion' and outcome = 'won'), 0) < 400000000000
    and not exists (select 1 from derived.contracts) as fits
from derived.purchases;
