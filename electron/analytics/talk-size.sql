-- What:   whether the board of conversations can stand in for the statement over them.
-- Unit:   rows is how many conversations there are; fits is false where some journey has conversations both with and without a time of day.
-- Scope:  conversations of journeys at the as-of.
-- Source: domain specification M02.
select
  (select cast(count(*) as integer) from derived.conversations where journey_no is not null) as rows,
  (select count(distinct is_date) from derived.conversations where journey_no is not null) <= 1 as fits;
