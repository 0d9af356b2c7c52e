-- What:   one row a person: how long until the bookings of three months in a row first reached four fifths of the experienced peers' median, or how long it has been without.
-- Unit:   ramp_months from the first day of work to the end of the month in which it was reached, null while not; tenure_months at the as-of or the last day, from the first thing seen of a person whose first day is not known.
-- Scope:  whole months of the fiscal calendar up to the as-of, each against the others of the role held then with more than twelve months behind them. left_out says why a person cannot be judged.
-- Source: domain specification M53.
create or replace table derived.ramps as
with clock as (
  select day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
),
booked as (
  select rep_id, period_start(on_day, 'month', 'monday', cast($fiscal as integer)) as month_on, sum(amount) as money
  from derived.deal_credits
  group by all
),
seats as (
  select
    people.rep_id,
    arg_max(role, from_on) as role,
    any_value(started_on) as started_on,
    any_value(ended_on) as ended_on
  from derived.people as people, clock
  where from_on < tomorrow
  group by people.rep_id
),
-- For those on the list of whom no first day is known: what they were first seen doing.
unknown as (
  select rep_id from reps where started_on is null
),
seen as (
  select rep_id, min(day_of(moment, cast($time_zone as varchar), cast($shift as bigint))) as seen_on
  from (
    select owner_id as rep_id, instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment
    from opportunities where owner_id in (select rep_id from unknown)
    union all
    select owner_id, instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from leads where owner_id in (select rep_id from unknown)
    union all
    select rep_id, instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from stage_events where rep_id in (select rep_id from unknown)
    union all
    select rep_id, instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from activities where rep_id in (select rep_id from unknown)
  )
  where moment <= cast($as_of as timestamp)
  group by rep_id
),
months as (
  select spans.start_on as month_on, spans.end_on
  from (
    select (select min(month_on) from booked) as first_on, period_start(tomorrow, 'month', 'monday', cast($fiscal as integer)) as until_on from clock
  ) as asked, lateral (select * from periods_of(asked.first_on, asked.until_on, 'month', 'monday', cast($fiscal as integer))) as spans
),
present as (
  select seats.rep_id, people.role, coalesce(seats.started_on, seen_on) as started_on, month_on, end_on
  from seats
  cross join months
  left join seen on seen.rep_id = seats.rep_id
  join derived.people as people on people.rep_id = seats.rep_id and end_on - 1 >= people.from_on and end_on - 1 < people.to_on
  where coalesce(seats.started_on, seen_on) < end_on and (seats.ended_on is null or seats.ended_on >= month_on)
),
running as (
  select
    present.*,
    sum(coalesce(money, 0)) over (partition by present.rep_id order by present.month_on rows between 2 preceding and current row) as money,
    periods_between(started_on, present.end_on, 'month') as months_in
  from present
  left join booked on booked.rep_id = present.rep_id and booked.month_on = present.month_on
),
peers as (
  select role, rep_id, month_on, money from running where months_in > 12
),
measured as (
  select distinct role from (select role, median(money) as median_money from peers group by role, month_on) where median_money > 0
),
-- Of those who started within the data: the others of the role in each month.
compared as (
  select running.rep_id, running.end_on, running.money, median(peers.money) as median_money
  from running
  join peers on peers.role = running.role and peers.month_on = running.month_on and peers.rep_id <> running.rep_id
  where running.started_on >= (select min(month_on) from booked)
  group by all
),
reached as (
  select rep_id, min(end_on) as end_on
  from compared
  where median_money > 0 and money >= 0.8 * median_money
  group by rep_id
)
select
  seats.rep_id, seats.role, started_on, ended_on,
  case when reached.end_on is not null then (reached.end_on - started_on) / 30.4375 end as ramp_months,
  case when coalesce(started_on, seen_on) is not null then
    greatest(0, (least(coalesce(ended_on + 1, tomorrow), tomorrow) - coalesce(started_on, seen_on)) / 30.4375)
  end as tenure_months,
  case
    when started_on is null then 'no_start'
    when started_on < (select min(month_on) from booked) or not exists (select 1 from booked) then 'started_before_data'
    when started_on >= tomorrow then 'future'
    when seats.role not in (from measured) or not exists (select 1 from peers where peers.role = seats.role and peers.rep_id <> seats.rep_id) then 'no_peers'
  end as left_out
from seats
cross join clock
left join reached on reached.rep_id = seats.rep_id
left join seen on seen.rep_id = seats.rep_id
order by seats.rep_id;
