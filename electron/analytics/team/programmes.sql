-- What:   the programmes that teach each skill.
-- Unit:   one row a programme and skill.
-- Scope:  every programme with skills named.
-- Source: domain specification 3 (programmes), 7.7.
select skill, programme
from (select programme, unnest(skills) as skill from programmes)
order by skill, programme
