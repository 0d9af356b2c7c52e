-- What:   how the open amount due in the close range went from what it was at the start of the change range to what it is at its end: every change of a deal in one bucket. Start plus new, reopened, pulled in and grown, less shrunk, pushed out, won, lost, undecided and disqualified, is the end.
-- Unit:   money in the workspace currency, and deals; grown and shrunk change no count.
-- Scope:  opportunities while open and due in the close range, at each recorded change. A deal won at another amount grew or shrank first; one lost leaves with the amount it had. Deals without any date are left out.
-- Source: domain specification M71.
with bounds as (
  select
    coalesce(instant_of(cast(cast($period_from as date) as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)), timestamp '0001-01-01') as start_at,
    coalesce(instant_of(cast(cast($period_to as date) as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)), timestamp '9999-01-01') as end_at
),
states as (
  select
    journey_no, from_at, until_at, start_at, end_at, rank, rank_before,
    amount_money as amount_after,
    amount_before_money as amount_before,
    rank <= 6 and (cast($close as varchar) = 'all' or in_period(expected_close, cast($close_from as date), cast($close_to as date))) as is_in,
    coalesce(rank_before <= 6 and (cast($close as varchar) = 'all' or in_period(expected_close_before, cast($close_from as date), cast($close_to as date))), false) as was_in
  from derived.states, bounds
  where is_deal
    and (from_at < end_at and from_at >= start_at
      or from_at < start_at and (until_at is null or until_at >= start_at)
      or from_at < end_at and (until_at is null or until_at >= end_at))
),
changes as (
  select * from states where from_at >= start_at and from_at < end_at and (is_in or was_in)
),
moves as (
  select journey_no, 'open_start' as bucket, start_at as moment, amount_after as change_money
  from states where is_in and from_at < start_at and (until_at is null or until_at >= start_at)
  union all
  select journey_no, 'open_end', end_at, amount_after
  from states where is_in and from_at < end_at and (until_at is null or until_at >= end_at)
  union all
  select journey_no, case when rank_before is null then 'new' when rank_before > 6 then 'reopened' else 'pulled_in' end, from_at, amount_after
  from changes where not was_in
  union all
  select journey_no, case when coalesce(amount_after, 0) > coalesce(amount_before, 0) then 'grown' else 'shrunk' end, from_at, abs(coalesce(amount_after, 0) - coalesce(amount_before, 0))
  from changes where was_in and coalesce(amount_after, 0) <> coalesce(amount_before, 0) and (is_in or rank in (7, 8) and amount_after is not null)
  union all
  select
    journey_no,
    case when rank <= 6 then 'pushed_out' when rank in (7, 8) then 'won' else rung_of(rank) end,
    from_at,
    case when rank in (7, 8) then coalesce(amount_after, amount_before) else amount_before end
  from changes where was_in and not is_in
),
units as (
  select
    scope.*,
    day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
    true as hit,
    case when began_on is null then 'bad_dates' end as left_out,
    bucket,
    change_money
  from moves
  join scope on scope.journey_no = moves.journey_no
)
-- Answer
select
  by_1, by_2, by_3,
  bucket,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(distinct journey_no) filter (left_out is null) as integer) as deals,
  cast(sum(change_money) filter (left_out is null) as double) as amount_money,
  cast(exists (select 1 from stage_events where is_inferred) or not exists (select 1 from stage_events where amount is not null) as integer) as from_flags,
  exists (select 1 from stage_events where is_inferred) as is_inferred,
  cast($close as varchar) <> 'all' and not exists (select 1 from stage_events where expected_close is not null) as is_unknown,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out is null and change_money is null and money_note = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out is null and change_money is null and money_note = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out is null and change_money is null and money_note = 'no_fx') as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3, bucket;
