-- What:   one row a person and span of time: the label people are shown by, their team and role then. Owners that no rep list names are people too.
-- Unit:   dates, spans half open; the last one ends on 9999-12-31, so that a day is looked up without asking for missing ends.
-- Scope:  everyone who owns, acts or is listed. A role the workspace chose for somebody stands before that of the lists.
-- Source: domain specification 3 (reps, rep_periods), 4 (reps missing).
create or replace table derived.people as
with seen as (
  select distinct rep_id from (
    select owner_id as rep_id from opportunities
    union all select owner_id from leads
    union all select rep_id from stage_events
    union all select rep_id from activities
    union all select owner_id from accounts
    union all select rep_id from orders
    union all select owner_id from subscriptions
    union all select rep_id from renewals
    union all select rep_id from costs
    union all select rep_id from surveys
  )
  where rep_id is not null
),
listed as (
  select rep_id, name, role, team_id, region, started_on, ended_on from reps
  union all
  select rep_id, rep_id, 'other', null, null, null, null from seen anti join reps using (rep_id)
),
chosen as (
  select unnest(cast($role_reps as varchar[])) as rep_id, unnest(cast($role_names as varchar[])) as chosen_role
),
labelled as (
  select
    listed.*, chosen_role,
    case when count(*) over (partition by coalesce(name, listed.rep_id)) > 1 then coalesce(name, listed.rep_id) || ' (' || listed.rep_id || ')'
      else coalesce(name, listed.rep_id) end as label
  from listed
  left join chosen on chosen.rep_id = listed.rep_id
),
bounds as (
  select distinct rep_id, on_day from (
    select rep_id, from_on as on_day from rep_periods
    union all select rep_id, to_on from rep_periods where to_on is not null
    union all select rep_id, date '0001-01-01' from listed
  )
),
spans as (
  select rep_id, on_day as from_on, lead(on_day, 1, date '9999-12-31') over (partition by rep_id order by on_day) as to_on from bounds
)
select
  labelled.rep_id,
  labelled.label,
  coalesce(period.role, chosen_role, labelled.role, 'other') as role,
  coalesce(period.team_id, labelled.team_id) as team,
  labelled.region,
  labelled.started_on,
  labelled.ended_on,
  coalesce(period.leave, false) as on_leave,
  spans.from_on,
  spans.to_on
from labelled
join spans using (rep_id)
left join rep_periods period
  on period.rep_id = labelled.rep_id
  and spans.from_on >= period.from_on
  and (period.to_on is null or spans.from_on < period.to_on)
qualify row_number() over (partition by labelled.rep_id, spans.from_on order by period.from_on desc nulls last) = 1
order by labelled.label, spans.from_on;
