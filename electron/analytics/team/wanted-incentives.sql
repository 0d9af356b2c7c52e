-- What:   of those who answered, the share who want each kind of incentive; each person's last answer counts.
-- Unit:   ratio 0 to 1; null where fewer than five people answered, who are not broken down.
-- Scope:  answers of the period to the question what incentive people want.
-- Source: domain specification M68.
with answered as (
  select
    survey_id, rep_id, nullif(trim(text), '') as wanted,
    day_of(instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) as day_on,
    instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment
  from surveys
  where kind = 'incentive_pref' and answered_at is not null
),
fact as (
  select
    survey_id, rep_id as owner_id, rep_id as rep_at_2, rep_id as rep_at_close, day_on, wanted, rep_id,
    cast(null as varchar) as segment, cast(null as varchar) as source, cast(null as varchar) as product, cast(null as varchar) as region, cast(null as varchar) as industry
  from answered
  where moment <= cast($as_of as timestamp) and in_period(day_on, cast($period_from as date), cast($period_to as date))
  qualify row_number() over (partition by coalesce(rep_id, survey_id) order by moment desc, survey_id desc) = 1
)
-- Units
units as (
  select
    scope.*,
    day_on as on_day,
    true as hit,
    case when wanted is null then 'no_answer' end as left_out
  from scope
)
-- Answer
select
  by_1, by_2, by_3, wanted,
  cast(count(*) filter (left_out is null) as integer) as people,
  cast(count(*) filter (left_out = 'no_answer') as integer) as excluded_no_answer
from grouped
group by all
order by by_1, by_2, by_3, people desc, wanted;
