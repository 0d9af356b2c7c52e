-- What:   the deals won, by whether their worth counts.
-- Unit:   local days; kind 0 counted, 1 closed without a date, 2 without an amount, 3 negative, 4 without a rate.
-- Scope:  deals won.
-- Source: domain specification M13.
select
  journey_no - 1 as place,
  closed_on as on_day,
  case
    when closed_without_date then 1
    when money_note = 'no_amount' then 2
    when money_note = 'negative' then 3
    when money_note = 'no_fx' then 4
    else 0
  end as kind
from derived.journeys
where opportunity_id is not null and outcome = 'won';
