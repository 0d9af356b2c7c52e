-- What:   each open deal's age on the rung its chance is read from, with the share of that rung's history already won and still open at that age.
-- Unit:   whole days; ratios 0 to 1. reached_on is the day the age counts from; beyond the last age at which five journeys were watched, that age stands.
-- Scope:  deals open at the as-of whose rung has a history.
-- Source: domain specification M19.
create or replace table derived.open_ages as
with readings as (
  select rank, curve_rank, coalesce(max(age_days) filter (at_risk >= 5), 0) as known_to
  from derived.win_chances
  group by all
),
aged as (
  select
    journey_no,
    readings.rank,
    [reached_on_0, reached_on_1, reached_on_2, reached_on_3, reached_on_4, reached_on_5, reached_on_6][curve_rank + 1] as reached_on,
    cast(least(
      day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) - reached_on,
      known_to
    ) as integer) as age_days
  from derived.journeys as journeys
  join readings on readings.rank = journeys.last_rank
  where opportunity_id is not null and outcome = 'open'
)
select
  aged.journey_no, aged.rank, aged.age_days,
  coalesce(won_share, 0) as won_before,
  coalesce(still_open, 1) as open_before
from aged
asof left join derived.win_chances as chances on chances.rank = aged.rank and chances.age_days <= aged.age_days
where reached_on is not null
order by aged.rank, aged.age_days, journey_no;
