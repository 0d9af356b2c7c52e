-- What:   every incentive plan with its steps.
-- Unit:   steps in the unit of their measure, pay in money; to_value null without an end.
-- Scope:  all plans and steps.
-- Source: domain specification 3 (incentive_plans, incentive_tiers).
select
  plans.plan_id, plan, plans.role,
  plans.period_start, plans.period_end,
  measure,
  cast(from_value as double) as from_value,
  cast(to_value as double) as to_value,
  cast(pay_rate as double) as pay_rate,
  cast(pay_fixed as double) as pay_fixed
from derived.plans as plans
left join incentive_tiers as tiers on tiers.plan_id = plans.plan_id
order by plans.period_start, plans.plan_id, measure, from_value
