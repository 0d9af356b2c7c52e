-- Fiscal years of whole months: fiscal is the month they begin with, 1 to 12.

-- Name of the fiscal year: the calendar year it ends in, or begins in.
create or replace macro fiscal_year(on_day, fiscal, naming) as
  year(on_day - to_months(cast(fiscal as integer) - 1)) + (case when naming = 'ends' and fiscal > 1 then 1 else 0 end);

create or replace macro quarter_number(on_day, fiscal) as quarter(on_day - to_months(cast(fiscal as integer) - 1));

create or replace macro month_label(on_day, fiscal, naming) as strftime(on_day, '%Y-%m');

create or replace macro long_start(on_day, grain, fiscal) as
  case grain
    when 'month' then on_day - cast(day(on_day) - 1 as integer)
    else cast(
      on_day - cast(day(on_day) - 1 as integer)
      - to_months(cast((month(on_day) - fiscal + 12) % (case when grain = 'quarter' then 3 else 12 end) as integer)) as date)
  end;

create or replace macro long_after(start_on, grain, periods, fiscal) as
  cast(start_on + to_months(cast(periods * (case grain when 'month' then 1 when 'quarter' then 3 else 12 end) as integer)) as date);

create or replace macro long_between(first_on, second_on, grain, fiscal) as
  (12 * (year(second_on) - year(first_on)) + month(second_on) - month(first_on)) // (case grain when 'month' then 1 when 'quarter' then 3 else 12 end);
