-- Macros every derived table and metric shares, so that a day, a quarter and a duration mean the same everywhere.
-- shift is the workspace zone's distance from UTC in microseconds where it has been the same since 1990 (null otherwise): adding it is five times as fast as asking the calendar for each row.

-- The UTC instant of a stored instant: a date-only one stands for the start of its day in the workspace's zone.
create or replace macro instant_of(moment, is_date, zone, shift) as
  case
    when not coalesce(is_date, false) then moment
    when shift is not null and moment >= timestamp '1990-01-01' then moment - to_microseconds(shift)
    else timezone('UTC', timezone(zone, moment))
  end;

-- The local day of a UTC instant.
create or replace macro day_of(moment, zone, shift) as
  case
    when shift is not null and moment >= timestamp '1990-01-01' then cast(moment + to_microseconds(shift) as date)
    else cast(timezone(zone, timezone('UTC', moment)) as date)
  end;

-- Where something stands in time, for arg_min and arg_max: what happened in one instant is told apart by its id, whatever the order of the rows.
create or replace macro place_of(moment, id) as cast(epoch_us(moment) as hugeint) * 18446744073709551616 + hash(id);

-- Days between two ends: whole calendar days when either is date-only, else fractional days of 86,400 s.
create or replace macro days_between(start_at, start_on, end_at, end_on, date_only) as
  case when date_only then cast(end_on - start_on as double) else (epoch_us(end_at) - epoch_us(start_at)) / 86400e6 end;

-- True when a local day lies in the half-open period; a missing bound is open.
create or replace macro in_period(on_day, period_from, period_to) as
  on_day is not null
  and (period_from is null or on_day >= cast(period_from as date))
  and (period_to is null or on_day < cast(period_to as date));

-- Rank of a rung 0 to 8, or of an exit: 9 lost, 10 no_decision, 11 disqualified; null for anything else.
create or replace macro rank_of(target) as
  list_position(
    ['lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation', 'won', 'paid', 'lost', 'no_decision', 'disqualified'],
    target
  ) - 1;

create or replace macro rung_of(rank) as
  ['lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation', 'won', 'paid', 'lost', 'no_decision', 'disqualified'][rank + 1];

-- A figure as a decimal, so that a sum or mean of many is the same to its last digit in whatever order threads and rows bring them: a sum of floating numbers is not. Null for what is no number.
create or replace macro exact_money(money) as try_cast(money as decimal(38, 8));
create or replace macro exact_score(score) as try_cast(score as decimal(38, 12));

-- What a deal weighs among others: won, its amount; else what it would have brought, and where it has no amount, or zero, its list amount or its product's list price.
create or replace macro weighed_money(outcome, amount_money, worth_money) as
  case when outcome = 'won' then amount_money else coalesce(nullif(amount_money, 0), worth_money) end;

-- Units thrown together at random into blocks that an interval resamples: a unit each while there are few, at most 5,000 a group; a relation with by_1, by_2, by_3, journey_id and left_out (not null: in no block).
create or replace macro in_blocks(units) as table
select *, case when left_out is null then place % greatest(50, least(5000, 25000 // groups)) end as block
from (
  select *, row_number() over (partition by by_1, by_2, by_3, left_out is null order by hash(journey_id), journey_id) as place
  from query_table(units)
), (select greatest(1, count(*)) as groups from (select distinct by_1, by_2, by_3 from query_table(units)));

-- Kaplan-Meier curve of each group of lives: a relation with by_1, by_2, by_3, series, life_days, ended (false: still going on when last seen) and left_out (not null: not judged). One row a time at which something ended.
create or replace macro survival_steps(lives) as table
with counted as (
  select by_1, by_2, by_3, series, life_days, count(*) as leaving, count(*) filter (ended) as endings
  from query_table(lives)
  where left_out is null
  group by all
),
watched as (
  select *, cast(sum(leaving) over (partition by by_1, by_2, by_3, series order by life_days desc) as double) as at_risk from counted
)
select
  by_1, by_2, by_3, series, life_days, at_risk, endings,
  product(1 - endings / at_risk) over so_far as alive,
  sum(case when at_risk > endings then endings / (at_risk * (at_risk - endings)) end) over so_far as greenwood
from watched
where endings > 0
window so_far as (partition by by_1, by_2, by_3, series order by life_days);

-- Limit of a survival share on the log-log scale: z above 0 the lower one, below 0 the upper one; null where the curve is 0.
create or replace macro survival_limit(alive, greenwood, z) as
  case when alive >= 1 then 1.0 when alive > 0 then pow(alive, exp(z * sqrt(greenwood) / abs(ln(alive)))) end;

-- Times by which a quarter, half and three quarters of each group of lives have ended, null where the curve never gets there; limits of the half from where the limit curves cross it.
create or replace macro survival_quartiles(lives) as table
select
  by_1, by_2, by_3, series,
  min(life_days) filter (alive <= 0.5 + 1e-12) as median_days,
  min(life_days) filter (alive <= 0.75 + 1e-12) as p25_days,
  min(life_days) filter (alive <= 0.25 + 1e-12) as p75_days,
  min(life_days) filter (survival_limit(alive, greenwood, 1.959963984540054) <= 0.5 + 1e-12) as lower,
  min(life_days) filter (survival_limit(alive, greenwood, -1.959963984540054) <= 0.5 + 1e-12) as upper
from survival_steps(lives)
group by all;

-- Records merged into another, with the one their history belongs to at the end of the chain: a relation with record_id and merged_into. A chain that runs in a circle ends at the smallest id in the circle.
create or replace macro heads_of(links) as table
with recursive walks as (
  select record_id, merged_into as head_id, [record_id] as passed
  from query_table(links)
  where merged_into is not null and merged_into <> record_id
  union all
  select walks.record_id, links.merged_into, list_append(walks.passed, walks.head_id)
  from walks
  join query_table(links) as links on links.record_id = walks.head_id
  where links.merged_into is not null and links.merged_into <> links.record_id and not list_contains(walks.passed, walks.head_id)
),
ends as (
  select record_id, arg_max(head_id, len(passed)) as head_id, arg_max(passed, len(passed)) as passed from walks group by record_id
)
select record_id, case when list_contains(passed, head_id) then list_min(passed[list_position(passed, head_id):]) else head_id end as head_id
from ends
order by record_id;
