-- What:   money a day: open qualified deals, times the win rate, times the mean won amount, over the mean days from creation to won. Every factor is shown, now and at an earlier as-of, with what each did to the change.
-- Unit:   money in the workspace currency a day; null when one of the factors is.
-- Scope:  opportunities open at the as-of on qualified or above; opportunities closed in the twelve months up to it, whatever the period asked for. The earlier figure is what was known then: what was closed, for how much, and not what came of it since.
-- Source: domain specification M15, 5.14.
with moments as (
  select
    unnest(['now', 'before']) as moment,
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) + 1 as today_on,
    case when moment = 'now' then today_on else cast(today_on - to_months(cast($back_months as integer)) as date) end as until_on,
    cast(until_on - to_months(12) as date) as since_on,
    instant_of(cast(until_on as timestamp), true, cast($time_zone as varchar), cast($shift as bigint)) as cut_at
),
-- The ending each deal stood at in the earlier moment, its kind with paid as won.
held as (
  select
    journey_no, step, from_at, ever_won, amount_money, since_on, until_on, rank as ending,
    case when rank = 8 then 7 else rank end as kind,
    case when rank_before = 8 then 7 else rank_before end as kind_before
  from derived.states
  join moments on moment = 'before' and from_at < cut_at and (states.until_at is null or states.until_at >= cut_at)
  where is_deal and rank >= 7
),
-- Recorded again, or paid since, it had ended when it first did.
first_ended as (
  select held.journey_no, max(states.from_at) as ended_at
  from held
  join derived.states as states on states.journey_no = held.journey_no and states.step < held.step
  where held.kind = held.kind_before and is_deal and rank >= 7
    and case when rank = 8 then 7 else rank end is distinct from case when rank_before = 8 then 7 else rank_before end
  group by held.journey_no
),
stood as (
  select held.*, coalesce(ended_at, from_at) as ended_at, day_of(coalesce(ended_at, from_at), cast($time_zone as varchar), cast($shift as bigint)) as ended_on
  from held
  left join first_ended on first_ended.journey_no = held.journey_no
),
closed as (
  select scope.*, moment
  from scope
  join moments on moment = 'now' and closed_on >= since_on and closed_on < until_on
  union all by name
  select
    scope.* replace (
      case when ending <= 8 then 'won' when ever_won then 'reversed' when ending = 9 then 'lost' when ending = 10 then 'no_decision' else 'disqualified' end as outcome,
      ended_on as closed_on, ended_at as won_at, ended_on as won_on,
      stood.amount_money as amount_money,
      case when stood.amount_money is null then coalesce(money_note, 'no_amount') when money_note <> 'no_amount' then money_note end as money_note
    ),
    'before' as moment
  from scope
  join stood on stood.journey_no = scope.journey_no
  where ended_on >= since_on and ended_on < until_on and not closed_without_date
),
units as (
  select scope.*, began_on as on_day, moment, 'open' as part, moment = 'now' as hit, cast(null as varchar) as left_out, cast(null as double) as cycle_days
  from scope
  join derived.states as states on states.journey_no = scope.journey_no
  join moments on from_at < cut_at and (states.until_at is null or states.until_at >= cut_at)
  where is_deal and states.rank between 2 and 6
  union all by name
  select
    closed.*,
    closed_on as on_day, 'closed' as part, false as hit,
    case when outcome = 'won' and deal_began_on <= won_on and (date_only or deal_began_at <= won_at)
      then days_between(deal_began_at, deal_began_on, won_at, won_on, date_only) end as cycle_days,
    case when outcome = 'won' then coalesce(money_note, case when cycle_days is null then 'bad_dates' end) end as left_out
  from closed
  where opportunity_id is not null and outcome in ('won', 'lost', 'no_decision', 'reversed')
)
-- Answer
select
  by_1, by_2, by_3,
  moment,
  cast(count(*) filter (part = 'open') as integer) as open_deals,
  cast(count(*) filter (part = 'closed') as integer) as closed_deals,
  cast(count(*) filter (part = 'closed' and outcome = 'won') as integer) as won_deals,
  cast(count(*) filter (part = 'closed' and outcome = 'won') / nullif(count(*) filter (part = 'closed'), 0) as double) as win_rate,
  cast(avg(amount_money) filter (part = 'closed' and outcome = 'won') as double) as mean_money,
  cast(avg(exact_score(cycle_days)) as double) as cycle_days,
  cast(count(*) filter (moment = 'now' and part = 'closed' and outcome = 'won' and money_note = 'no_amount') as integer) as excluded_no_amount,
  cast(count(*) filter (moment = 'now' and part = 'closed' and outcome = 'won' and money_note = 'negative') as integer) as excluded_negative,
  cast(count(*) filter (moment = 'now' and part = 'closed' and outcome = 'won' and money_note = 'no_fx') as integer) as excluded_no_fx,
  cast(count(*) filter (moment = 'now' and part = 'closed' and outcome = 'won' and cycle_days is null) as integer) as excluded_bad_dates
from grouped
group by all
order by by_1, by_2, by_3, moment desc;
