-- What:   the spans of each person, with team and role then.
-- Unit:   local days, half open; people by their place among the rep ids.
-- Scope:  everyone who owns, acts or is listed.
-- Source: domain specification 3 (reps, rep_periods).
select cast(enum_code(cast(rep_id as derived.rep_id)) as integer) as rep_no, to_on, label as rep, team, role
from derived.people
order by rep_no, to_on;
