-- What:   what was booked on the day a deal was won, and taken off on the day it was lost after all.
-- Unit:   local days; money in ten-thousandths of the workspace currency; kind 0 counted, 1 closed without a date, 2 without an amount, 3 negative, 4 without a rate.
-- Scope:  deals won.
-- Source: domain specification M12.
select
  journey_no - 1 as place,
  case when is_taken_off then closed_on when closed_without_date and outcome = 'won' then null else won_on end as on_day,
  case
    when closed_without_date and not is_taken_off then 1
    when money_note = 'no_amount' then 2
    when money_note = 'negative' then 3
    when money_note = 'no_fx' then 4
    else 0
  end as kind,
  cast(case when is_taken_off then -amount_money else amount_money end * 10000 as bigint) as number
from derived.journeys
cross join (values (false), (true)) as entries (is_taken_off)
where opportunity_id is not null
  and case
    when is_taken_off then outcome = 'reversed' and closed_on is not null
    else outcome = 'won' and (won_on is not null or closed_without_date) or outcome = 'reversed' and won_on is not null
  end;
