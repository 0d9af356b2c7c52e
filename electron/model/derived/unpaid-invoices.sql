-- What:   invoices past due and not paid in full, with what is still open, the customer and who is in charge.
-- Unit:   money in the workspace currency at the rate of the invoice's date; note says why it cannot be said.
-- Scope:  due before the day of the as-of; paid is what reached 99.5 percent of the invoice; those of cancelled orders are none.
-- Source: domain specification 1.5, M29, M38.
create or replace table derived.unpaid_invoices as
with paid as (
  select invoice_id, cast(sum(payments.amount) as double) as amount
  from payments
  where coalesce(status, 'ok') = 'ok' and instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
  group by invoice_id
),
bills as (
  select
    invoices.invoice_id, invoices.due_on, invoices.amount,
    coalesce(orders.account_id, opportunities.account_id) as account_id,
    coalesce(orders.rep_id, opportunities.owner_id) as rep_id,
    opportunities.product_id,
    coalesce(day_of(instant_of(issued_at, issued_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)), invoices.due_on) as issued_on,
    coalesce(invoices.currency, orders.currency, opportunities.currency, cast($currency as varchar)) as currency
  from invoices
  left join orders on orders.order_id = invoices.order_id
  left join opportunities on opportunities.opportunity_id = coalesce(invoices.opportunity_id, orders.opportunity_id)
  where invoices.due_on < day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
    and invoices.amount > 0
    and (orders.status is null or orders.status <> 'cancelled')
)
select
  bills.invoice_id, bills.account_id, bills.rep_id, bills.product_id, bills.due_on,
  (cast(bills.amount as double) - coalesce(paid.amount, 0)) * case when bills.currency = cast($currency as varchar) then 1 else rates.rate end as open_money,
  case when bills.currency <> cast($currency as varchar) and rates.rate is null then 'no_fx' end as note
from bills
left join paid on paid.invoice_id = bills.invoice_id
left join derived.rates as rates on rates.from_ccy = bills.currency and bills.issued_on >= rates.on_day and bills.issued_on < rates.until_day
where coalesce(paid.amount, 0) < 0.995 * bills.amount
order by due_on, invoice_id;
