-- What:   online reviews answered in the period: how many, their mean, the share with four of five or better, and how many of those asked answered.
-- Unit:   score 1 to 5 (other scales are stretched to it); ratios. Ranking draws few reviews towards the mean of all in the period, whoever is asked about.
-- Scope:  surveys of kind review by the day they were answered, else asked; without a scale a score is taken as 1 to 5. Beside them the customers asked about, of whom some were asked.
-- Source: domain specification M49.
with fact as (
  select
    'survey' as row_kind,
    surveys.survey_id, surveys.score, surveys.scale_min, surveys.scale_max,
    1 + 4 * cast((score - coalesce(scale_min, 1)) / nullif(coalesce(scale_max, 5) - coalesce(scale_min, 1), 0) as double) as stars,
    case when instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
      then day_of(instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) end as answered_on,
    case when instant_of(asked_at, asked_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
      then day_of(instant_of(asked_at, asked_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), cast($time_zone as varchar), cast($shift as bigint)) end as asked_on,
    coalesce(parties.head_id, surveys.account_id, contacts.account_id) as account_id,
    coalesce(parties.account, surveys.account_id, contacts.account_id) as account,
    coalesce(surveys.rep_id, parties.owner_id) as owner_id,
    parties.segment, parties.source, cast(null as varchar) as product, parties.region, parties.industry,
    cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id
  from surveys
  left join contacts on contacts.contact_id = surveys.contact_id
  left join derived.parties as parties on parties.account_id = coalesce(surveys.account_id, contacts.account_id)
  where surveys.kind = 'review'
  union all by name
  select
    'customer' as row_kind, account_id, account, owner_id, segment, source, cast(null as varchar) as product, region, industry,
    cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id
  from derived.customers
)
-- Units
units as (
  select
    scope.*,
    coalesce(answered_on, asked_on) as on_day,
    coalesce((score - coalesce(scale_min, 1)) >= 0.75 * (coalesce(scale_max, 5) - coalesce(scale_min, 1)), false) as hit,
    account_id in (select account_id from derived.customers) as is_customer,
    case
      when row_kind = 'customer' then 'no_survey'
      when answered_on is null then 'unanswered'
      when score is null then 'no_score'
      when score < coalesce(scale_min, 1) or score > coalesce(scale_max, 5) then 'off_scale'
    end as left_out
  from scope
  where row_kind = 'customer' or in_period(coalesce(answered_on, asked_on), cast($period_from as date), cast($period_to as date))
)
-- Answer
select
  by_1, by_2, by_3,
  cast(avg(exact_score(stars)) filter (left_out is null) as double) as mean,
  cast(stddev_samp(stars order by stars) filter (left_out is null) as double) as spread,
  cast(sum(exact_score(stars)) filter (left_out is null) as double) as total,
  cast((
    select avg(exact_score(stars)) from fact
    where answered_on is not null and stars between 1 and 5 and in_period(answered_on, cast($period_from as date), cast($period_to as date))
  ) as double) as overall,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (left_out is null and hit) as integer) as good,
  cast(count(*) filter (asked_on is not null) as integer) as asked,
  cast(count(*) filter (asked_on is not null and answered_on is not null) as integer) as asked_answered,
  cast(count(distinct account_id) filter (asked_on is not null and is_customer) as integer) as customers_asked,
  cast(case when cast($grain as varchar) = 'period' then count(*) filter (row_kind = 'customer') else (select count(*) from units where row_kind = 'customer') end as integer) as customers,
  cast(count(*) filter (left_out = 'unanswered') as integer) as excluded_unanswered,
  cast(count(*) filter (left_out = 'no_score') as integer) as excluded_no_score,
  cast(count(*) filter (left_out = 'off_scale') as integer) as excluded_off_scale
from grouped
group by all
having bool_or(row_kind = 'survey')
order by by_1, by_2, by_3;
