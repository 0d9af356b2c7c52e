-- What:   every incentive plan with the name people are shown it by.
-- Unit:   one row a plan; where two plans bear one name, each has its id behind it.
-- Scope:  all plans.
-- Source: domain specification 3 (incentive_plans).
create or replace table derived.plans as
select
  plan_id,
  coalesce(name, plan_id) || case when count(*) over (partition by coalesce(name, plan_id)) > 1 then ' (' || plan_id || ')' else '' end as plan,
  role, period_start, period_end
from incentive_plans
order by period_start, plan_id;
