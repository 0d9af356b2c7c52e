-- What:   every state a journey was in, one row from each change to the next: rung or exit, amount, expected close, owner; with the state before, so that a change reads from one row.
-- Unit:   UTC instants, until_at null where it still holds; amount_money decimal in the workspace currency at the journey's own rate; rank 0 to 8 rungs, 9 to 11 exits; is_entry where it was entered, is_assumed where nobody named it.
-- Scope:  recorded events up to the as-of, creation, closing by flags where no ending is recorded or the deal was opened again before, payment in full. A value nobody recorded is the one known before, else the next one known; the last state has the deal's current values.
-- Source: domain specification 1.8 to 1.10, M06, M20, M21, M71, M72.
create or replace table derived.states as
with ranks as (
  select stage, rank_of(target) as rank from stage_map where target is not null
),
events as (
  select
    opportunity_id,
    coalesce(merges.head_id, stage_events.lead_id) as lead_id,
    entered_at,
    instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    rank,
    from_stage,
    rep_id,
    cast(amount as decimal(18, 4)) as amount,
    expected_close,
    src_row
  from stage_events
  left join ranks on ranks.stage = stage_events.to_stage
  left join derived.lead_merges as merges on merges.lead_id = stage_events.lead_id
  where entered_at is not null and (rank is not null or amount is not null or expected_close is not null)
),
firsts as (
  select
    opportunity_id,
    arg_min(from_stage, (entered_at, src_row)) filter (rank is not null) as from_stage,
    bool_or(rank is not null) as has_rank,
    max(moment) filter (rank is not null) as last_at,
    arg_max(rank, (moment, rank)) filter (rank is not null and moment <= cast($as_of as timestamp)) as seen_rank,
    max(moment) filter (rank is not null and moment <= cast($as_of as timestamp)) as seen_at,
    bool_or(rank >= 7 and moment <= cast($as_of as timestamp)) as has_ending
  from events
  where opportunity_id is not null
  group by opportunity_id
),
journey as (
  select
    journey_no, opportunity_id, lead_id, origin, began_at, deal_began_at, won_at, last_rank, amount_money, expected_close, money_note, fx
  from derived.journeys
),
-- What the deal's own columns say: where it began, and when and how it was closed.
own as (
  select
    journey_no,
    opportunities.opportunity_id,
    coalesce(deal_began_at, timestamp '0001-01-01') as start_at,
    case when firsts.has_rank then first_rank.rank else stage_rank.rank end as named_rank,
    coalesce(case when named_rank <= 6 then named_rank end, case when opportunities.lead_id is null then 2 else 0 end) as start_rank,
    coalesce(
      instant_of(opportunities.closed_at, opportunities.closed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)),
      case when firsts.has_rank then firsts.last_at else start_at end) as closed_utc,
    case
      when is_won then 7
      when stage_rank.rank >= 9 or (stage_rank.rank >= 7 and is_won is null) then stage_rank.rank
      when is_closed then 9
    end as stated_rank,
    -- A recorded ending stands over the columns, save where the deal was opened again and they close it later.
    coalesce(firsts.has_ending and (seen_rank >= 7 or closed_utc <= seen_at), false) as is_told,
    case when firsts.has_rank then coalesce(first_rank.rank > 6, true) else stated_rank is not null or stage_rank.rank is null end as start_assumed,
    case when journey.last_rank = 8 then greatest(settled_at, won_at) end as paid_at
  from journey
  join opportunities on opportunities.opportunity_id = journey.opportunity_id
  left join ranks stage_rank on stage_rank.stage = opportunities.stage
  left join firsts on firsts.opportunity_id = opportunities.opportunity_id
  left join ranks first_rank on first_rank.stage = firsts.from_stage
  left join derived.settled as settled on settled.opportunity_id = opportunities.opportunity_id
),
-- kind: 0 beginning, 1 recorded event, 2 qualified, 3 closed by flags, 4 disqualified, 5 paid in full
deal_points as (
  select journey_no, start_at as moment, 0 as kind, start_rank as rank, null as rep_id, null as amount, null as expected_close, null as src_row, start_assumed as assumed from own
  union all by name
  select journey_no, moment, 1 as kind, rank, rep_id, amount, expected_close, src_row, false as assumed
  from events join own on own.opportunity_id = events.opportunity_id
  union all by name
  select journey_no, closed_utc as moment, 3 as kind, stated_rank as rank, false as assumed
  from own where stated_rank is not null and closed_utc <= cast($as_of as timestamp) and not is_told
  union all by name
  select journey_no, paid_at as moment, 5 as kind, 8 as rank, false as assumed from own where paid_at is not null
),
-- What a point says that holds from then on, as bits: 1 paid in full, 2 won by a recorded event, 4 named by somebody.
keyed as (
  select
    *,
    epoch_us(moment) * 16 + case when kind = 0 then 0 else coalesce(rank, 0) + 1 end as order_key,
    case when kind = 5 then 1 else 0 end
      + case when kind = 1 and rank in (7, 8) then 2 else 0 end
      + case when assumed then 0 else 4 end as bits
  from deal_points
),
deal_walk as (
  select
    journey_no, moment, kind, order_key,
    last_value(case when kind = 1 then rank end ignore nulls) over walk as event_rank,
    last_value(case when kind = 3 then rank end ignore nulls) over walk as flag_rank,
    last_value(case when kind = 0 then rank end ignore nulls) over walk as first_rank,
    bit_or(bits) over walk as known_bits,
    last_value(amount ignore nulls) over walk as amount_known,
    first_value(amount ignore nulls) over onward as amount_next,
    last_value(expected_close ignore nulls) over walk as close_known,
    first_value(expected_close ignore nulls) over onward as close_next,
    last_value(rep_id ignore nulls) over walk as rep_id,
    lead(moment) over walk as until_at,
    row_number() over walk as step
  from keyed
  window
    walk as (partition by journey_no order by order_key, src_row, kind rows unbounded preceding),
    onward as (partition by journey_no order by order_key, src_row, kind rows between current row and unbounded following)
),
deal_ranked as (
  select
    journey_no, moment, order_key, step, rep_id, until_at,
    (known_bits & 2) > 0 as ever_won,
    (known_bits & 4) = 0 as is_assumed,
    case
      when (known_bits & 1) > 0 then 8
      when flag_rank is not null then flag_rank
      else coalesce(event_rank, first_rank)
    end as rank,
    coalesce(amount_known, amount_next) as amount,
    coalesce(close_known, close_next) as expected_close
  from deal_walk
),
deal_states as (
  select
    journey_no, moment, step, true as is_deal, rank, ever_won, is_assumed, rep_id,
    case when until_at <= cast($as_of as timestamp) then until_at end as until_at,
    until_at is null as is_last,
    amount, expected_close,
    lag(rank) over walk as rank_before,
    rank is distinct from lag(rank) over walk or lag(is_assumed) over walk as is_entry,
    lag(amount) over walk as amount_before,
    lag(expected_close) over walk as close_before
  from deal_ranked
  where moment <= cast($as_of as timestamp)
  window walk as (partition by journey_no order by step)
),
lead_points as (
  select journey_no, deal_began_at, points.* replace (case when kind in (2, 4) then greatest(moment, began_at) else moment end as moment)
  from (
    select lead_id, instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment, 0 as kind, 0 as rank, null as rep_id, null as src_row from leads
    union all by name
    select lead_id, instant_of(qualified_at, qualified_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment, 2 as kind, 2 as rank from leads where qualified_at is not null
    union all by name
    select lead_id, instant_of(disqualified_at, disqualified_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment, 4 as kind, 11 as rank from leads where disqualified_at is not null
    union all by name
    select lead_id, moment, 1 as kind, rank, rep_id, src_row from events where opportunity_id is null and rank is not null
  ) as points
  join journey on journey.lead_id = points.lead_id and journey.origin = 'new'
  where points.moment <= cast($as_of as timestamp)
    and (journey.opportunity_id is null or points.moment <= journey.deal_began_at)
),
lead_walk as (
  select
    journey_no, moment, deal_began_at,
    last_value(case when kind in (1, 2) then rank end ignore nulls) over walk as event_rank,
    max(case when kind = 4 then 1 end) over walk is not null as is_disqualified,
    last_value(rep_id ignore nulls) over walk as rep_id,
    lead(moment) over walk as next_at,
    row_number() over walk as step
  from lead_points
  window walk as (partition by journey_no order by moment, kind > 0, rank, src_row, kind rows unbounded preceding)
),
lead_states as (
  select
    journey_no, moment, step - 1000000 as step, false as is_deal, rep_id,
    case
      when event_rank >= 9 then event_rank
      when is_disqualified then 11
      when event_rank <= 6 then event_rank
      else 0
    end as rank,
    false as ever_won, false as is_assumed, false as is_last,
    coalesce(next_at, deal_began_at) as until_at
  from lead_walk
),
both_states as (
  select * from deal_states
  union all by name
  select *, rank is distinct from lag(rank) over (partition by journey_no order by step) as is_entry from lead_states
)
select
  journey_no,
  moment as from_at,
  until_at,
  cast(step as integer) as step,
  is_deal,
  cast(rank as tinyint) as rank,
  ever_won,
  is_assumed,
  is_entry,
  rep_id,
  case when is_deal and (money_note is null or money_note = 'no_amount') then cast(
    case when is_last or amount is null then amount_money else amount * fx end as decimal(18, 4)) end as amount_money,
  case when is_deal then case when is_last then coalesce(journey.expected_close, both_states.expected_close)
    else coalesce(both_states.expected_close, journey.expected_close) end end as expected_close,
  cast(rank_before as tinyint) as rank_before,
  case when rank_before is not null and (money_note is null or money_note = 'no_amount')
    then cast(coalesce(amount_before * fx, amount_money) as decimal(18, 4)) end as amount_before_money,
  case when rank_before is not null then coalesce(close_before, journey.expected_close) end as expected_close_before
from both_states
join journey using (journey_no)
order by from_at, journey_no, step;
