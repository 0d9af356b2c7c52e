-- What:   where journeys stood at the start of the period and where they stand at its end, with their amounts then and now.
-- Unit:   count, and money in the workspace currency.
-- Scope:  every journey that had begun by the end; one that began in between was nowhere at the start. Those whose amount cannot be said are left out of the money alone.
-- Source: domain specification M72.
with bounds as (
  select
    instant_of(cast(cast($period_from as date) as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)) as start_at,
    coalesce(instant_of(cast(cast($period_to as date) as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)), timestamp '9999-01-01') as end_at
),
starts as (
  select journey_no, case when rank >= 9 and ever_won then 9 else rank end as rank, amount_money
  from derived.states, bounds
  where from_at < start_at and (until_at is null or until_at >= start_at)
),
ends as (
  select journey_no, case when rank >= 9 and ever_won then 9 else rank end as rank, amount_money
  from derived.states, bounds
  where from_at < end_at and (until_at is null or until_at >= end_at)
),
units as (
  select
    scope.*,
    began_on as on_day,
    true as hit,
    money_note as left_out,
    starts.rank as rank_start,
    ends.rank as rank_end,
    case when starts.rank is null then 'not_begun' else rung_of(starts.rank) end as rung_start,
    rung_of(ends.rank) as rung_end,
    starts.amount_money as amount_start_money,
    ends.amount_money as amount_end_money
  from scope
  join ends on ends.journey_no = scope.journey_no
  left join starts on starts.journey_no = scope.journey_no
)
-- Answer
select
  by_1, by_2, by_3,
  rung_start,
  rung_end,
  cast(count(*) as integer) as value,
  cast(count(*) as integer) as count,
  cast(count(*) as integer) as n,
  cast(sum(amount_start_money) as double) as amount_start_money,
  cast(sum(amount_end_money) as double) as amount_end_money,
  cast(count(*) filter (from_flags and (rank_end > 6 or not exists (select 1 from stage_events))) as integer) as from_flags,
  cast(count(*) filter (money_note = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (money_note = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (money_note = 'no_fx') as integer) as excluded_no_fx
from grouped
group by by_1, by_2, by_3, rung_start, rung_end, rank_start, rank_end
order by by_1, by_2, by_3, rank_start nulls first, rank_end;
