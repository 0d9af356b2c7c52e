-- What:   the id of the rep at a place among the rep ids.
-- Unit:   id; null for none.
-- Scope:  everyone who owns, acts or is listed.
-- Source: domain specification 1.6.
create macro derived.rep_of(rep_no) as enum_range(cast(null as derived.rep_id))[rep_no + 1];
