-- What:   how many customers the board of those who may have left keeps.
-- Unit:   rows is their number; fits is always true.
-- Scope:  customers at the as-of.
-- Source: domain specification M43.
select cast(count(*) as integer) as rows, true as fits from derived.customers;
