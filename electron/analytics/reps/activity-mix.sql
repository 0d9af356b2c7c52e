-- What:   activities and conversations of each kind for each working day: Monday to Friday, employed and not on leave.
-- Unit:   activities a working day; null where nobody was there.
-- Scope:  activities of every kind by the day they happened, those on other days too.
-- Source: domain specification M52.
with fact as (
  select
    work_id, part, rep_id as owner_id, rep_id as rep_at_2, rep_id as rep_at_close, on_day as day_on, kind, is_conversation, is_derived,
    account_id, account, opportunity_id, lead_id, segment, region, industry,
    cast(null as varchar) as source, cast(null as varchar) as product
  from derived.rep_work(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
)
-- Units
units as (
  select
    scope.*,
    day_on as on_day,
    part = 'activity' as hit,
    cast(null as varchar) as left_out
  from scope
  where in_period(day_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3, kind,
  cast(count(*) filter (part = 'day') as integer) as days,
  cast(count(*) filter (part = 'activity') as integer) as activities,
  cast(count(*) filter (part = 'activity' and is_conversation) as integer) as conversations,
  cast(count(*) filter (is_derived) as integer) as derived_days
from grouped
group by all
order by by_1, by_2, by_3, kind;
