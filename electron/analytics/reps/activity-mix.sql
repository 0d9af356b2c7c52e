-- What:   activities and conversations of each kind for each working day: Monday to Friday, employed and not on leave.
-- Unit:   activities a working day; null where nobody was there.
-- Scope:  activities of every kind by the day they happened, those on other days too; those of nobody have no working day and are counted apart. Without a start from the first activity recorded.
-- Source: domain specification M52.
with begun as (
  select day_of(min(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint))), cast($time_zone as varchar), cast($shift as bigint)) as first_on
  from activities
),
fact as (
  select
    work_id, part, rep_id as owner_id, rep_id as rep_at_2, rep_id as rep_at_close, on_day as day_on, kind, is_conversation, is_derived,
    account_id, account, opportunity_id, lead_id, segment, region, industry,
    cast(null as varchar) as source, cast(null as varchar) as product
  from derived.rep_work(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
  union all by name
  select
    activity_id as work_id, 'activity' as part, kind,
    day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on
  from activities
  where rep_id is null and instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
)
-- Units
units as (
  select
    scope.*,
    day_on as on_day,
    part = 'activity' as hit,
    case when owner_id is null then 'no_owner' end as left_out
  from scope, begun
  where in_period(day_on, coalesce(cast($period_from as date), first_on), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3, kind,
  cast(count(*) filter (part = 'day') as integer) as days,
  cast(count(*) filter (part = 'activity' and left_out is null) as integer) as activities,
  cast(count(*) filter (part = 'activity' and left_out is null and is_conversation) as integer) as conversations,
  cast(count(*) filter (is_derived) as integer) as derived_days,
  cast(count(*) filter (left_out = 'no_owner') as integer) as excluded_no_owner
from grouped
group by all
order by by_1, by_2, by_3, kind;
