-- What:   customers active in the period before who are active in this one (or, asked for churn, who are not). By month or quarter each one against the one before.
-- Unit:   ratio 0 to 1; null when nobody was active before.
-- Scope:  a contract counts on the last day of a period, an order in its own period; without dates the twelve months up to the as-of against the twelve before.
-- Source: domain specification M33, M34.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today,
    day_of(cast($as_of as timestamp) + to_microseconds(1), cast($time_zone as varchar), cast($shift as bigint)) as tomorrow
),
asked as (
  select
    coalesce(cast($period_from as date), case when cast($grain as varchar) = 'period' then cast(coalesce(cast($period_to as date), today + 1) - to_months(12) as date) else first_on end) as from_on,
    coalesce(cast($period_to as date), today + 1) as to_on
  from clock, (select min(first_on) as first_on from derived.customers)
),
periods as (
  select spans.*, least(end_on - 1, today) as last_on, end_on <= tomorrow or (cast($grain as varchar) = 'period' and cast($period_to as date) is null) as complete
  from asked, clock, lateral (select * from periods_of(asked.from_on, asked.to_on, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer))) as spans
  where start_on <= today
),
-- Every day of a period and of the one before, so that purchases find theirs by the day alone.
days as (
  select periods.*, cast(unnest(generate_series(cast(before_on as timestamp), cast(last_on as timestamp), interval 1 day)) as date) as on_day
  from periods
),
presence as (
  select account_id, start_on, on_day < start_on as was_active, on_day >= start_on as is_active
  from derived.purchases
  join days using (on_day)
  where orders > 0 and account_id in (select account_id from scope)
  union all
  select account_id, start_on, from_on < start_on and (to_on is null or to_on >= start_on), to_on is null or to_on > last_on
  from derived.contracts
  join periods on from_on <= last_on and (to_on is null or to_on >= start_on)
  where mrr > 0 and account_id in (select account_id from scope)
),
standing as (
  select account_id, start_on, bool_or(is_active) as is_active
  from presence
  group by account_id, start_on
  having bool_or(was_active)
),
units as (
  select
    scope.*,
    standing.start_on as on_day,
    complete,
    is_active,
    left_on is not null and is_active as returned,
    case cast($count as varchar) when 'kept' then is_active when 'gross' then not is_active or left_on is not null else not is_active end as hit,
    cast(null as varchar) as left_out
  from standing
  join periods on periods.start_on = standing.start_on
  join scope on scope.account_id = standing.account_id
  left join (
    select contracts.account_id, periods.start_on, min(to_on) as left_on
    from derived.contracts as contracts
    join periods on to_on >= periods.start_on and to_on <= last_on
    where is_left
    group by all
  ) as leavings on leavings.account_id = standing.account_id and leavings.start_on = standing.start_on
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (hit) as integer) as numerator,
  cast(count(*) as integer) as denominator,
  cast(count(*) filter (is_active) as integer) as kept,
  cast(count(*) filter (not is_active) as integer) as gone,
  cast(count(*) filter (returned) as integer) as returned,
  coalesce(bool_and(complete), true) as complete,
  cast(count(*) filter (from_won) as integer) as from_flags
from grouped
group by all
order by by_1, by_2, by_3;
