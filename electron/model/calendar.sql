-- The calendar every metric shares: weeks, months, fiscal quarters and years.
-- fiscal is one number. 1 to 12: fiscal years of whole months that begin with that one. Above: years of whole weeks, pattern x 10000 + rule x 1000 + weekday x 100 + month, where
-- pattern 1, 2, 3 is 4-4-5, 4-5-4, 5-4-4 weeks a quarter, rule 0 ends the year on the last such weekday (1 Monday to 7 Sunday) of the month before, rule 1 on the one nearest that month's end.
-- A 53rd week belongs to the last month and quarter.

-- Last day of the year of whole weeks whose last month lies in a calendar year. (Here and below a list of one names a value, so that it is written, and planned, once.)
create or replace macro weeks_year_end(in_year, fiscal) as
  list_transform(
    [last_day(make_date(cast(in_year as bigint), cast((fiscal % 100 + 10) % 12 + 1 as bigint), 1)) + cast(3 * (fiscal // 1000 % 10) as integer)],
    lambda latest: latest - cast((isodow(latest) - fiscal // 100 % 10 + 7) % 7 as integer)
  )[1];

-- Calendar year that a year of whole weeks is counted by: it begins the day after weeks_year_end of that year.
create or replace macro weeks_year(on_day, fiscal) as
  list_transform(
    [on_day],
    lambda a_day: year(a_day) - case when a_day > weeks_year_end(year(a_day), fiscal) then 0 when a_day > weeks_year_end(year(a_day) - 1, fiscal) then 1 else 2 end
  )[1];

-- Where a day lies in its year of whole weeks: the year, its first day, and how many whole weeks have passed, 0 to 52.
create or replace macro weeks_place(on_day, fiscal) as
  list_transform(
    list_transform([weeks_year(on_day, fiscal)], lambda in_year: {'in_year': in_year, 'start_on': weeks_year_end(in_year, fiscal) + 1}),
    lambda begun: {'in_year': begun.in_year, 'start_on': begun.start_on, 'week': (on_day - begun.start_on) // 7}
  )[1];

-- Month of the year, 0 to 11, that a week lies in.
create or replace macro weeks_month(week, fiscal) as
  list_transform(
    [{'number': least(week // 13, 3), 'into': week - 13 * least(week // 13, 3)}],
    lambda place: 3 * place.number
      + case when place.into < case when fiscal // 10000 = 3 then 5 else 4 end then 0 when place.into < case when fiscal // 10000 = 1 then 8 else 9 end then 1 else 2 end
  )[1];

-- Weeks of the year before a month, 0 to 11.
create or replace macro weeks_before(month_of, fiscal) as
  13 * (month_of // 3)
  + case month_of % 3 when 0 then 0 when 1 then case when fiscal // 10000 = 3 then 5 else 4 end else case when fiscal // 10000 = 1 then 8 else 9 end end;

-- Name of the fiscal year: the calendar year it ends in, or begins in.
create or replace macro fiscal_year(on_day, fiscal, naming) as
  case
    when fiscal <= 12 then year(on_day - to_months(cast(fiscal as integer) - 1)) + case when naming = 'ends' and fiscal > 1 then 1 else 0 end
    else weeks_year(on_day, fiscal) + case when naming = 'ends' or fiscal % 100 = 1 then 1 else 0 end
  end;

create or replace macro fiscal_quarter(on_day, fiscal, naming) as
  cast(fiscal_year(on_day, fiscal, naming) as varchar)
  || 'Q' || case
    when fiscal <= 12 then quarter(on_day - to_months(cast(fiscal as integer) - 1))
    else least(weeks_place(on_day, fiscal).week // 13, 3) + 1
  end;

-- A month: the calendar's, or in a year of whole weeks the fiscal one, counted from its beginning.
create or replace macro month_label(on_day, fiscal, naming) as
  case
    when fiscal <= 12 then strftime(on_day, '%Y-%m')
    else cast(fiscal_year(on_day, fiscal, naming) as varchar)
      || 'P' || lpad(cast(weeks_month(weeks_place(on_day, fiscal).week, fiscal) + 1 as varchar), 2, '0')
  end;

create or replace macro week_label(on_day, week_start) as
  case when week_start = 'sunday' then strftime(on_day, '%Y-S%U') else strftime(on_day, '%G-W%V') end;

-- First day of the day, week, month, fiscal quarter or fiscal year that a day lies in.
create or replace macro period_start(on_day, grain, week_start, fiscal) as
  case
    when grain = 'day' then on_day
    when grain = 'week' then on_day - cast(case when week_start = 'sunday' then dayofweek(on_day) else isodow(on_day) - 1 end as integer)
    when fiscal > 12 then list_transform(
      [weeks_place(on_day, fiscal)],
      lambda place: place.start_on + cast(7 * case grain
        when 'month' then weeks_before(weeks_month(place.week, fiscal), fiscal)
        when 'quarter' then 13 * least(place.week // 13, 3)
        else 0 end as integer)
    )[1]
    when grain = 'month' then on_day - cast(day(on_day) - 1 as integer)
    else cast(
      on_day - cast(day(on_day) - 1 as integer)
      - to_months(cast((month(on_day) - fiscal + 12) % (case when grain = 'quarter' then 3 else 12 end) as integer)) as date)
  end;

-- First day of the period so many periods later. In years of whole weeks: the start of the period in which the day half a period past the usual distance lies.
create or replace macro period_after(start_on, grain, periods, fiscal) as
  case
    when grain = 'day' then start_on + cast(periods as integer)
    when grain = 'week' then start_on + cast(7 * periods as integer)
    when fiscal > 12 then period_start(
      start_on + cast(round(periods * case grain when 'month' then 30.4375 when 'quarter' then 91.3125 else 365.25 end) + case grain when 'month' then 14 when 'quarter' then 45 else 180 end as integer),
      grain, 'monday', fiscal)
    else cast(start_on + to_months(cast(periods * (case grain when 'month' then 1 when 'quarter' then 3 else 12 end) as integer)) as date)
  end;

-- Whole periods from one first day to another.
create or replace macro periods_between(first_on, second_on, grain, fiscal) as
  case
    when grain = 'day' then second_on - first_on
    when grain = 'week' then (second_on - first_on) // 7
    when fiscal > 12 then cast(round((second_on - first_on) / case grain when 'month' then 30.4375 when 'quarter' then 91.3125 else 365.25 end) as bigint)
    else (12 * (year(second_on) - year(first_on)) + month(second_on) - month(first_on)) // (case grain when 'month' then 1 when 'quarter' then 3 else 12 end)
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
    select
      period_start(from_on, grain, week_start, fiscal) as first_on,
      unnest(range(cast(periods_between(period_start(from_on, grain, week_start, fiscal), period_start(to_on - 1, grain, week_start, fiscal), grain, fiscal) as bigint) + 1)) as number
    where grain <> 'period'
  )
  union all
  select
    case
      when day(from_on) = 1 and day(to_on) = 1 then cast(from_on - to_months(cast(periods_between(from_on, to_on, 'month', 1) as integer)) as date)
      else from_on - cast(to_on - from_on as integer)
    end,
    from_on, to_on
  where grain = 'period' and to_on > from_on;
