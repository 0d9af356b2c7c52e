-- What:   won deals over all deals closed in the period; open deals never count, disqualified ones only when asked.
-- Unit:   ratio 0 to 1; null when nothing was closed.
-- Scope:  opportunities by closing day; a deal won and later lost counts as not won, though it reached the rung won.
-- Source: domain specification M08.
with units as (
  select
    scope.*,
    closed_on as on_day,
    outcome = 'won' as hit,
    case
      when closed_without_date then 'bad_dates'
      when outcome = 'open' then 'open'
      when outcome = 'disqualified' and cast($disqualified as varchar) = 'excluded' then 'disqualified'
    end as left_out
  from scope
  where opportunity_id is not null
    and (
      in_period(closed_on, cast($period_from as date), cast($period_to as date))
      or (closed_on is null and (cast($period_to as date) is null or began_on is null or began_on < cast($period_to as date)))
    )
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (left_out = 'open') as integer) as excluded_open,
  cast(count(*) filter (left_out = 'disqualified') as integer) as excluded_disqualified,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates
from grouped
group by all
order by by_1, by_2, by_3;
