-- Of the opportunities spoken to, the share won within 90 days of the first conversation, by rep.
with spoken as (
  select opportunity_id, min("at") as first_at from activities where is_conversation group by opportunity_id
)
select
  people.label as rep,
  cast(count(*) filter (is_won and closed_at >= first_at and closed_at <= first_at + interval 90 days) as integer) as numerator,
  cast(count(*) as integer) as denominator
from spoken
join opportunities on opportunities.opportunity_id = spoken.opportunity_id
join people on people.rep_id = opportunities.owner_id
group by all
order by all;
