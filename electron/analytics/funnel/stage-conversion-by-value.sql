-- What:   money in the journeys that reached one rung in the period; the share of it in those that reached the other within the window. Each weighs the same at both rungs: with what it is worth now, and where a deal not won has no amount, or zero, with its list amount, else its product's list price.
-- Unit:   ratio 0 to 1; null when no journey with an amount is old enough, and from a lead on.
-- Scope:  journeys by the day they reached the first rung, without those of no known worth. A lead that became no deal has no amount, so from a lead on only sums are told.
-- Source: domain specification M03, M09, 4.
with units as (
  select
    * exclude (amount_money, worth),
    worth as amount_money,
    case
      when closed_without_date then 'bad_dates'
      when from_at is null then 'stage_unknown'
      when money_note in ('negative', 'no_fx') then money_note
      when worth is null then 'no_amount'
      when cast($window_days as double) is null and outcome = 'open' then 'not_mature'
      when days_between(from_at, from_on, cast($as_of as timestamp), day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)), date_only)
        < cast($window_days as double) then 'not_mature'
    end as left_out
  from (
    select
      scope.*,
      coalesce(from_on, began_on) as on_day,
      coalesce(to_at is not null and (cast($window_days as double) is null
        or days_between(from_at, from_on, to_at, to_on, date_only) <= cast($window_days as double)), false) as hit,
      outcome <> 'won' and coalesce(amount_money, 0) = 0 and worth_money > 0 as is_estimated,
      weighed_money(outcome, amount_money, worth_money) as worth
    from scope
    where (from_at is not null or rungs_unknown and cast($from_rank as integer) <= 5)
      and entry_rank <= cast($from_rank as integer)
      and in_period(coalesce(from_on, began_on), cast($period_from as date), cast($period_to as date))
  )
)
-- Answer
-- One row a block of journeys, so that the interval resamples journeys.
select
  by_1, by_2, by_3,
  cast(block as integer) as block,
  cast(sum(case when hit then exact_money(amount_money) else 0 end) filter (left_out is null) as double) as top_money,
  cast(sum(exact_money(amount_money)) filter (left_out is null) as double) as bottom_money,
  cast(max(amount_money) filter (left_out is null) as double) as largest_money,
  cast(coalesce(sum(exact_money(amount_money)) filter (left_out = 'not_mature'), 0) as double) as immature_money,
  cast(coalesce(sum(exact_money(amount_money)) filter (left_out = 'not_mature' and hit), 0) as double) as immature_hits_money,
  cast(count(*) filter (left_out in ('no_amount', 'no_fx', 'negative') and hit) as integer) as hits_without_money,
  cast(count(*) filter (left_out is null and hit) as integer) as hits,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out is null and is_estimated) as integer) as from_flags,
  cast(count(*) filter (left_out = 'stage_unknown') as integer) as excluded_stage_unknown,
  cast(count(*) filter (left_out = 'bad_dates') as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature,
  cast(count(*) filter (left_out = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx') as integer) as excluded_no_fx
from in_blocks('grouped')
group by all
order by by_1, by_2, by_3, block;
