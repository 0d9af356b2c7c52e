-- What:   how much of what customers bring came in currencies whose worth hangs on the day, and how many contracts there are.
-- Unit:   numbers of rows; purchases in a currency that no rate is known of at all are none.
-- Scope:  purchases and contracts up to the as-of.
-- Source: domain specification M35.
select
  (
    select cast(count(*) as integer)
    from (select unnest(abroad) as line from derived.purchases where abroad is not null)
    where line.currency in (select from_ccy from derived.rates)
  ) as purchases,
  (select cast(count(*) as integer) from derived.contracts) as contracts,
  (select cast(count(*) as integer) from derived.contracts where mrr > 0 and currency <> cast($currency as varchar)) as contracts_abroad;
