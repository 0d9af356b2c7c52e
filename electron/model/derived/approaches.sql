-- What:   per journey when it was first approached from our side, first answered, and last touched at all.
-- Unit:   UTC instants and local days; *_is_date says the instant is a day without a time.
-- Scope:  activities up to the as-of by their opportunity, else their lead. From our side: direction out, or none given; tasks and notes are no approach.
-- Source: domain specification M04, M05, M21.
create or replace table derived.approaches as
with made as (
  select
    opportunity_id,
    lead_id,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    coalesce(at_is_date, false) as is_date,
    coalesce(direction, 'out') = 'out' and kind not in ('task', 'note') as is_out,
    coalesce(is_conversation, false) as is_answered
  from activities
  where opportunity_id is not null or lead_id is not null
),
firsts as (
  select
    opportunity_id, lead_id,
    min(moment) filter (is_out) as first_out_at,
    arg_min(is_date, moment) filter (is_out) as first_out_is_date,
    min(moment) filter (is_out and is_answered) as first_answered_at,
    arg_min(is_date, moment) filter (is_out and is_answered) as first_answered_is_date,
    max(moment) as last_touch_at
  from made
  where moment <= cast($as_of as timestamp)
  group by all
),
linked as (
  select coalesce(journeys.journey_no, lead_journeys.journey_no) as journey_no, firsts.*
  from firsts
  left join derived.journeys as journeys on journeys.opportunity_id = firsts.opportunity_id
  left join derived.lead_journeys as lead_journeys on lead_journeys.lead_id = firsts.lead_id
)
select
  journey_no,
  min(first_out_at) as first_out_at,
  arg_min(first_out_is_date, first_out_at) as first_out_is_date,
  min(first_answered_at) as first_answered_at,
  arg_min(first_answered_is_date, first_answered_at) as first_answered_is_date,
  max(last_touch_at) as last_touch_at,
  day_of(max(last_touch_at), cast($time_zone as varchar), cast($shift as bigint)) as last_touch_on
from linked
where journey_no is not null
group by journey_no
order by journey_no;
