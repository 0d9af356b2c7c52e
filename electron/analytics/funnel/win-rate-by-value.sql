-- What:   money won over the money of all deals closed in the period. A lost deal counts with its amount; where that is missing or zero with its list amount, else its product's list price.
-- Unit:   ratio 0 to 1; null when nothing with an amount was closed.
-- Scope:  opportunities by closing day, without open and disqualified ones. A won deal without an amount, and a lost one without any of the three, is left out.
-- Source: domain specification M09, 4.
with units as (
  select
    scope.* exclude (amount_money),
    closed_on as on_day,
    outcome = 'won' as hit,
    outcome <> 'won' and coalesce(amount_money, 0) = 0 and worth_money > 0 as is_estimated,
    case
      when closed_without_date then 'bad_dates'
      when outcome = 'open' then 'open'
      when outcome = 'disqualified' then 'disqualified'
      when money_note in ('negative', 'no_fx') then money_note
      when weighed_money(outcome, amount_money, worth_money) is null then 'no_amount'
    end as left_out,
    weighed_money(outcome, amount_money, worth_money) as amount_money
  from scope
  where opportunity_id is not null
    and (
      in_period(closed_on, cast($period_from as date), cast($period_to as date))
      or (closed_on is null and (cast($period_to as date) is null or began_on is null or began_on < cast($period_to as date)))
    )
)
-- Answer
-- One row a block of deals, so that the interval resamples deals.
select
  by_1, by_2, by_3,
  cast(block as integer) as block,
  cast(sum(case when hit then exact_money(amount_money) else 0 end) filter (left_out is null) as double) as top_money,
  cast(sum(exact_money(amount_money)) filter (left_out is null) as double) as bottom_money,
  cast(max(amount_money) filter (left_out is null) as double) as largest_money,
  cast(count(*) filter (left_out is null and hit) as integer) as hits,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out is null and is_estimated) as integer) as from_flags,
  cast(count(*) filter (left_out = 'open') as integer) as excluded_open,
  cast(count(*) filter (left_out = 'disqualified') as integer) as excluded_disqualified,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from in_blocks('grouped')
group by all
order by by_1, by_2, by_3, block;
