-- Of the opportunities that reached a rung, the share that reached the next shown one within 90 days, by month and rep.
with firsts as (
  select
    opportunity_id,
    min(rep_id) as rep_id,
    min(entered_at) filter (to_stage in ('New lead', 'Contacted', 'Qualified', 'Needs meeting', 'Presented', 'Proposal sent', 'Negotiation', 'Closed won')) as lead_at,
    min(entered_at) filter (to_stage in ('Qualified', 'Needs meeting', 'Presented', 'Proposal sent', 'Negotiation', 'Closed won')) as qualified_at,
    min(entered_at) filter (to_stage in ('Needs meeting', 'Presented', 'Proposal sent', 'Negotiation', 'Closed won')) as meeting_at,
    min(entered_at) filter (to_stage in ('Proposal sent', 'Negotiation', 'Closed won')) as proposal_at,
    min(entered_at) filter (to_stage = 'Closed won') as won_at
  from stage_events
  group by opportunity_id
),
steps as (
  select 'lead' as from_rung, rep_id, lead_at as from_at, qualified_at as to_at from firsts
  union all select 'qualified', rep_id, qualified_at, meeting_at from firsts
  union all select 'meeting', rep_id, meeting_at, proposal_at from firsts
  union all select 'proposal', rep_id, proposal_at, won_at from firsts
),
latest as (
  select greatest((select max(entered_at) from stage_events), (select max("at") from activities), (select max(ordered_at) from orders)) as as_of
)
select
  strftime(from_at, '%Y-%m') as month,
  people.label as rep,
  from_rung,
  cast(count(*) filter (from_at + interval 90 days <= as_of and to_at <= from_at + interval 90 days) as integer) as numerator,
  cast(count(*) filter (from_at + interval 90 days <= as_of) as integer) as denominator,
  cast(count(*) filter (from_at + interval 90 days > as_of) as integer) as immature,
  cast(median(epoch_us(to_at) - epoch_us(from_at)) filter (from_at + interval 90 days <= as_of and to_at <= from_at + interval 90 days) / 86400e6 as double) as median_days
from steps
cross join latest
join people on people.rep_id = steps.rep_id
where from_at is not null
group by all
order by all;
