-- What:   answers of the period to the question of recommending (NPS) or of being content (CSAT), one a contact, the last; without a contact each counts.
-- Unit:   NPS from -1 to 1: promoters (9, 10) less detractors (0 to 6), on scales of 0 to 10 alone. CSAT ratio: the top two of five, other scales stretched.
-- Scope:  surveys of the kind by the day they were answered, else asked; beside them the customers asked about, of whom some answered.
-- Source: domain specification M50, 8 (survey scales differ).
with fact as (
  select
    *,
    'survey' as row_kind,
    row_number() over (
      partition by contact_id, case when contact_id is null then survey_id end, case when cast($grain as varchar) = 'period' then null else period_start(on_day, cast($grain as varchar), cast($week_start as varchar), cast($fiscal as integer)) end, unfit is null
      order by answered desc, survey_id desc
    ) as place
  from (
    select
      asked_ones.*,
      day_of(coalesce(answered, asked), cast($time_zone as varchar), cast($shift as bigint)) as on_day,
      case
        when answered is null then 'unanswered'
        when score is null then 'no_score'
        when cast($kind as varchar) = 'nps' and not (coalesce(scale_min, 0) = 0 and coalesce(scale_max, 10) = 10) then 'other_scale'
        when score < coalesce(scale_min, case when cast($kind as varchar) = 'nps' then 0 else 1 end) or score > coalesce(scale_max, case when cast($kind as varchar) = 'nps' then 10 else 5 end) then 'off_scale'
      end as unfit
    from (
      select
        surveys.survey_id, surveys.score, surveys.scale_min, surveys.scale_max, surveys.contact_id,
        case when instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
          then instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) end as answered,
        case when instant_of(asked_at, asked_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
          then instant_of(asked_at, asked_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) end as asked,
        coalesce(parties.head_id, surveys.account_id, contacts.account_id) as account_id,
        coalesce(parties.account, surveys.account_id, contacts.account_id) as account,
        coalesce(surveys.rep_id, parties.owner_id) as owner_id,
        parties.segment, parties.source, cast(null as varchar) as product, parties.region, parties.industry,
        cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id
      from surveys
      left join contacts on contacts.contact_id = surveys.contact_id
      left join derived.parties as parties on parties.account_id = coalesce(surveys.account_id, contacts.account_id)
      where surveys.kind = cast($kind as varchar)
    ) as asked_ones
    where coalesce(answered, asked) is not null
  )
  where in_period(on_day, cast($period_from as date), cast($period_to as date))
  union all by name
  select
    'customer' as row_kind, account_id, account, owner_id, segment, source, cast(null as varchar) as product, region, industry,
    cast(null as varchar) as opportunity_id, cast(null as varchar) as lead_id
  from derived.customers
)
-- Units
units as (
  select
    scope.* exclude (unfit, place),
    case when cast($kind as varchar) = 'nps' then score >= 9
      else coalesce((score - coalesce(scale_min, 1)) >= 0.75 * (coalesce(scale_max, 5) - coalesce(scale_min, 1)), false) end as hit,
    cast($kind as varchar) = 'nps' and score <= 6 as is_detractor,
    coalesce(unfit, case when place > 1 then 'earlier_answer' end, case when row_kind = 'customer' then 'no_survey' end) as left_out,
    account_id in (select account_id from derived.customers) as is_customer
  from scope
)
-- Answer
select
  by_1, by_2, by_3,
  cast(count(*) filter (left_out is null and hit) as integer) as promoters,
  cast(count(*) filter (left_out is null and is_detractor) as integer) as detractors,
  cast(count(*) filter (left_out is null) as integer) as n,
  cast(count(*) filter (asked is not null) as integer) as asked,
  cast(count(*) filter (asked is not null and answered is not null) as integer) as asked_answered,
  cast(count(distinct account_id) filter (left_out is null) as integer) as accounts_answered,
  cast(count(distinct account_id) filter (left_out is null and is_customer) as integer) as customers_answered,
  cast(case when cast($grain as varchar) = 'period' then count(*) filter (row_kind = 'customer') else (select count(*) from units where row_kind = 'customer') end as integer) as customers,
  cast(count(*) filter (left_out = 'unanswered') as integer) as excluded_unanswered,
  cast(count(*) filter (left_out = 'no_score') as integer) as excluded_no_score,
  cast(count(*) filter (left_out = 'other_scale') as integer) as excluded_other_scale,
  cast(count(*) filter (left_out = 'off_scale') as integer) as excluded_off_scale,
  cast(count(*) filter (left_out = 'earlier_answer') as integer) as excluded_earlier_answer
from grouped
group by all
having bool_or(row_kind = 'survey')
order by by_1, by_2, by_3;
