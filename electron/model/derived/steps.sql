-- What:   per opportunity (or, where so asked, per lead) with recorded stage events of its own: first touch of each rung with its rep, last event, last ending, the first amount told of it, how often it was reopened and how long it lay closed before its last ending.
-- Unit:   instants in UTC; reps by their place among the rep ids; order_key = microseconds since 1970 x 16 + rank, so that events of one instant order by rank, and of one rank by their row; closed_us microseconds.
-- Scope:  mapped stage events up to an as-of; later ones are invisible. An ending recorded again, and a payment after winning, leave the ending where it was.
-- Source: domain specification 1.8 to 1.10.
create or replace macro derived.steps(of_leads, as_of, zone, shift) as table
with ranks as (
  select stage, cast(rank_of(target) as utinyint) as rank from stage_map where target is not null
),
events as (
  select
    case when of_leads then coalesce(merges.head_id, stage_events.lead_id) else opportunity_id end as unit,
    ranks.rank,
    instant_of(entered_at, entered_at_is_date, zone, shift) as moment,
    coalesce(entered_at_is_date, false) as is_date,
    cast(enum_code(cast(rep_id as derived.rep_id)) as integer) as rep_no,
    case when from_stage is not null then coalesce(from_ranks.rank, 255) end as from_rank,
    amount,
    src_row
  from stage_events
  join ranks on ranks.stage = stage_events.to_stage
  left join ranks as from_ranks on from_ranks.stage = stage_events.from_stage
  left join derived.lead_merges as merges on of_leads and merges.lead_id = stage_events.lead_id
  where entered_at is not null and (opportunity_id is null) = of_leads
),
visible as not materialized (
  select *, epoch_us(moment) * 16 + rank as order_key, cast(order_key as hugeint) * 1099511627776 + coalesce(src_row, 0) as place from events where moment <= as_of and unit is not null
),
several as (
  select unit from visible where rank >= 7 group by unit having count(*) > 1
),
turns as (
  select *, lag(kind) over (partition by unit order by place) as kind_before
  from (
    select unit, rep_no, order_key, place, case when rank <= 6 then 0 when rank <= 8 then 7 else rank end as kind
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
    arg_max(rep_no, order_key) filter (kind >= 7) as ending_rep,
    max(order_key) filter (kind = 7) as won_key,
    count(*) filter (kind = 0 and kind_before >= 7) as reopened,
    coalesce(sum(next_key // 16 - order_key // 16) filter (kind >= 7 and next_key is not null), 0) as closed_us
  from spans
  group by unit
),
walked as (
  select
    unit,
    min(case when rank = 0 then moment end) as touched_0,
    min(case when rank = 1 then moment end) as touched_1,
    min(case when rank = 2 then moment end) as touched_2,
    min(case when rank = 3 then moment end) as touched_3,
    min(case when rank = 4 then moment end) as touched_4,
    min(case when rank = 5 then moment end) as touched_5,
    min(case when rank = 6 then moment end) as touched_6,
    min(case when rank = 7 then moment end) as touched_7,
    min(case when rank = 8 then moment end) as touched_8,
    arg_min(rep_no, place) filter (rank = 0) as rep_0,
    arg_min(rep_no, place) filter (rank = 1) as rep_1,
    arg_min(rep_no, place) filter (rank = 2) as rep_2,
    arg_min(rep_no, place) filter (rank = 3) as rep_3,
    arg_min(rep_no, place) filter (rank = 4) as rep_4,
    arg_min(rep_no, place) filter (rank = 5) as rep_5,
    arg_min(rep_no, place) filter (rank = 6) as rep_6,
    arg_min(rep_no, place) filter (rank = 7) as rep_7,
    min(order_key) as first_key,
    max(order_key) as last_key,
    max(case when rank >= 7 then order_key end) as ending_key,
    arg_max(rep_no, place) filter (rank >= 7) as ending_rep,
    max(case when rank in (7, 8) then order_key end) as won_key,
    arg_min(from_rank, place) as first_from,
    arg_min(nullif(amount, 0), place) as entry_amount,
    bool_or(is_date) as date_only
  from visible
  group by unit
)
select
  walked.* exclude (first_from, ending_key, ending_rep, won_key),
  nullif(first_from, 255) as from_rank,
  coalesce(endings.ending_key, walked.ending_key) as ending_key,
  case when endings.unit is null then walked.ending_rep else endings.ending_rep end as ending_rep,
  coalesce(endings.won_key, walked.won_key) as won_key,
  coalesce(endings.reopened, case when walked.ending_key < last_key and last_key & 15 <= 6 then 1 else 0 end) as reopened,
  coalesce(endings.closed_us, 0) as closed_us
from walked
left join endings on endings.unit = walked.unit;
