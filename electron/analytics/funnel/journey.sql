-- What:   of the journeys (or customers) in which a sequence of events began in the period, the share that got to each of its steps within the window: in order with others between, strictly one after the other, or in any order. With the days between the steps.
-- Unit:   ratio 0 to 1 of those that began; null when none did.
-- Scope:  recorded events up to the as-of: rungs, activities, orders, surveys, cases, referrals; a deal whose stages nobody recorded began as qualified. Each journey counts once, with its best attempt, the earliest on a tie; an excluded event ends an attempt, and discards it unless the order is any. Attempts too young for the window are counted apart.
-- Source: domain specification M73.
with plan as (
  select
    item ->> 'kind' as kind,
    cast(item ->> 'named' as integer) as named,
    cast(item ->> 'open' as integer) as open_to,
    cast(item ->> 'bars' as integer) as bars,
    cast(item ->> 'place' as integer) as place
  from (select unnest(cast($plan as json[])) as item)
),
subjects as (
  select
    journey_no, opportunity_id, lead_id, origin, owner_id,
    coalesce(merges.head_id, journeys.account_id) as account_id,
    case when cast($over as varchar) = 'account'
      then first_value(journey_no) over (partition by coalesce(merges.head_id, journeys.account_id) order by began_at, journey_no) else journey_no end as subject
  from derived.journeys as journeys
  left join derived.merges as merges on merges.account_id = journeys.account_id
  where cast($over as varchar) = 'journey' or journeys.account_id is not null
),
leads_subjects as (
  select lead_id, min(subject) as subject from subjects where lead_id is not null and origin = 'new' group by lead_id
),
-- By the account itself, and by every one that was merged into it.
accounts_subjects as (
  select distinct account_id, subject from subjects where account_id is not null
  union all
  select distinct merges.account_id, subject
  from subjects
  join derived.merges as merges on merges.head_id = subjects.account_id
),
-- Only what the question names is looked up further; a condition on what an activity names, in the joins, would make DuckDB compare all pairs.
done as (
  select
    opportunity_id, lead_id,
    case when cast($over as varchar) = 'account' and opportunity_id is null and lead_id is null then account_id end as by_account,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    case when is_conversation then 'conversation:' else 'activity:' end || coalesce(kind, 'other') as kind,
    rep_id
  from activities
),
bought as (
  select
    deals.subject, case when deals.subject is null then orders.account_id end as by_account,
    instant_of(ordered_at, ordered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment, orders.rep_id
  from orders
  left join subjects as deals on deals.opportunity_id = orders.opportunity_id
  where coalesce(status, 'placed') <> 'cancelled' and 'order' in (select kind from plan)
),
-- Without these, of the deals of an export without a history only the open ones would have begun.
unrecorded as (
  select opportunity_id from subjects where opportunity_id is not null
  except
  select opportunity_id from stage_events where to_stage is not null
),
events as (
  select subject, from_at as moment, 'stage:' || rung_of(rank) as kind, rep_id, step as input
  from derived.states
  join subjects using (journey_no)
  left join unrecorded on unrecorded.opportunity_id = subjects.opportunity_id
  where is_entry and (not is_assumed or (rank = 2 and unrecorded.opportunity_id is not null)) and 'stage:' || rung_of(rank) in (select kind from plan)
  union all
  select coalesce(deals.subject, leads_subjects.subject, accounts_subjects.subject), moment, kind, rep_id, 0
  from (select * from done where kind in (select kind from plan)) as done
  left join subjects as deals on deals.opportunity_id = done.opportunity_id
  left join leads_subjects on leads_subjects.lead_id = done.lead_id
  left join accounts_subjects on accounts_subjects.account_id = by_account
  union all
  select coalesce(bought.subject, accounts_subjects.subject), moment, 'order', rep_id, 0
  from bought
  left join accounts_subjects on accounts_subjects.account_id = by_account
  union all
  select subject, instant_of(answered_at, answered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), 'survey:' || kind, rep_id, 0
  from surveys join accounts_subjects using (account_id)
  union all
  select subject, instant_of(opened_at, opened_at_is_date, cast($time_zone as varchar), cast($shift as bigint)), 'case:' || coalesce(kind, 'question'), null, 0
  from cases join accounts_subjects using (account_id)
  union all
  select subject, instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)), 'referral', null, 0
  from referrals join accounts_subjects on accounts_subjects.account_id = referrals.from_account
),
-- Each event as the attempt that would start with it: r steps taken, k which of them in any order, f finished, d discarded, t when, w by whom.
told as (
  select
    subject,
    list_transform(
      -- Sorted by its fields in turn, which is many times as quick as an ordered list.
      list_sort(list({'at': epoch_us(moment), 'place': place, 'input': input, 'named': named, 'open': open_to, 'bars': bars, 'rep': rep_id})),
      lambda e: {
        'at': e.at, 'named': e.named, 'open': e.open, 'bars': e.bars,
        'r': 1, 'k': case when e.named > 0 then e.named & -e.named else e.open & -e.open end,
        'f': false, 'd': false, 't': [e.at], 'w': [e.rep]
      }
    ) as story
  from events
  join plan on plan.kind = events.kind
  where subject is not null and moment <= cast($as_of as timestamp)
  group by subject
),
starts as (
  select
    subject, story,
    unnest(list_filter(range(1, len(story) + 1), lambda i:
      case when cast($order as varchar) = 'unordered' then (story[i].named | story[i].open) > 0 else ((story[i].named | story[i].open) & 1) = 1 end
    )) as start
  from told
),
walks as (
  select
    subject, start,
    list_reduce(story[start:], lambda s, e: case
      when s.f then s
      when e.at - s.at > cast($window_us as double)
        then {'at': s.at, 'named': s.named, 'open': s.open, 'bars': s.bars, 'r': s.r, 'k': s.k, 'f': true, 'd': s.d, 't': s.t, 'w': s.w}
      when (e.bars >> s.r) & 1 = 1
        then {'at': s.at, 'named': s.named, 'open': s.open, 'bars': s.bars, 'r': s.r, 'k': s.k, 'f': true, 'd': cast($order as varchar) <> 'unordered', 't': s.t, 'w': s.w}
      when cast($order as varchar) = 'unordered' and ((e.named | e.open) & ~s.k) > 0
        then {'at': s.at, 'named': s.named, 'open': s.open, 'bars': s.bars, 'r': s.r + 1,
          'k': s.k | case when (e.named & ~s.k) > 0 then (e.named & ~s.k) & -(e.named & ~s.k) else (e.open & ~s.k) & -(e.open & ~s.k) end,
          'f': s.r + 1 >= cast($length as integer), 'd': s.d, 't': list_append(s.t, e.at), 'w': list_concat(s.w, e.w)}
      when cast($order as varchar) <> 'unordered' and ((e.named | e.open) >> s.r) & 1 = 1
        then {'at': s.at, 'named': s.named, 'open': s.open, 'bars': s.bars, 'r': s.r + 1, 'k': s.k,
          'f': s.r + 1 >= cast($length as integer), 'd': s.d, 't': list_append(s.t, e.at), 'w': list_concat(s.w, e.w)}
      when cast($order as varchar) = 'strict'
        then {'at': s.at, 'named': s.named, 'open': s.open, 'bars': s.bars, 'r': s.r, 'k': s.k, 'f': true, 'd': s.d, 't': s.t, 'w': s.w}
      else s
    end) as walk
  from starts
  where in_period(day_of(make_timestamp(story[start].at), cast($time_zone as varchar), cast($shift as bigint)), cast($period_from as date), cast($period_to as date))
),
best as (
  select subject, arg_max(walk, (walk.r, -start)) as walk from walks where not walk.d group by subject
),
fact as (
  select
    journeys.*,
    walk,
    coalesce(case cast($credit as varchar)
      when 'last' then walk.w[walk.r]
      when 'all' then case when len(list_distinct(walk.w)) = 1 then walk.w[1] end
      when 'first' then walk.w[1]
      else walk.w[cast($credit_step as integer)]
    end, case when cast($credit as varchar) = 'all' and len(list_distinct(walk.w)) > 1 then null else owner_id end) as path_rep,
    day_of(make_timestamp(walk.at), cast($time_zone as varchar), cast($shift as bigint)) as path_on
  from best
  join derived.journeys as journeys on journeys.journey_no = best.subject
)
-- Units
units as (
  select
    * exclude (walk),
    path_on as on_day,
    cast(step_no as varchar) as step,
    cast($steps as varchar[])[step_no] as event,
    walk.r >= step_no as hit,
    case
      when walk.r = cast($length as integer) and cast($window_us as double) is null then null
      when cast($window_us as double) is null and cast($over as varchar) = 'journey' and outcome = 'open' then 'not_mature'
      when walk.at + cast($window_us as double) > epoch_us(cast($as_of as timestamp)) then 'not_mature'
    end as left_out,
    case when step_no > 1 and walk.r >= step_no then (walk.t[step_no] - walk.t[step_no - 1]) / 86400e6 end as wait_days
  from (select *, unnest(range(1, cast($length as bigint) + 1)) as step_no from scope)
)
-- Answer
select
  by_1, by_2, by_3,
  step,
  event,
  cast(count(*) filter (left_out is null and hit) as integer) as numerator,
  cast(count(*) filter (left_out is null) as integer) as denominator,
  cast(count(*) filter (hit) as integer) as reached,
  cast(count(*) filter (left_out is null and hit) / nullif(lag(count(*) filter (left_out is null and hit)) over (partition by by_1, by_2, by_3 order by cast(step as integer)), 0) as double) as from_previous,
  cast(avg(exact_score(wait_days)) filter (left_out is null) as double) as mean_days,
  cast(median(wait_days) filter (left_out is null) as double) as median_days,
  cast(count(*) filter (left_out = 'not_mature') as integer) as immature,
  cast(count(*) filter (left_out = 'not_mature') as integer) as excluded_not_mature
from grouped
group by by_1, by_2, by_3, step, event
order by by_1, by_2, by_3, cast(step as integer);
