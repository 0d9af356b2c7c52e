-- What:   new leads a rep and week: leads created over the weeks in which reps were employed and not on leave, weeks without a lead included; and the share of whole weeks without one.
-- Unit:   leads a week; null where nobody was employed. Parts of weeks count by their days.
-- Scope:  leads by the day they were created, credited to the owner then; leads of nobody are in the total alone. Without a start from the first lead recorded.
-- Source: domain specification M59.
with begun as (
  select min(lead_began_on) as first_on from derived.journeys where lead_id is not null and origin = 'new'
),
fact as (
  select *, 'lead' as part, false as is_derived, lead_began_on as day_on from derived.journeys where lead_id is not null and origin = 'new'
  union all by name
  select
    rep_id || ' ' || on_day as journey_id,
    rep_id as owner_id, rep_id as rep_at_0, rep_id as rep_at_close,
    on_day as began_on, on_day as day_on,
    'day' as part, is_derived
  from derived.rep_days
)
-- Units
units as (
  select
    scope.*,
    day_on as on_day,
    part = 'lead' as hit,
    cast(null as varchar) as left_out
  from scope, begun
  where in_period(day_on, coalesce(cast($period_from as date), first_on), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(leads) as integer) as numerator,
  cast(sum(days) / 7 as double) as denominator,
  cast(count(*) filter (days > 0) as integer) as n,
  cast(sum(days) as integer) as rep_days,
  cast(count(*) filter (days = 7) as integer) as whole_weeks,
  cast(count(*) filter (days = 7 and leads = 0) as integer) as zero_weeks,
  cast(sum(derived_days) as integer) as from_flags
from (
  select
    by_1, by_2, by_3,
    pace_rep,
    period_start(on_day, 'week', cast($week_start as varchar), 1) as week_on,
    count(*) filter (part = 'lead') as leads,
    count(*) filter (part = 'day') as days,
    count(*) filter (is_derived) as derived_days
  from grouped
  group by all
)
group by by_1, by_2, by_3
order by by_1, by_2, by_3;
