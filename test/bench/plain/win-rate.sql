-- Won over all closed deals by rep; disqualified ones do not count.
select
  people.label as rep,
  cast(count(*) filter (is_won) as integer) as numerator,
  cast(count(*) filter (stage <> 'Disqualified') as integer) as denominator
from opportunities
join people on people.rep_id = opportunities.owner_id
where is_closed
group by all
order by all;
