-- What:   of the leads and deals handed over, the share accepted; an answer outstanding for more than seven days counts as none. With the days to accept, those that came back to an SDR within 14 days, and how many were won within the window.
-- Unit:   ratio 0 to 1; null when nothing was handed over long enough ago.
-- Scope:  hand-offs by their day, save those to an SDR: a return is no hand-off of its own. Given by somebody known to be no SDR that day it is counted apart. Credited to the giver, or the taker when asked.
-- Source: domain specification M16.
with given as (
  select
    coalesce('o:' || opportunity_id, 'l:' || lead_id) as handed,
    opportunity_id, lead_id, from_rep, to_rep,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as handed_at,
    instant_of(accepted_at, accepted_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as taken_at,
    instant_of(rejected_at, rejected_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as refused_at,
    coalesce(at_is_date, false) or coalesce(accepted_at_is_date, false) as by_day
  from handoffs
),
placed as (
  select
    given.*,
    day_of(handed_at, cast($time_zone as varchar), cast($shift as bigint)) as handed_day,
    coalesce(deals.journey_no, owners.journey_no) as journey_no
  from given
  left join derived.journeys as deals on deals.opportunity_id = given.opportunity_id
  left join derived.lead_journeys as owners on owners.lead_id = given.lead_id
  where handed_at <= cast($as_of as timestamp) or handed_at is null
),
returns as (
  select placed.handed, placed.handed_at, count(*) as returns
  from placed
  join placed as later on later.journey_no = placed.journey_no
    and later.handed_at > placed.handed_at and later.handed_at <= placed.handed_at + to_days(14)
  join derived.people as people on people.rep_id = later.to_rep
    and later.handed_day >= people.from_on and later.handed_day < people.to_on
  where people.role = 'sdr'
  group by all
),
roles as (
  select rep_id, role, from_on, to_on from derived.people where role <> 'other'
),
fact as (
  select
    journeys.*,
    from_rep, to_rep, placed.handed_at,
    handed_day as handed_on,
    coalesce(taken_at <= cast($as_of as timestamp), false) as is_accepted,
    coalesce(refused_at <= cast($as_of as timestamp), false) as is_refused,
    coalesce(
      days_between(placed.handed_at, handed_day, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), by_day) <= 7,
      false
    ) as is_young,
    case when taken_at <= cast($as_of as timestamp) then taken_at end as taken_at,
    by_day,
    coalesce(returns, 0) > 0 as came_back,
    coalesce(givers.role, 'sdr') <> 'sdr' as is_from_other,
    0 as is_derived
  from placed
  left join derived.journeys as journeys on journeys.journey_no = placed.journey_no
  left join returns on returns.handed = placed.handed and returns.handed_at = placed.handed_at
  left join roles as givers on givers.rep_id = from_rep and handed_day >= givers.from_on and handed_day < givers.to_on
  left join roles as takers on takers.rep_id = to_rep and handed_day >= takers.from_on and handed_day < takers.to_on
  where coalesce(takers.role, 'ae') <> 'sdr'
)
-- Units
units as (
  select
    scope.*,
    handed_on as on_day,
    is_accepted and handed_at is not null as hit,
    case
      when is_from_other then 'no_sdr'
      when handed_at is null then 'at_missing'
      when is_young and not is_accepted and not is_refused then 'not_mature'
    end as left_out,
    days_between(handed_at, handed_on, taken_at, day_of(taken_at, cast($time_zone as varchar), cast($shift as bigint)), by_day) as accept_days,
    not is_from_other and journey_no is not null and coalesce(case when cast($window_days as integer) is null then outcome <> 'open' else handed_at + to_days(cast($window_days as integer)) <= cast($as_of as timestamp) end, false) as is_ripe,
    coalesce(outcome = 'won' and days_between(handed_at, handed_on, won_at, won_on, by_day or date_only) between 0 and coalesce(cast($window_days as double), 1e9), false) as is_won
  from scope
  where in_period(handed_on, cast($period_from as date), cast($period_to as date)) or (handed_on is null and cast($period_from as date) is null and cast($period_to as date) is null)
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(median(accept_days) filter (hit) as double) as median_days,
  cast(count(*) filter (left_out is null and came_back) as integer) as came_back,
  cast(count(*) filter (is_ripe and is_won) as integer) as yield_won,
  cast(count(*) filter (is_ripe) as integer) as yield_of,
  cast(count(*) filter (is_ripe and is_won) / nullif(count(*) filter (is_ripe), 0) as double) as yield_rate,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(sum(is_derived) as integer) as from_flags,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'at_missing') as integer) as excluded_at_missing,
  cast(count(*) filter (left_out = 'no_sdr') as integer) as excluded_no_sdr
from grouped
group by all
order by by_1, by_2, by_3;
