-- What:   how long customers stay: for each length of life at which some left, how many were still there and how many left.
-- Unit:   days from the first purchase. A contract ends with its last day; without one a customer has left when the silence says so (0.8 or more), on its last purchase.
-- Scope:  customers by the day of their first purchase; those still there at the as-of are censored. Only the first spell of a customer that left and returned, unless asked.
-- Source: domain specification M41, 5.4, 8 (left and returned).
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
-- Contracts of an account that touch or overlap are one spell.
spells as (
  select account_id, spell, min(from_on) as start_on, max(to_on) filter (is_left) as end_on, bool_or(to_on is null) as is_open
  from (
    select *, 1 + (
      select count(distinct ended.to_on) from derived.contracts as ended
      where ended.account_id = contracts.account_id and ended.is_left and ended.to_on <= contracts.from_on
    ) as spell
    from derived.contracts as contracts
    where mrr > 0
  )
  group by account_id, spell
),
scored as (
  select
    scope.*,
    case
      when cast($model as varchar) = 'bg-nbd' and repeats > 0 then
        1 - 1 / (1 + cast($a as double) / (cast($b as double) + repeats - 1) * pow((cast($alpha as double) + (today - first_order_on)) / (cast($alpha as double) + (last_order_on - first_order_on)), cast($r as double) + repeats))
      when cast($rate as double) is not null then
        1 - pow((cast($rate as double) + (last_order_on - first_order_on)) / (cast($rate as double) + (today - first_order_on)), cast($shape as double) + repeats)
    end as p_left
  from scope
  cross join clock
  where in_period(first_on, cast($period_from as date), cast($period_to as date))
),
lived as (
  select
    scored.*, spells.spell,
    coalesce(spells.start_on, first_on) as start_on,
    case when spells.is_open then null else spells.end_on end as end_on
  from scored
  join spells on spells.account_id = scored.account_id
  where first_order_on is null
  union all
  select
    scored.*, 1 as spell, first_on as start_on,
    case when not under_contract and p_left >= 0.8 then greatest(last_order_on, contract_until) end as end_on
  from scored
  where first_order_on is not null
),
units as (
  select
    lived.*,
    start_on as on_day,
    end_on is not null as hit,
    cast(coalesce(end_on, today) - start_on as double) as life_days,
    cast(cast(coalesce(end_on, today) - start_on as integer) as varchar) as t_days,
    case when first_order_on is not null and p_left is null and not under_contract then 'no_score' end as left_out
  from lived
  cross join clock
  where cast($spell as varchar) = 'all' or spell = 1
)
-- Answer
select
  by_1, by_2, by_3,
  cast(life_days as double) as life_days,
  cast(count(*) filter (left_out is null and hit) as integer) as ended,
  cast(count(*) filter (left_out is null and not hit) as integer) as running,
  cast(count(*) filter (left_out is null and from_won) as integer) as from_flags,
  cast(count(*) filter (left_out = 'no_score') as integer) as excluded_no_score
from grouped
group by all
order by by_1, by_2, by_3, life_days;
