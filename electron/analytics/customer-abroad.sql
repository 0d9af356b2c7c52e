-- What:   how many purchases came in currencies whose worth hangs on the day.
-- Unit:   a number of rows; those in a currency that no rate is known of at all are none.
-- Scope:  purchases up to the as-of.
-- Source: domain specification M35.
select cast(count(*) as integer) as rows
from (select unnest(abroad) as line from derived.purchases where abroad is not null)
where line.currency in (select from_ccy from derived.rates);
