-- The calendar every metric shares: weeks, months, fiscal quarters and years. What a month, quarter and year are is said before, by `calendar-months.sql` or `calendar-weeks.sql`:
-- long_start, long_after and long_between (month, quarter, year), fiscal_year, quarter_number and month_label. So a workspace's statements carry the rules of its own calendar alone.
-- fiscal is one number that stands for the calendar; those files say how it reads.

create or replace macro fiscal_quarter(on_day, fiscal, naming) as
  cast(fiscal_year(on_day, fiscal, naming) as varchar) || 'Q' || quarter_number(on_day, fiscal);

create or replace macro week_label(on_day, week_start) as
  case when week_start = 'sunday' then strftime(on_day, '%Y-S%U') else strftime(on_day, '%G-W%V') end;

-- First day of the day, week, month, fiscal quarter or fiscal year that a day lies in.
create or replace macro period_start(on_day, grain, week_start, fiscal) as
  case grain
    when 'day' then on_day
    when 'week' then on_day - cast(case when week_start = 'sunday' then dayofweek(on_day) else isodow(on_day) - 1 end as integer)
    else long_start(on_day, grain, fiscal)
  end;

-- First day of the period so many periods later; without a fiscal year those of the calendar.
create or replace macro period_after
(start_on, grain, periods) as
  cast(start_on + to_months(cast(periods * (case grain when 'month' then 1 when 'quarter' then 3 else 12 end) as integer)) as date),
(start_on, grain, periods, fiscal) as
  case grain
    when 'day' then start_on + cast(periods as integer)
    when 'week' then start_on + cast(7 * periods as integer)
    else long_after(start_on, grain, periods, fiscal)
  end;

-- Whole periods from one first day to another; without a fiscal year those of the calendar.
create or replace macro periods_between
(first_on, second_on, grain) as
  (12 * (year(second_on) - year(first_on)) + month(second_on) - month(first_on)) // (case grain when 'month' then 1 when 'quarter' then 3 else 12 end),
(first_on, second_on, grain, fiscal) as
  case grain
    when 'day' then second_on - first_on
    when 'week' then (second_on - first_on) // 7
    else long_between(first_on, second_on, grain, fiscal)
  end;

create or replace macro period_label(start_on, grain, week_start, fiscal, naming) as
  case grain
    when 'day' then strftime(start_on, '%Y-%m-%d')
    when 'week' then week_label(start_on, week_start)
    when 'month' then month_label(start_on, fiscal, naming)
    when 'quarter' then fiscal_quarter(start_on, fiscal, naming)
    else cast(fiscal_year(start_on, fiscal, naming) as varchar)
  end;

-- The periods between two days, each with the start of the one before it; grain 'period' is the whole span, preceded by as many months, or else days.
create or replace macro periods_of(from_on, to_on, grain, week_start, fiscal) as table
  select
    period_after(first_on, grain, number - 1, fiscal) as before_on,
    period_after(first_on, grain, number, fiscal) as start_on,
    period_after(first_on, grain, number + 1, fiscal) as end_on
  from (
    select first_on, unnest(range(cast(periods_between(first_on, last_on, grain, fiscal) as bigint) + 1)) as number
    from (
      select
        period_start(from_on, grain, week_start, fiscal) as first_on,
        period_start(to_on - 1, grain, week_start, fiscal) as last_on
      where grain <> 'period'
    )
  )
  union all
  select
    case
      when day(from_on) = 1 and day(to_on) = 1 then cast(from_on - to_months(cast(periods_between(from_on, to_on, 'month') as integer)) as date)
      else from_on - cast(to_on - from_on as integer)
    end,
    from_on, to_on
  where grain = 'period' and to_on > from_on;

-- The same, each no longer than the days asked for.
create or replace macro periods_within(from_on, to_on, grain, week_start, fiscal) as table
  select greatest(start_on, from_on) as start_on, least(end_on, to_on) as end_on
  from periods_of(from_on, to_on, grain, week_start, fiscal);
