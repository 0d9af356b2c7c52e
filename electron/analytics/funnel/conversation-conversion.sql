-- What:   of the prospects spoken to in the period (at least one two-way contact), the share won within the window of their first conversation.
-- Unit:   ratio 0 to 1; null when nobody was spoken to.
-- Scope:  journeys by the day of their first conversation in the period; conversations that belong to no journey are counted apart.
-- Source: domain specification M02.
with spoken as (
  select journey_no, min(moment) as first_at, min(on_day) as first_on, bool_or(is_date) as is_date
  from derived.conversations
  where in_period(on_day, cast($period_from as date), cast($period_to as date))
    and journey_no in (select journey_no from scope)
  group by journey_no
),
units as (
  select
    scope.*,
    first_on as on_day,
    coalesce(outcome = 'won' and days_between(first_at, first_on, won_at, won_on, date_only or is_date)
      between 0 and coalesce(cast($window_days as double), 1e9), false) as hit,
    cast(null as varchar) as left_out
  from scope
  join spoken on spoken.journey_no = scope.journey_no
  union all by name
  -- What belongs to no journey is nobody's, and of no kind.
  select
    first_on as on_day, false as hit, 'unlinked' as left_out,
    'Unassigned' as rep, 'Unassigned' as team, 'Unassigned' as role, -1 as rep_key,
    'Unknown' as segment, 'Unknown' as source, 'Unknown' as product, 'Unknown' as region, 'Unknown' as industry, 'Unknown' as size_band
  from derived.unlinked_conversations as unlinked
  where cast($keeps_unlinked as boolean) and in_period(unlinked.first_on, cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out = 'unlinked') as integer) as excluded_unlinked
from grouped
group by all
order by by_1, by_2, by_3;
