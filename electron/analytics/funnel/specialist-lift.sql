-- What:   on complicated deals, the win rate with a specialist less the one without, at the same segment, size and step; how often one is involved; and how many such deals each carries.
-- Unit:   difference of ratios, -1 to 1; null without specialists or without deals to compare with. It describes: who asks for help chooses the deals.
-- Scope:  complicated deals closed in the period: those marked so, else those in the top fifth by amount or with three product families. A deal joined only at negotiation or later, or once it was closed, is left out.
-- Source: domain specification M17, 5.13.
with specialists as (
  select
    opportunity_id, rep_id,
    instant_of(coalesce(from_at, timestamp '0001-01-01'), coalesce(from_at_is_date, false), cast($time_zone as varchar), cast($shift as bigint)) as from_at
  from opportunity_roles
  where role = 'specialist'
),
joined as (
  select opportunity_id, arg_min(rep_id, (from_at, rep_id)) as specialist, min(from_at) as joined_at
  from specialists
  where from_at <= cast($as_of as timestamp)
  group by opportunity_id
),
complicated as (
  select
    scope.*,
    specialist, joined_at,
    case when size_money is null then 'Unknown' when size_money <= small_to then 'small' when size_money <= medium_to then 'medium' else 'large' end as size_group,
    case
      when reached_6 <= joined_at then 6 when reached_5 <= joined_at then 5 when reached_4 <= joined_at then 4
      when reached_3 <= joined_at then 3 when reached_2 <= joined_at then 2 else 2
    end as joined_rank
  from scope
  join derived.complicated_deals as complicated_deals on complicated_deals.opportunity_id = scope.opportunity_id
  left join joined on joined.opportunity_id = scope.opportunity_id
  cross join derived.size_bands
),
units as (
  select
    *,
    closed_on as on_day,
    'closed' as part,
    outcome = 'won' as hit,
    case when specialist is not null and (joined_rank >= 6 or joined_at >= closed_at) then 'joined_late' end as left_out
  from complicated
  where outcome in ('won', 'lost', 'no_decision', 'reversed') and in_period(closed_on, cast($period_from as date), cast($period_to as date))
  union all by name
  select *, began_on as on_day, 'open' as part, false as hit, cast(null as varchar) as left_out
  from complicated
  where outcome = 'open' and specialist is not null
)
-- Answer
-- With a specialist: closed deals by the rung at which one joined. Without: the same deals once for every rung they reached. Open ones: how many, and by how many specialists.
select
  by_1, by_2, by_3,
  case when part = 'open' then 'open' when specialist is null then 'without' else 'with' end as side,
  case when part = 'closed' then segment end as deal_segment,
  case when part = 'closed' then size_group end as deal_size,
  cast(rung as integer) as rung,
  cast(count(*) filter (left_out is null) as integer) as trials,
  cast(count(*) filter (left_out is null and hit) as integer) as successes,
  cast(count(distinct specialist) filter (part = 'open') as integer) as specialists,
  cast(count(*) filter (left_out = 'joined_late') as integer) as excluded_joined_late
from (
  select *, unnest(case
    when part = 'open' then [0]
    when specialist is not null then [joined_rank]
    else list_filter([2, 3, 4, 5], lambda k: k = 2 or [reached_3, reached_4, reached_5][k - 2] is not null)
  end) as rung
  from grouped
)
group by all
order by by_1, by_2, by_3, side, deal_segment, deal_size, rung;
