-- What:   what the rep at each place among the rep ids is called.
-- Unit:   one row a rep.
-- Scope:  everyone who owns, acts or is listed.
-- Source: domain specification 3 (reps).
create or replace table derived.rep_labels as
select cast(enum_code(cast(rep_id as derived.rep_id)) as integer) as rep_no, any_value(label) as label
from derived.people
group by rep_no
order by rep_no;
