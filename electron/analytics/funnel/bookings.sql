-- What:   amounts of the deals won in the period; a deal won and later lost is taken off again on the day it was lost.
-- Unit:   money in the workspace currency, unrounded; null when nothing was won.
-- Scope:  opportunities by closing day, credited to the owner at closing. Where credit is shared, each gets their share of the money, made to add up to the whole; the deal is counted for its owner alone.
-- Source: domain specification 1.6, M12.
with booked as not materialized (
  select
    journeys.*,
    case cast($attribution as varchar) when 'current' then owner_id when 'at_entry' then rep_at_2 else rep_at_close end as main_rep,
    opportunity_id in (select opportunity_id from derived.credit_shares) as is_shared
  from derived.journeys as journeys
  where opportunity_id is not null and outcome in ('won', 'reversed')
),
-- Shares are cut from the whole one after the other, so that the parts are exactly the whole.
fact as (
  select
    booked.* replace (case when not is_shared then amount_money
      when credit_shares.rep_id is null then 0
      else cast(amount_money * share_to as decimal(18, 4)) - cast(amount_money * share_from as decimal(18, 4)) end as amount_money),
    true as is_main
  from booked
  left join derived.credit_shares as credit_shares on credit_shares.opportunity_id = booked.opportunity_id and credit_shares.rep_id = main_rep
  union all
  select
    booked.* replace (
      cast(amount_money * share_to as decimal(18, 4)) - cast(amount_money * share_from as decimal(18, 4)) as amount_money,
      credit_shares.rep_id as owner_id, credit_shares.rep_id as rep_at_2, credit_shares.rep_id as rep_at_close),
    false
  from booked
  join derived.credit_shares as credit_shares on credit_shares.opportunity_id = booked.opportunity_id and credit_shares.rep_id is distinct from main_rep
)
-- Units
-- Both entries of a deal in one pass: booked on the day it was won, taken off on the day it was lost.
units as (
  select
    scope.* replace (case when is_taken_off then -amount_money else amount_money end as amount_money),
    case when is_taken_off then closed_on else won_on end as on_day,
    true as hit,
    case when closed_without_date and not is_taken_off then 'bad_dates' else money_note end as left_out
  from scope
  cross join (values (false), (true)) as entries (is_taken_off)
  where case when is_taken_off then outcome = 'reversed' and in_period(closed_on, cast($period_from as date), cast($period_to as date))
    else in_period(won_on, cast($period_from as date), cast($period_to as date)) or closed_without_date and outcome = 'won' end
)
-- Answer
select
  by_1, by_2, by_3,
  cast(sum(amount_money) filter (left_out is null) as double) as value,
  cast(count(*) filter (left_out is null and is_main and amount_money >= 0) as integer) as n,
  cast(count(*) filter (left_out = 'bad_dates' and is_main) as integer) as excluded_bad_dates,
  cast(count(*) filter (left_out = 'no_amount' and is_main) as integer) as excluded_no_amount,
  cast(count(*) filter (left_out = 'negative' and is_main) as integer) as excluded_negative,
  cast(count(*) filter (left_out = 'no_fx' and is_main) as integer) as excluded_no_fx
from grouped
group by all
order by by_1, by_2, by_3;
