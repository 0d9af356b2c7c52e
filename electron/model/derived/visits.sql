-- What:   every stay of a journey on a rung, from entering it to leaving it; coming back is a stay of its own, a change of amount or date is none.
-- Unit:   UTC instants and local days; left_at null while it lasts, stay_days then runs to the as-of.
-- Scope:  rungs below won up to the as-of; a skipped rung has no stay, and the rung before the first recorded event is only known where that event names it.
-- Source: domain specification M06, M21.
create or replace table derived.visits as
with marked as (
  select *, rank is distinct from lag(rank) over walk as is_new
  from derived.states
  -- A beginning that nobody named and that lasted no time parts no stay from the next: a lead taken over on its rung goes on there.
  where not is_assumed or until_at is distinct from from_at
  window walk as (partition by journey_no order by from_at, step)
),
numbered as (
  select *, cast(count(*) filter (is_new) over (partition by journey_no order by from_at, step rows unbounded preceding) as integer) as visit
  from marked
),
stays as (
  select
    journey_no, visit, rank,
    min(from_at) as entered_at,
    case when count(*) = count(until_at) then max(until_at) end as left_at
  from numbered
  where rank <= 6 and not is_assumed and from_at > timestamp '0001-01-01'
  group by all
)
select
  stays.journey_no, visit, rank,
  entered_at,
  day_of(entered_at, cast($time_zone as varchar), cast($shift as bigint)) as entered_on,
  left_at,
  days_between(
    entered_at, day_of(entered_at, cast($time_zone as varchar), cast($shift as bigint)),
    coalesce(left_at, cast($as_of as timestamp)),
    day_of(coalesce(left_at, cast($as_of as timestamp)), cast($time_zone as varchar), cast($shift as bigint)),
    date_only) as stay_days
from stays
join derived.journeys as journeys on journeys.journey_no = stays.journey_no
order by rank, entered_at, stays.journey_no;
