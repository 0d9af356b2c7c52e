-- What:   whether the board of customers can stand in for the statements over them.
-- Unit:   rows is how many purchases or contracts there are; fits is false where money adds up to more than a double holds to the ten-thousandth.
-- Scope:  purchases, contracts and won expansions at the as-of.
-- Source: domain specification M33 to M35.
select
  cast(greatest(count(*), (select count(*) from derived.contracts)) as integer) as rows,
  coalesce(sum(abs(amount_money)), 0) < 400000000000
    and coalesce((select sum(abs(amount_money)) from derived.journeys where kind = 'expansion' and outcome = 'won'), 0) < 400000000000
    and coalesce((select sum(abs(mrr)) from derived.contracts), 0) < 400000000000 as fits
from derived.purchases;
