-- Fiscal years of whole weeks: fiscal is pattern x 10000 + rule x 1000 + weekday x 100 + month. Pattern 1, 2, 3 is 4-4-5, 4-5-4, 5-4-4 weeks a quarter; rule 0 ends the year on the
-- last such weekday (1 Monday to 7 Sunday) of the month before the one named, rule 1 on the one nearest that month's end. A 53rd week belongs to the last month and quarter.
-- A list of one names a value, so that it is written, and planned, once.

-- Last day of the year of whole weeks whose last month lies in a calendar year.
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
  weeks_year(on_day, fiscal) + (case when naming = 'ends' or fiscal % 100 = 1 then 1 else 0 end);

create or replace macro quarter_number(on_day, fiscal) as least(weeks_place(on_day, fiscal).week // 13, 3) + 1;

-- A month is the fiscal one, counted from the beginning of the year.
create or replace macro month_label(on_day, fiscal, naming) as
  cast(fiscal_year(on_day, fiscal, naming) as varchar) || 'P' || lpad(cast(weeks_month(weeks_place(on_day, fiscal).week, fiscal) + 1 as varchar), 2, '0');

create or replace macro long_start(on_day, grain, fiscal) as
  list_transform(
    [weeks_place(on_day, fiscal)],
    lambda place: place.start_on + cast(7 * case grain
      when 'month' then weeks_before(weeks_month(place.week, fiscal), fiscal)
      when 'quarter' then 13 * least(place.week // 13, 3)
      else 0 end as integer)
  )[1];

-- The start of the period in which the day half a period past the usual distance lies.
create or replace macro long_after(start_on, grain, periods, fiscal) as
  long_start(
    start_on + cast(round(periods * case grain when 'month' then 30.4375 when 'quarter' then 91.3125 else 365.25 end) + case grain when 'month' then 14 when 'quarter' then 45 else 180 end as integer),
    grain, fiscal);

create or replace macro long_between(first_on, second_on, grain, fiscal) as
  cast(round((second_on - first_on) / case grain when 'month' then 30.4375 when 'quarter' then 91.3125 else 365.25 end) as bigint);
