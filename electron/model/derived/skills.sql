-- What:   the skills that are measured, and the role whose work each is.
-- Unit:   one row a skill.
-- Scope:  the usual role of each, or the one the workspace chose; a skill switched off is not here.
-- Source: domain specification 7.1.
create or replace table derived.skills as
with usual as (
  select * from (values
    ('reach', 'sdr'), ('qualify', 'sdr'), ('handoff', 'sdr'),
    ('discover', 'ae'), ('present', 'ae'), ('propose', 'ae'), ('close', 'ae'), ('value', 'ae'),
    ('complex_close', 'specialist'), ('follow_up', 'cs'), ('renew', 'cs'), ('expand', 'cs')
  ) as pairs(skill, role)
),
chosen as (
  select unnest(cast($skill_names as varchar[])) as skill, unnest(cast($skill_roles as varchar[])) as role
)
select usual.skill, coalesce(chosen.role, usual.role) as role
from usual
left join chosen on chosen.skill = usual.skill
where coalesce(chosen.role, '') <> 'off'
order by usual.skill;
