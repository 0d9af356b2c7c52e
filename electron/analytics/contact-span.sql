-- What:   the days a question about contacts is judged by.
-- Unit:   local days; end_on is the last of the period, or the as-of's where that comes first, from_on the first on which a customer must have bought.
-- Scope:  one row.
-- Source: domain specification M31.
select end_on, coalesce(cast($period_from as date), cast(end_on + 1 - to_months(12) as date)) as from_on
from (
  select least(today, coalesce(cast($period_to as date) - 1, today)) as end_on
  from (select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today)
);
