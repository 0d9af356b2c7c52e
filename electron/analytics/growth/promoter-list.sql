-- What:   customers whose latest answer would recommend (9 or 10) and who have recommended nobody yet: whom to ask.
-- Unit:   a row a customer; local days, money in the workspace currency, unrounded.
-- Scope:  answers to the question of recommending on a scale of 0 to 10, up to the as-of; recommendations of all of history.
-- Source: domain specification M47, M50.
with fact as (
  select * from derived.customers
)
-- Units
answers as (
  select
    coalesce(merges.head_id, asked.account_id) as account_id,
    arg_max(score, answered) as score,
    max(answered) as answered
  from (
    select
      coalesce(surveys.account_id, contacts.account_id) as account_id,
      cast(score as double) as score,
      instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as answered
    from surveys
    left join contacts on contacts.contact_id = surveys.contact_id
    where surveys.kind = 'nps' and score is not null and coalesce(scale_min, 0) = 0 and coalesce(scale_max, 10) = 10
  ) as asked
  left join derived.merges as merges on merges.account_id = asked.account_id
  where answered <= cast($as_of as timestamp) and asked.account_id is not null
  group by all
),
units as (
  select
    scope.* exclude (value_money),
    day_of(answered, cast($time_zone as varchar), cast($shift as bigint)) as on_day,
    score,
    cast(scope.value_money as double) as brought_money,
    true as hit,
    cast(null as varchar) as left_out
  from answers
  join scope on scope.account_id = answers.account_id
  where score >= 9 and not exists (select 1 from derived.referred as referred where referred.from_account = scope.account_id)
)
-- Answer
select
  by_1, by_2, by_3,
  account_id, account,
  cast(brought_money as double) as value,
  cast(1 as integer) as n,
  coalesce((select any_value(people.label) from derived.people as people where people.rep_id = grouped.owner_id), 'Unassigned') as owner,
  cast(score as double) as score,
  on_day,
  cast(brought_money as double) as value_so_far_money
from grouped
order by by_1, by_2, by_3, brought_money desc nulls last, account, account_id;
