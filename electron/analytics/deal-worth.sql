-- What:   what each deal won is worth, the least first.
-- Unit:   local days; money in ten-thousandths of the workspace currency; score is the logarithm of its amount in millionths of millionths, null for one of nothing.
-- Scope:  deals won whose worth counts.
-- Source: domain specification M13.
select
  journey_no - 1 as place,
  closed_on as on_day,
  cast(cast(amount_money as decimal(18, 4)) * 10000 as bigint) as money,
  cast(case when amount_money > 0 then exact_score(ln(amount_money)) end * 1000000000000 as bigint) as score
from derived.journeys
where opportunity_id is not null and outcome = 'won' and not closed_without_date and money_note is null
order by amount_money;
