-- What:   per opportunity or lead with recorded stage events: first touch of each rung with its rep, last event, last ending, how often it was reopened and how long it lay closed before its last ending.
-- Unit:   instants in UTC; order_key = microseconds since 1970 x 16 + rank, so that events of one instant order by rank; closed_us microseconds.
-- Scope:  mapped stage events up to the as-of; later ones are invisible. An ending recorded again, and a payment after winning, leave the ending where it was.
-- Source: domain specification 1.8 to 1.10.
create or replace table derived.steps as
with ranks as (
  select stage, cast(rank_of(target) as utinyint) as rank from stage_map where target is not null
),
events as (
  select
    coalesce('o:' || opportunity_id, 'l:' || coalesce(merges.head_id, stage_events.lead_id)) as unit,
    rank,
    instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    coalesce(entered_at_is_date, false) as is_date,
    rep_id,
    from_stage
  from stage_events
  join ranks on ranks.stage = stage_events.to_stage
  left join derived.lead_merges as merges on merges.lead_id = stage_events.lead_id
  where entered_at is not null
),
visible as (
  select *, epoch_us(moment) * 16 + rank as order_key from events where moment <= cast($as_of as timestamp)
),
several as (
  select unit from visible where rank >= 7 and unit is not null group by unit having count(*) > 1
),
turns as (
  select unit, rep_id, order_key, kind, lag(kind) over (partition by unit order by order_key) as kind_before
  from (
    select unit, rep_id, order_key, case when rank <= 6 then 0 when rank <= 8 then 7 else rank end as kind
    from visible
    where unit in (select unit from several)
  )
),
spans as (
  select *, lead(order_key) over (partition by unit order by order_key) as next_key
  from turns
  where kind is distinct from kind_before
),
endings as (
  select
    unit,
    max(order_key) filter (kind >= 7) as ending_key,
    arg_max(rep_id, order_key) filter (kind >= 7 and rep_id is not null) as ending_rep,
    max(order_key) filter (kind = 7) as won_key,
    count(*) filter (kind = 0 and kind_before >= 7) as reopened,
    coalesce(sum(next_key // 16 - order_key // 16) filter (kind >= 7 and next_key is not null), 0) as closed_us
  from spans
  group by unit
),
walked as (
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
  group by unit
)
select
  walked.* exclude (ending_key, ending_rep, won_key),
  coalesce(endings.ending_key, walked.ending_key) as ending_key,
  case when endings.unit is null then walked.ending_rep else endings.ending_rep end as ending_rep,
  coalesce(endings.won_key, walked.won_key) as won_key,
  coalesce(endings.reopened, case when walked.ending_key < last_key and last_key & 15 <= 6 then 1 else 0 end) as reopened,
  coalesce(endings.closed_us, 0) as closed_us
from walked
left join endings on endings.unit = walked.unit;
