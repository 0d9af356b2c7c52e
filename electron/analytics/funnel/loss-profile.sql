-- What:   of the deals lost in the period, the share lost for each reason (or to each competitor); a reason nobody gave is shown as unknown. Asked by reference: the win rate of deals with and without one.
-- Unit:   ratio 0 to 1 of all losses of the group; null when nothing was lost.
-- Scope:  lost opportunities, those won before included, by closing day, credited to the owner at closing; by reference, won, lost and undecided ones.
-- Source: domain specification M10.
with units as (
  select
    scope.*,
    closed_on as on_day,
    case when cast($of as varchar) = 'reference' then outcome = 'won' else true end as hit,
    case when closed_without_date then 'bad_dates' when cast($of as varchar) = 'reference' and has_reference is null then 'no_reference' end as left_out,
    case cast($of as varchar)
      when 'reference' then case when has_reference then 'with_reference' when not has_reference then 'without_reference' end
      when 'competitor' then coalesce(nullif(trim(competitor), ''), 'unknown')
      else coalesce(nullif(trim(loss_reason), ''), 'unknown')
    end as reason
  from scope
  where opportunity_id is not null
    and case when cast($of as varchar) = 'reference' then outcome in ('won', 'lost', 'no_decision', 'reversed') else outcome = 'lost' or outcome = 'reversed' and last_rank = 9 end
    and (in_period(closed_on, cast($period_from as date), cast($period_to as date)) or closed_without_date)
)
-- Answer
select
  by_1, by_2, by_3,
  reason as cause,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(case when cast($of as varchar) = 'reference' then count(*) filter (left_out is null)
    else sum(count(*) filter (left_out is null)) over (partition by by_1, by_2, by_3) end as integer) as denominator,
  cast(count(*) filter (left_out is null) as integer) as kept,
  cast(sum(amount_money) filter (left_out is null) as double) as amount_money,
  cast(count(*) filter (left_out = 'no_reference') as integer) as excluded_no_reference,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates
from grouped
group by by_1, by_2, by_3, reason
order by by_1, by_2, by_3, numerator desc, cause;
