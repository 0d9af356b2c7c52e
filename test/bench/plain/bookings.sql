-- Amounts of won deals by rep.
select people.label as rep, cast(sum(amount) as double) as value
from opportunities
join people on people.rep_id = opportunities.owner_id
where is_won
group by all
order by all;
