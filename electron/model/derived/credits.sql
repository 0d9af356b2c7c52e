-- What:   everything that counts toward a target: bookings, deals won, renewals, leads and activities, with who is credited for how much.
-- Unit:   local days, activities one row a person and day; amount is money in the workspace currency for bookings, else a number of things.
-- Scope:  up to the as-of. A deal won and later lost counts on both days. Deals won count for their owner, and for the specialists on them.
-- Source: domain specification 1.5, 1.6, M12, M51.
create or replace table derived.credits as
with wins as (
  select journey_id, opportunity_id, rep_at_close, won_on as on_day, 1 as sign from derived.journeys
  where opportunity_id is not null and outcome in ('won', 'reversed') and won_on is not null
  union all
  select journey_id, opportunity_id, rep_at_close, closed_on, -1 from derived.journeys
  where opportunity_id is not null and outcome = 'reversed' and closed_on is not null
),
people_on as (
  select rep_id, role, from_on, to_on from derived.people
)
select 'bookings' as measure, rep_id, on_day, amount from derived.deal_credits
union all
select 'count', rep_at_close, wins.on_day, cast(sign as double)
from wins
union all
select 'count', rep_id, on_day, cast(sign as double)
from (
  select distinct wins.journey_id, sign, roles.rep_id, wins.on_day
  from wins
  join opportunity_roles as roles on roles.opportunity_id = wins.opportunity_id and roles.role = 'specialist' and roles.rep_id is distinct from rep_at_close
  join people_on on people_on.rep_id = roles.rep_id and people_on.role = 'specialist' and wins.on_day >= people_on.from_on and (people_on.to_on is null or wins.on_day < people_on.to_on)
)
union all
select 'renewals', coalesce(renewals.rep_id, subscriptions.owner_id), coalesce(decided_on, due_on), 1.0
from renewals
left join subscriptions on subscriptions.subscription_id = renewals.subscription_id
where outcome = 'renewed' and coalesce(decided_on, due_on) <= day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
union all
select 'leads', rep_at_0, lead_began_on, 1.0
from derived.journeys
where lead_id is not null and origin = 'new' and lead_began_on is not null
union all
select 'activities', rep_id, on_day, cast(count(*) as double)
from derived.rep_work(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint))
where part = 'activity'
group by rep_id, on_day
order by 1, 3;
