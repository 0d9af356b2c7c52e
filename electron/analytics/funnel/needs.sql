-- What:   of the journeys that reached a proposal, the share whose needs were recorded by then: all the keys of the checklist, or as many as asked; answered: at least one. Met: of the needs known to be met or not, the share met.
-- Unit:   ratio 0 to 1; null when no proposal was reached, or of no need is it known.
-- Scope:  deals by the day they reached proposal; needs by the day they were recorded. The checklist of a product family is the one set for it, else every key recorded for one of its deals; a family without any has none to hold against.
-- Source: domain specification M07.
with set_down as (
  select unnest(cast($checklist_families as varchar[])) as family, unnest(cast($checklist_needs as varchar[])) as need_key
),
noted as (
  select
    opportunity_id, need_key, met,
    instant_of(recorded_at, recorded_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as noted_at,
    coalesce(recorded_at_is_date, false) as by_day
  from opportunity_needs
  where recorded_at is null or instant_of(recorded_at, recorded_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
),
wanted as (
  select family, need_key from set_down
  union
  select coalesce(product_family, ''), need_key
  from noted
  join derived.journeys as journeys on journeys.opportunity_id = noted.opportunity_id
  where coalesce(product_family, '') not in (select family from set_down)
),
lists as (
  select family, count(*) as keys from wanted group by family
),
in_time as (
  select journeys.opportunity_id, count(distinct noted.need_key) as noted_keys
  from noted
  join derived.journeys as journeys on journeys.opportunity_id = noted.opportunity_id
  left join wanted on wanted.family = coalesce(product_family, '') and wanted.need_key = noted.need_key
  where (cast($of as varchar) <> 'recorded' or wanted.need_key is not null)
    and (noted_at is null or noted_at <= reached_5
    or (by_day or date_only) and day_of(noted_at, cast($time_zone as varchar), cast($shift as bigint)) <= reached_on_5)
  group by all
),
units as (
  select
    scope.*,
    reached_on_5 as on_day,
    coalesce(noted_keys, 0) as noted_keys,
    lists.keys as list_keys,
    coalesce(noted_keys, 0) >= case when cast($of as varchar) = 'answered' then 1 else coalesce(cast($keys as integer), lists.keys, 0) end as hit,
    case when cast($of as varchar) = 'recorded' and cast($keys as double) is null and lists.keys is null then 'no_checklist' end as left_out
  from scope
  left join lists on lists.family = coalesce(product_family, '')
  left join in_time on in_time.opportunity_id = scope.opportunity_id
  where cast($of as varchar) <> 'met' and scope.opportunity_id is not null and reached_5 is not null and entry_rank <= 5
    and in_period(reached_on_5, cast($period_from as date), cast($period_to as date))
  union all by name
  select
    scope.*,
    coalesce(day_of(noted_at, cast($time_zone as varchar), cast($shift as bigint)), began_on) as on_day,
    need_key,
    coalesce(met, false) as hit,
    case when met is null then 'not_known' end as left_out
  from scope
  join noted on noted.opportunity_id = scope.opportunity_id
  where cast($of as varchar) = 'met'
    and in_period(coalesce(day_of(noted_at, cast($time_zone as varchar), cast($shift as bigint)), began_on), cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(avg(noted_keys) filter (left_out is null) as double) as mean_keys,
  cast(count(*) filter (left_out is null and noted_keys = 0) as integer) as without_any,
  cast(count(*) filter (left_out = 'no_checklist') as integer) as excluded_no_checklist,
  cast(count(*) filter (left_out = 'not_known') as integer) as excluded_not_known
from grouped
group by all
order by by_1, by_2, by_3;
