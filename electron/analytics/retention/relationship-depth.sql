-- What:   how many different people of a customer there was contact with in twelve months: the median, and the share of customers known through one person alone.
-- Unit:   people; ratio 0 to 1. Null when no customer had a named contact.
-- Scope:  active customers (a contract on the last day or an order in the same twelve months, up to the end of the period or the as-of); those without any named contact are left out and counted.
-- Source: domain specification M32.
with fact as (
  select * from derived.customers
)
-- Units
clock as (
  select end_on, cast(end_on + 1 - to_months(12) as date) as start_on
  from (
    select least(today, coalesce(cast($period_to as date) - 1, today)) as end_on
    from (select day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today)
  )
),
base as (
  select distinct account_id from derived.purchases, clock where orders > 0 and account_id is not null and on_day between start_on and end_on
  union
  select distinct account_id from derived.contracts, clock where mrr > 0 and from_on <= end_on and (to_on is null or to_on > end_on)
),
met as (
  select distinct
    activities.contact_id,
    coalesce(contacts.account_id, activities.account_id) as account_id
  from activities
  cross join clock
  left join contacts on contacts.contact_id = activities.contact_id
  where activities.contact_id is not null
    and day_of(instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) between start_on and end_on
    and instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
),
people_known as (
  select coalesce(merges.head_id, met.account_id) as account_id, count(distinct contact_id) as people
  from met
  left join derived.merges as merges on merges.account_id = met.account_id
  where met.account_id is not null
  group by all
),
units as (
  select
    scope.*,
    end_on as on_day,
    coalesce(people_known.people, 0) as people,
    coalesce(people_known.people = 1, false) as hit,
    case when people_known.people is null then 'no_contact' end as left_out
  from base
  cross join clock
  join scope on scope.account_id = base.account_id
  left join people_known on people_known.account_id = base.account_id
)
-- Answer
select
  by_1, by_2, by_3,
  cast(list_aggregate(sorted, 'median') as double) as value,
  cast(sorted[greatest(1, cast(floor(n / 2 - 0.979982 * sqrt(n)) as bigint) + 1)] as double) as lower,
  cast(sorted[least(n, cast(ceil(n / 2 + 0.979982 * sqrt(n)) as bigint))] as double) as upper,
  case when n > 0 then 'bootstrap' end as method,
  cast(n as integer) as n,
  cast(single / nullif(n, 0) as double) as single_share,
  cast(single as integer) as single,
  cast(excluded_no_contact as integer) as excluded_no_contact
from (
  select
    by_1, by_2, by_3,
    list_sort(list(people) filter (left_out is null)) as sorted,
    count(*) filter (left_out is null) as n,
    count(*) filter (left_out is null and hit) as single,
    count(*) filter (left_out = 'no_contact') as excluded_no_contact
  from grouped
  group by all
)
order by by_1, by_2, by_3;
