-- What:   of the leads created in the period, the share approached from our side within the window; answered: with a two-way contact.
-- Unit:   ratio 0 to 1; null when no lead is old enough.
-- Scope:  leads by the day they were created. Leads too young for the window are counted apart.
-- Source: domain specification M04.
with timed as (
  select
    scope.*,
    lead_began_on as on_day,
    case when cast($contact as varchar) = 'answered' then first_answered_at else first_out_at end as contact_at,
    coalesce(leads.created_at_is_date, false)
      or coalesce(case when cast($contact as varchar) = 'answered' then first_answered_is_date else first_out_is_date end, false) as by_day
  from scope
  join leads on leads.lead_id = scope.lead_id
  left join derived.approaches as approaches on approaches.journey_no = scope.journey_no
  where origin = 'new' and (in_period(lead_began_on, cast($period_from as date), cast($period_to as date)) or (lead_began_on is null and cast($period_from as date) is null and cast($period_to as date) is null))
),
units as (
  select
    *,
    greatest(0, days_between(lead_began_at, lead_began_on, contact_at, day_of(contact_at, cast($time_zone as varchar), cast($shift as bigint)), by_day)) as contact_days,
    coalesce(contact_at is not null and (cast($window_days as double) is null or contact_days <= cast($window_days as double)), false) as hit,
    case
      when lead_began_at is null then 'created_at_missing'
      when cast($window_days as double) is null and contact_at is null and outcome = 'open' then 'not_mature'
      when days_between(lead_began_at, lead_began_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), by_day)
        < cast($window_days as double) then 'not_mature'
    end as left_out
  from timed
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(count(*) filter (left_out is null and contact_at < lead_began_at) as integer) as before_creation,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'created_at_missing') as integer) as excluded_created_at_missing
from grouped
group by all
order by by_1, by_2, by_3;
