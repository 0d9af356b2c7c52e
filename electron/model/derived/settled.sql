-- What:   deals whose invoices are all paid, with the instant the last of them was: an invoice is paid once its good payments add up to 99.5 percent of it.
-- Unit:   instants in UTC.
-- Scope:  invoices issued and payments made up to the as-of; an invoice belongs to its deal, else to its order's.
-- Source: domain specification 1.8 (paid), M29.
create or replace table derived.settled as
with bills as (
  select
    invoices.invoice_id,
    coalesce(invoices.opportunity_id, orders.opportunity_id) as opportunity_id,
    invoices.amount,
    instant_of(issued_at, issued_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as issued
  from invoices
  left join orders on orders.order_id = invoices.order_id
),
paid as (
  select
    invoice_id,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    coalesce(at_is_date, false) as is_date,
    sum(amount) over (
      partition by invoice_id
      order by instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint))
      range unbounded preceding
    ) as so_far
  from payments
  where invoice_id is not null and coalesce(status, 'ok') = 'ok'
    and instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
),
settled_bills as (
  select bills.invoice_id, bills.opportunity_id, min(paid.moment) as settled_at, bool_or(paid.is_date) as is_date
  from bills
  left join paid on paid.invoice_id = bills.invoice_id and paid.so_far >= 0.995 * bills.amount and bills.amount > 0
  where bills.opportunity_id is not null and bills.amount > 0 and (bills.issued is null or bills.issued <= cast($as_of as timestamp))
  group by all
)
select opportunity_id, max(settled_at) as settled_at, coalesce(bool_or(is_date), false) as is_date
from settled_bills
group by opportunity_id
having count(*) = count(settled_at);
