-- What:   the type of a rep's id in the larger tables: its place in the list of everyone, which is quicker to write, sort and group by than its letters.
-- Unit:   reads as the id itself.
-- Scope:  everyone who owns, acts or is listed.
-- Source: domain specification 1.6.
create type derived.rep_id as enum (select distinct rep_id from derived.people order by rep_id);
