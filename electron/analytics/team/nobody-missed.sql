-- What:   who was missed in the quarter: people without deals or activity, target, training, coaching or recognition; customers without an owner, a touch or a survey.
-- Unit:   how many of these are missing, one row each who lacks any; an empty list means nobody was missed.
-- Scope:  people there on the last day of the period, managers left out; or, asked for, customers active in the last twelve months. A table nobody filled misses nobody.
-- Source: domain specification M63.
with clock as (
  select
    cast($period_from as date) as from_on,
    least(cast($period_to as date) - 1, day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))) as last_on
),
moments as (
  select 'training' as what, rep_id as subject_id, instant_of(completed_at, completed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment from trainings
  union all
  select 'training', rep_id, instant_of(enrolled_at, enrolled_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from trainings
  union all
  select 'coaching', rep_id, instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from coachings
  union all
  select 'recognition', rep_id, instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from recognitions
  union all
  select 'events', rep_id, instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) from stage_events
),
days as (
  select what, subject_id, day_of(moment, cast($time_zone as varchar), cast($shift as bigint)) as on_day from moments where moment <= cast($as_of as timestamp)
  union all
  select 'events', rep_id, on_day from derived.credits
  union all
  select 'events', rep_at_2, began_on from derived.journeys
  union all
  select 'events', rep_at_close, closed_on from derived.journeys
),
seen as (
  select distinct what, subject_id from days, clock where on_day >= from_on and on_day <= last_on
  union
  select 'target', rep_id from targets, clock where rep_id is not null and period_start <= last_on and period_end > from_on
),
there as (
  select people.rep_id, people.label, last_on
  from derived.people as people, clock
  where cast($of as varchar) = 'people' and role <> 'manager'
    and last_on >= people.from_on and (people.to_on is null or last_on < people.to_on)
    and coalesce(started_on, last_on) <= last_on and (ended_on is null or ended_on >= last_on)
),
person as (
  select
    rep_id as subject_id, rep_id as owner_id, last_on,
    rep_id in (select subject_id from seen where what = 'events') as has_events,
    rep_id in (select subject_id from seen where what = 'target') or not exists (select 1 from targets) as has_target,
    rep_id in (select subject_id from seen where what = 'training') or not exists (select 1 from trainings) as has_training,
    rep_id in (select subject_id from seen where what = 'coaching') or not exists (select 1 from coachings) as has_coaching,
    rep_id in (select subject_id from seen where what = 'recognition') or not exists (select 1 from recognitions) as has_recognition
  from there
),
touched as (
  select distinct account_id from derived.touches, clock where (has_out or has_in or conversations > 0) and on_day >= from_on and on_day <= last_on
),
asked as (
  select distinct coalesce(merges.head_id, surveys.account_id) as account_id
  from surveys
  cross join clock
  left join derived.merges as merges on merges.account_id = surveys.account_id
  where surveys.account_id is not null and asked_at is not null
    and day_of(instant_of(asked_at, asked_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) between from_on and last_on
),
-- A contract on the last day, or an order in the twelve months up to it.
active as (
  select account_id from derived.purchases, clock where orders > 0 and on_day >= cast(last_on + 1 - to_months(12) as date) and on_day <= last_on
  union
  select account_id from derived.contracts as contracts, clock where mrr > 0 and contracts.from_on <= last_on and (to_on is null or to_on > last_on)
),
customer as (
  select
    account_id as subject_id, owner_id, last_on, account, account_id, segment, source, region, industry, product, cast(value_money as double) as value_money,
    owner_id is not null as has_owner,
    account_id in (select account_id from touched) or not exists (select 1 from activities) as has_touch,
    account_id in (select account_id from asked) or not exists (select 1 from surveys where kind in ('nps', 'csat', 'review')) as has_survey
  from derived.customers as customers, clock
  where cast($of as varchar) = 'customers' and account_id in (select account_id from active)
),
fact as (
  select
    subject_id, owner_id, owner_id as rep_at_2, owner_id as rep_at_close, last_on as day_on,
    cast(null as varchar) as account, cast(null as varchar) as account_id, cast(null as varchar) as segment, cast(null as varchar) as source,
    cast(null as varchar) as region, cast(null as varchar) as industry, cast(null as varchar) as product, cast(null as double) as value_money,
    has_events, has_target, has_training, has_coaching, has_recognition, cast(null as boolean) as has_owner, cast(null as boolean) as has_touch, cast(null as boolean) as has_survey
  from person
  union all by name
  select
    subject_id, owner_id, owner_id as rep_at_2, owner_id as rep_at_close, last_on as day_on,
    account, account_id, segment, source, region, industry, product, value_money, has_owner, has_touch, has_survey
  from customer
)
-- Units
looked_at as (
  select
    scope.*,
    day_on as on_day,
    coalesce(account, rep) as subject,
    case when account is null then (
      select boss.rep from derived.seats as own join derived.seats as boss on boss.rep_id = own.manager_id where own.rep_id = subject_id
    ) end as manager,
    cast(not coalesce(has_events, true) as integer) + cast(not coalesce(has_target, true) as integer) + cast(not coalesce(has_training, true) as integer)
      + cast(not coalesce(has_coaching, true) as integer) + cast(not coalesce(has_recognition, true) as integer)
      + cast(not coalesce(has_owner, true) as integer) + cast(not coalesce(has_touch, true) as integer) + cast(not coalesce(has_survey, true) as integer) as missing,
    cast(null as varchar) as left_out
  from scope
),
units as (
  select
    *,
    missing > 0 and coalesce(case cast($lacking as varchar)
      when 'events' then not has_events
      when 'target' then not has_target
      when 'training' then not has_training
      when 'coaching' then not has_coaching
      when 'recognition' then not has_recognition
      when 'owner' then not has_owner
      when 'touch' then not has_touch
      when 'survey' then not has_survey
      else true
    end, false) as hit
  from looked_at
)
-- Answer
select
  by_1, by_2, by_3,
  subject,
  subject_id,
  manager,
  rep, team, role,
  cast(missing as double) as value,
  cast(1 as integer) as n,
  cast('ok' as varchar) as state,
  has_events, has_target, has_training, has_coaching, has_recognition,
  has_owner, has_touch, has_survey,
  value_money
from grouped
where hit
order by by_1, by_2, by_3, missing desc, value_money desc nulls last, subject;
