-- What:   the latest recorded event of the workspace: stage event, activity, payment, order or closing; where none exists, the latest creation.
-- Unit:   instant in UTC; null in an empty workspace. A date-only event counts to the last microsecond of its day.
-- Scope:  everything that counts.
-- Source: domain specification 1.2.
with events as (
  select entered_at as moment, entered_at_is_date as is_date from stage_events
  union all select "at", at_is_date from activities
  union all select "at", at_is_date from payments
  union all select ordered_at, ordered_at_is_date from orders
  union all select closed_at, closed_at_is_date from opportunities where coalesce(is_closed, is_won, true)
),
latest as (
  select
    max(moment) filter (not coalesce(is_date, false)) as timed,
    max(cast(moment as date)) filter (coalesce(is_date, false)) as dated
  from events
),
created as (
  select created_at, created_at_is_date from opportunities
  union all select created_at, created_at_is_date from leads
),
creations as (
  select max(created_at) as latest
  from (
    select created_at from created where not coalesce(created_at_is_date, false)
    union all
    select timezone('UTC', timezone(cast($time_zone as varchar), cast(on_day + 1 as timestamp))) - to_microseconds(1)
    from (
      select cast(max(created_at) as date) as on_day from created where created_at_is_date
      union all select coalesce(ended_on, started_on) from subscriptions
      union all select "on" from subscription_changes
      union all select decided_on from renewals
    )
  )
)
select strftime(coalesce(
  greatest(
    timed,
    timezone('UTC', timezone(cast($time_zone as varchar), cast(dated + 1 as timestamp))) - to_microseconds(1)
  ),
  creations.latest
), '%Y-%m-%dT%H:%M:%S.%fZ') as as_of
from latest, creations;
