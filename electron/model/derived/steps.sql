-- What:   per opportunity or lead with recorded stage events: first touch of each rung with its rep, last event, last ending.
-- Unit:   instants in UTC; order_key = microseconds since 1970 x 16 + rank, so that events of one instant order by rank.
-- Scope:  mapped stage events up to the as-of; later ones are invisible.
-- Source: domain specification 1.8 to 1.10.
create or replace table derived.steps as
with ranks as (
  select stage, cast(rank_of(target) as utinyint) as rank from stage_map where target is not null
),
events as (
  select
    coalesce('o:' || opportunity_id, 'l:' || lead_id) as unit,
    rank,
    instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    coalesce(entered_at_is_date, false) as is_date,
    rep_id,
    from_stage
  from stage_events
  join ranks on ranks.stage = stage_events.to_stage
  where entered_at is not null
),
visible as (
  select *, epoch_us(moment) * 16 + rank as order_key from events where moment <= cast($as_of as timestamp)
)
select
  unit,
  min(moment) filter (rank = 0) as touched_0,
  min(moment) filter (rank = 1) as touched_1,
  min(moment) filter (rank = 2) as touched_2,
  min(moment) filter (rank = 3) as touched_3,
  min(moment) filter (rank = 4) as touched_4,
  min(moment) filter (rank = 5) as touched_5,
  min(moment) filter (rank = 6) as touched_6,
  min(moment) filter (rank = 7) as touched_7,
  min(moment) filter (rank = 8) as touched_8,
  arg_min(rep_id, order_key) filter (rank = 0 and rep_id is not null) as rep_0,
  arg_min(rep_id, order_key) filter (rank = 1 and rep_id is not null) as rep_1,
  arg_min(rep_id, order_key) filter (rank = 2 and rep_id is not null) as rep_2,
  arg_min(rep_id, order_key) filter (rank = 3 and rep_id is not null) as rep_3,
  arg_min(rep_id, order_key) filter (rank = 4 and rep_id is not null) as rep_4,
  arg_min(rep_id, order_key) filter (rank = 5 and rep_id is not null) as rep_5,
  arg_min(rep_id, order_key) filter (rank = 6 and rep_id is not null) as rep_6,
  arg_min(rep_id, order_key) filter (rank = 7 and rep_id is not null) as rep_7,
  min(order_key) as first_key,
  max(order_key) as last_key,
  max(order_key) filter (rank >= 7) as ending_key,
  arg_max(rep_id, order_key) filter (rank >= 7 and rep_id is not null) as ending_rep,
  max(order_key) filter (rank in (7, 8)) as won_key,
  arg_min(from_stage, order_key) as first_from,
  bool_or(is_date) as date_only
from visible
where unit is not null
group by unit;
