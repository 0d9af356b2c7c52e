-- Macros every derived table and metric shares, so that a day, a quarter and a duration mean the same everywhere.
-- shift is the workspace zone's distance from UTC in microseconds where it has been the same since 1990 (null otherwise): adding it is five times as fast as asking the calendar for each row.

-- The UTC instant of a stored instant: a date-only one stands for the start of its day in the workspace's zone.
create or replace macro instant_of(moment, is_date, zone, shift) as
  case
    when not coalesce(is_date, false) then moment
    when shift is not null and moment >= timestamp '1990-01-01' then moment - to_microseconds(shift)
    else timezone('UTC', timezone(zone, moment))
  end;

-- The local day of a UTC instant.
create or replace macro day_of(moment, zone, shift) as
  case
    when shift is not null and moment >= timestamp '1990-01-01' then cast(moment + to_microseconds(shift) as date)
    else cast(timezone(zone, timezone('UTC', moment)) as date)
  end;

-- Days between two ends: whole calendar days when either is date-only, else fractional days of 86,400 s.
create or replace macro days_between(start_at, start_on, end_at, end_on, date_only) as
  case when date_only then cast(end_on - start_on as double) else (epoch_us(end_at) - epoch_us(start_at)) / 86400e6 end;

-- True when a local day lies in the half-open period; a missing bound is open.
create or replace macro in_period(on_day, period_from, period_to) as
  on_day is not null
  and (period_from is null or on_day >= cast(period_from as date))
  and (period_to is null or on_day < cast(period_to as date));

create or replace macro fiscal_quarter(on_day, start_month, naming) as
  cast(
    year(on_day - to_months(cast(start_month as integer) - 1))
    + (case when naming = 'ends' and start_month > 1 then 1 else 0 end) as varchar
  )
  || 'Q' || quarter(on_day - to_months(cast(start_month as integer) - 1));

create or replace macro month_label(on_day) as strftime(on_day, '%Y-%m');

create or replace macro week_label(on_day, week_start) as
  case when week_start = 'sunday' then strftime(on_day, '%Y-S%U') else strftime(on_day, '%G-W%V') end;

-- Rank of a rung 0 to 8, or of an exit: 9 lost, 10 no_decision, 11 disqualified; null for anything else.
create or replace macro rank_of(target) as
  list_position(
    ['lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation', 'won', 'paid', 'lost', 'no_decision', 'disqualified'],
    target
  ) - 1;

create or replace macro rung_of(rank) as
  ['lead', 'contacted', 'qualified', 'meeting', 'presented', 'proposal', 'negotiation', 'won', 'paid', 'lost', 'no_decision', 'disqualified'][rank + 1];
