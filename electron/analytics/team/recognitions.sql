-- What:   how often each person was recognised in the twelve months up to the as-of, when and for what last, whether that was typed in, and since when they have waited.
-- Unit:   days since the last recognition, or where there was none since the first of all, or since they started if that was later; null where nobody was ever recognised.
-- Scope:  people there now, managers left out.
-- Source: domain specification M69.
with clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
given as (
  select rep_id, day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as on_day, kind, note, coalesce(src_file = '(entered)', false) as is_entered
  from recognitions, clock
  where instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
),
latest as (
  select * from given
  qualify row_number() over (partition by rep_id order by on_day desc, is_entered desc, note) = 1
)
select
  seats.rep, any_value(seats.rep_id) as rep_id,
  any_value(latest.kind) as kind, any_value(latest.note) as note, coalesce(any_value(latest.is_entered), false) as is_entered,
  cast(count(given.on_day) filter (given.on_day > today - 365) as integer) as times,
  strftime(max(given.on_day), '%Y-%m-%d') as last_on,
  cast(case when exists (select 1 from given) then any_value(today) - coalesce(max(given.on_day), greatest(any_value(started_on), (select min(on_day) from given))) end as integer) as waited
from derived.seats as seats
cross join clock
left join given on given.rep_id = seats.rep_id
left join latest on latest.rep_id = seats.rep_id
where is_current and role <> 'manager'
group by seats.rep
order by seats.rep
