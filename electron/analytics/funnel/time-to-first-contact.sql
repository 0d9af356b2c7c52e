-- What:   days from a lead's creation to the first approach from our side; a lead never approached is still waiting at the as-of, or was until it was disqualified.
-- Unit:   days, Kaplan-Meier median and quartiles; null when half were never approached.
-- Scope:  leads by the day they were created. An approach before the creation, as imports bring, counts as zero days.
-- Source: domain specification M05, 5.4.
with timed as (
  select
    scope.*,
    lead_began_on as on_day,
    first_out_at as contact_at,
    coalesce(first_out_at, case when outcome = 'disqualified' then closed_at end, cast($as_of as timestamp)) as seen_at,
    coalesce(leads.created_at_is_date, false) or coalesce(first_out_is_date, first_out_at is null and outcome = 'disqualified' and coalesce(leads.disqualified_at_is_date, false)) as by_day
  from scope
  join leads on leads.lead_id = scope.lead_id
  left join derived.approaches as approaches on approaches.journey_no = scope.journey_no
  where origin = 'new' and in_period(lead_began_on, cast($period_from as date), cast($period_to as date))
),
units as (
  select
    *,
    contact_at is not null as hit,
    cast(null as varchar) as left_out,
    cast(null as varchar) as series,
    greatest(0, days_between(lead_began_at, lead_began_on, seen_at, day_of(seen_at, cast($time_zone as varchar), cast($shift as bigint)), by_day)) as life_days,
    contact_at is not null as ended
  from timed
)
-- Answer
select
  by_1, by_2, by_3,
  median_days, p25_days, p75_days, lower, upper,
  n, contacted, waiting, before_creation
from (
  select
    by_1, by_2, by_3,
    cast(count(*) as integer) as n,
    cast(count(*) filter (ended) as integer) as contacted,
    cast(count(*) filter (not ended) as integer) as waiting,
    cast(count(*) filter (contact_at < lead_began_at) as integer) as before_creation
  from grouped
  group by all
) as counts
left join (select by_1 as q_1, by_2 as q_2, by_3 as q_3, * exclude (by_1, by_2, by_3, series) from survival_quartiles('grouped')) as curve
  on q_1 is not distinct from by_1 and q_2 is not distinct from by_2 and q_3 is not distinct from by_3
order by by_1, by_2, by_3;
