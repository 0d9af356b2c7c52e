-- What:   each customer's probability of having left, its band, whether it left without a word, and the money at stake. One purchase only, or purchases that settle no model of leaving: how unusual the silence is, not how likely the customer has left.
-- Unit:   ratio 0 to 1; money of the next twelve months in the workspace currency (margin where recorded, else revenue), times the probability.
-- Scope:  customers with purchases and no contract running at the as-of, by the day of their last purchase. Parameters come from a fit over all of them, so a filter changes no score.
-- Source: domain specification M43, 5.8, 5.9.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
lives as (
  select cast(split_part(cell, ' ', 1) as integer) as x, cast(split_part(cell, ' ', 2) as integer) as node, cast(split_part(cell, ' ', 3) as double) as ln_purchases
  from (select unnest(cast($lives as varchar[])) as cell)
),
aged as (
  select
    scope.*,
    cast(last_order_on - first_order_on as double) as last_age,
    cast(today - first_order_on as double) as age,
    cast(today - last_order_on as double) as silence_days
  from scope
  cross join clock
  where not under_contract and (first_order_on is null or in_period(last_order_on, cast($period_from as date), cast($period_to as date)))
),
scored as (
  select
    *,
    case when cast($model as varchar) = 'bg-nbd' and repeats > 0
      then 1 / (1 + cast($a as double) / (cast($b as double) + repeats - 1) * pow((cast($alpha as double) + age) / (cast($alpha as double) + last_age), cast($r as double) + repeats))
    end as p_alive,
    case when cast($rate as double) is not null
      then 1 - pow((cast($rate as double) + last_age) / (cast($rate as double) + last_age + silence_days), cast($shape as double) + repeats)
    end as overdue_score,
    ln((cast($alpha as double) + age) / cast($alpha as double)) / cast($node_width as double) as place
  from aged
),
valued as (
  select
    scored.*,
    coalesce(1 - p_alive, overdue_score) as p_left,
    case
      when cast($model as varchar) = 'bg-nbd' then coalesce(p_alive, 1) * exp(low.ln_purchases + (place - floor(place)) * (high.ln_purchases - low.ln_purchases))
      when cast($model as varchar) = 'cadence' then (1 - overdue_score) * (cast($shape as double) + repeats) / (cast($rate as double) + last_age) * cast($discounted_days as double)
    end as expected_purchases,
    case
      when cast($p as double) is null then cast($mean_money as double)
      when repeats > 0 and repeat_money > 0 then cast($p as double) * (cast($v as double) + cast(repeat_money as double)) / (cast($p as double) * repeats + cast($q as double) - 1)
      else cast($p as double) * cast($v as double) / (cast($q as double) - 1)
    end as purchase_money
  from scored
  left join lives as low on low.x = repeats and low.node = floor(place)
  left join lives as high on high.x = repeats and high.node = floor(place) + 1
),
complaints as (
  select coalesce(merges.head_id, cases.account_id) as account_id, max(day_of(instant_of(opened_at, opened_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint))) as complained_on
  from cases
  left join derived.merges as merges on merges.account_id = cases.account_id
  where kind in ('complaint', 'cancel_notice') and instant_of(opened_at, opened_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
  group by all
),
heard as (
  select account_id, max(on_day) as heard_on from derived.touches where has_in group by account_id
),
units as (
  select
    valued.*,
    last_order_on as on_day,
    last_order_on as last_on,
    case when p_left >= 0.8 then 'likely_left' when p_left >= 0.5 then 'watch' when p_left is not null then 'active' end as band,
    p_left >= 0.8
      and not coalesce(complained_on >= last_order_on, false)
      and not coalesce(notice_on >= last_order_on, false)
      and not coalesce(heard_on > last_order_on, false) as silent,
    case when p_left is not null then p_left * expected_purchases * purchase_money end as value_at_risk_money,
    coalesce(p_left >= 0.8, false) as hit,
    case when first_order_on is null then 'contract' end as left_out
  from valued
  left join complaints on complaints.account_id = valued.account_id
  left join heard on heard.account_id = valued.account_id
)
-- Answer
select
  by_1, by_2, by_3,
  account_id, account,
  cast(p_left as double) as value,
  cast(p_left as double) as p_left,
  cast(purchases as integer) as n,
  case when p_left is null then null when p_alive is null then 'overdue' else 'bg-nbd' end as method,
  case when p_left is null then 'thin' when from_won then 'derived' else 'ok' end as state,
  case when p_left is null then 'few_customers' end as reason,
  band,
  coalesce(silent, false) as silent,
  cast(value_at_risk_money as double) as value_at_risk_money,
  last_on,
  coalesce((select any_value(people.label) from derived.people as people where people.rep_id = grouped.owner_id), 'Unassigned') as owner,
  case when repeats = 0 then 'one_purchase' end as note,
  value_basis as basis,
  cast(case when repeats >= 3 and median_gap_days > 0 then silence_days / median_gap_days end as double) as overdue_ratio
from grouped
where left_out is null
order by by_1, by_2, by_3, value_at_risk_money desc nulls last, p_left desc nulls last, account, account_id;
