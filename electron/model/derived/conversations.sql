-- What:   two-way contacts that belong to a journey, with the day they count on.
-- Unit:   instants in UTC, local days.
-- Scope:  conversations up to the as-of; linked by opportunity, else by lead.
-- Source: domain specification M02.
create or replace table derived.conversations as
with heard as (
  select
    opportunity_id, lead_id, rep_id, account_id, coalesce(at_is_date, false) as is_date,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment
  from activities
  where is_conversation
)
select
  coalesce(journeys.journey_no, lead_journeys.journey_no) as journey_no,
  moment,
  day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
  is_date,
  rep_id,
  heard.account_id
from heard
left join derived.journey_rows as journeys on journeys.opportunity_id = heard.opportunity_id
left join derived.lead_journeys as lead_journeys on lead_journeys.lead_id = heard.lead_id
where moment <= cast($as_of as timestamp)
order by on_day;
