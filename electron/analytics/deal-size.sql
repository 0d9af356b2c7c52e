-- What:   how many journeys the board of deals keeps.
-- Unit:   rows is their number; fits is always true.
-- Scope:  journeys at the as-of.
-- Source: domain specification M08.
select cast(count(*) as integer) as rows, true as fits from derived.journeys;
