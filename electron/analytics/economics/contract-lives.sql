-- What:   how long every contract customer has held a contract, and whether it still does.
-- Unit:   months, by the month the first contract began in (12 x year + month): the one it did not renew, or the renewals it has behind it.
-- Scope:  customers with a contract up to the as-of; the whole base, whatever is asked of it.
-- Source: domain specification 5.11, M27.
select
  cast(12 * year(first_contract_on) + month(first_contract_on) as integer) as cohort,
  cast(datesub('month', first_contract_on, least(contract_until, today))
    + cast(not under_contract and cast(first_contract_on + to_months(cast(datesub('month', first_contract_on, contract_until) as integer)) as date) < contract_until as integer) as integer) as months,
  cast(not under_contract as integer) as ended
from derived.customers
cross join (select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today)
where first_contract_on is not null
order by cohort, months, ended;
