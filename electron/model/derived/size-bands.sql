-- What:   the two amounts that cut deals into small, medium and large thirds.
-- Unit:   money in the workspace currency; null without amounts.
-- Scope:  every journey with an amount, list amount or list price, by what it was worth when it began.
-- Source: domain specification 7.3.
create or replace table derived.size_bands as
select
  quantile_cont(size_money, 1 / 3) as small_to,
  quantile_cont(size_money, 2 / 3) as medium_to
from derived.journey_rows
where size_money > 0;
