-- What:   every trial of a skill: a step of the ladder, a hand-off, a won deal's value, a complicated deal, a follow-up, a renewal, an expansion, and who owned it when it began.
-- Unit:   on_day the local day it began; success_days from there to the success, null without one; age_days to the as-of; size_group by what the deal was worth then, unknown before there is a deal; own_hit and own_left_out where the skill has its own time to ripen, null where the asked window decides; log_money for deal value alone.
-- Scope:  up to the as-of. Journeys of which only flags are recorded are left out as no_stage_events; a rung this company does not use is stepped over. Expanded is a renewal worth over five percent more.
-- Source: domain specification 4, 6 (M16, M17, M30, M36), 7.1.
create or replace table derived.skill_trials as
with clock as (
  select
    cast($as_of as timestamp) as now_at,
    day_of(cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as today
),
used as (
  select
    coalesce(bool_or(target = 'contacted'), false) as has_contacted,
    coalesce(bool_or(target = 'meeting'), false) as has_meeting,
    coalesce(bool_or(target = 'presented'), false) as has_presented,
    coalesce(bool_or(target = 'proposal'), false) as has_proposal
  from stage_map
),
-- Whoever takes a lead over begins when the deal does, whenever the lead was qualified.
journey as (
  select
    *,
    greatest(reached_2, coalesce(deal_began_at, reached_2)) as taken_at,
    greatest(reached_on_2, coalesce(deal_began_on, reached_on_2)) as taken_on
  from derived.journeys
),
steps as (
  select
    journey_no, 'reach' as skill, 'sdr' as skill_role, rep_at_0 as rep_at_entry,
    lead_began_at as entry_at, lead_began_on as entry_on, reached_1 as success_at, reached_on_1 as success_on
  from journey, used
  where has_contacted and lead_id is not null and origin = 'new'
  union all
  select
    journey_no, 'qualify', 'sdr', case when has_contacted then rep_at_1 else rep_at_0 end,
    case when has_contacted then reached_1 else lead_began_at end, case when has_contacted then reached_on_1 else lead_began_on end, reached_2, reached_on_2
  from journey, used
  where lead_id is not null and origin = 'new' and (not has_contacted or (reached_1 is not null and entry_rank <= 1))
  union all
  select journey_no, 'discover', 'ae', rep_at_2, taken_at, taken_on, reached_3, reached_on_3
  from journey, used
  where has_meeting and reached_2 is not null and entry_rank <= 2
  union all
  select
    journey_no, 'present', 'ae', case when has_meeting then rep_at_3 else rep_at_2 end,
    case when has_meeting then reached_3 else taken_at end, case when has_meeting then reached_on_3 else taken_on end, reached_4, reached_on_4
  from journey, used
  where has_presented and (case when has_meeting then reached_3 else reached_2 end) is not null and entry_rank <= (case when has_meeting then 3 else 2 end)
  union all
  select
    journey_no, 'propose', 'ae', case when has_presented then rep_at_4 when has_meeting then rep_at_3 else rep_at_2 end,
    case when has_presented then reached_4 when has_meeting then reached_3 else taken_at end,
    case when has_presented then reached_on_4 when has_meeting then reached_on_3 else taken_on end,
    reached_5, reached_on_5
  from journey, used
  where has_proposal
    and (case when has_presented then reached_4 when has_meeting then reached_3 else reached_2 end) is not null
    and entry_rank <= (case when has_presented then 4 when has_meeting then 3 else 2 end)
  union all
  select
    journey_no, 'close', 'ae', rep_at_5, reached_5, reached_on_5,
    case when outcome <> 'reversed' then reached_7 end, case when outcome <> 'reversed' then reached_on_7 end
  from journey, used
  where has_proposal and reached_5 is not null and entry_rank <= 5
),
joined as (
  select
    opportunity_id, rep_id,
    min(instant_of(from_at, coalesce(from_at_is_date, false), cast($time_zone as varchar), cast($shift as bigint))) as joined_at
  from opportunity_roles
  where role = 'specialist'
  group by all
),
-- What a deal was worth at each moment; where no stage event tells it, its own amount stands in.
amounts as (
  select
    opportunity_id, cast(amount as double) as amount,
    instant_of(entered_at, coalesce(entered_at_is_date, false), cast($time_zone as varchar), cast($shift as bigint)) as known_at
  from stage_events
  where opportunity_id is not null and amount is not null and entered_at is not null
),
told as (
  select exists (select 1 from amounts) as has_amounts
),
helped as (
  select
    journey_no, 'complex_close' as skill, 'specialist' as skill_role, rep_id as rep_at_entry,
    greatest(coalesce(joined_at, taken_at), taken_at) as entry_at,
    day_of(greatest(coalesce(joined_at, taken_at), taken_at), cast($time_zone as varchar), cast($shift as bigint)) as entry_on,
    case when outcome <> 'reversed' then reached_7 end as success_at, case when outcome <> 'reversed' then reached_on_7 end as success_on
  from joined
  join journey on journey.opportunity_id = joined.opportunity_id
  semi join derived.complicated_deals as complicated_deals on complicated_deals.opportunity_id = joined.opportunity_id
  where joined_at is null or ((reached_6 is null or joined_at < reached_6) and (closed_at is null or joined_at < closed_at))
),
tried as (
  select trial.*, journey.opportunity_id
  from (select * from steps union all select * from helped) as trial
  join journey on journey.journey_no = trial.journey_no
),
stepped as (
  select
    journey.* exclude (size_money),
    case when trial.skill_role = 'sdr' then null when has_amounts then trial.amount * fx else journey.size_money end as size_money,
    trial.skill, trial.skill_role, trial.rep_at_entry,
    entry_on as day_on,
    days_between(entry_at, entry_on, success_at, success_on, date_only) as success_days,
    days_between(entry_at, entry_on, now_at, today, date_only) as age_days,
    cast(null as boolean) as own_hit,
    case when from_flags or rungs_unknown then 'no_stage_events' end as own_left_out
  from (
    select tried.*, amounts.amount
    from tried
    asof left join amounts on amounts.opportunity_id = tried.opportunity_id and tried.entry_at >= amounts.known_at
  ) as trial
  join journey on journey.journey_no = trial.journey_no
  cross join clock
  cross join told
  where entry_at <= now_at
),
given as (
  select
    coalesce('o:' || opportunity_id, 'l:' || lead_id) as handed, opportunity_id, lead_id, from_rep,
    instant_of("at", at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as handed_at,
    instant_of(accepted_at, accepted_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as taken_at,
    instant_of(rejected_at, rejected_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as refused_at,
    coalesce(at_is_date, false) as by_day
  from handoffs
),
handed as (
  select
    journey.* exclude (size_money),
    cast(null as double) as size_money,
    'handoff' as skill, 'sdr' as skill_role, from_rep as rep_at_entry,
    day_of(handed_at, cast($time_zone as varchar), cast($shift as bigint)) as day_on,
    coalesce(given.taken_at <= now_at, false) as own_hit,
    case
      when coalesce(given.taken_at <= now_at, false) or coalesce(refused_at <= now_at, false) then null
      when days_between(handed_at, day_of(handed_at, cast($time_zone as varchar), cast($shift as bigint)), now_at, today, by_day) <= 7 then 'not_mature'
    end as own_left_out
  from given
  left join derived.lead_journeys as lead_journeys on lead_journeys.lead_id = given.lead_id
  left join derived.journeys as deals on deals.opportunity_id = given.opportunity_id
  join journey on journey.journey_no = coalesce(deals.journey_no, lead_journeys.journey_no)
  cross join clock
  where handed_at <= now_at
),
valued as (
  select
    journey.*,
    'value' as skill, 'ae' as skill_role, coalesce(rep_at_7, rep_at_close) as rep_at_entry,
    won_on as day_on,
    true as own_hit,
    case when amount_money is null then money_note when amount_money <= 0 then 'no_amount' end as own_left_out,
    case when amount_money > 0 then ln(amount_money) end as log_money
  from journey
  where outcome = 'won' and opportunity_id is not null and won_on is not null
),
cared as (
  select
    journey.* exclude (owner_id),
    'follow_up' as skill, 'cs' as skill_role,
    coalesce(parties.owner_id, rep_at_close) as rep_at_entry, coalesce(parties.owner_id, journey.owner_id) as owner_id,
    won_on as day_on,
    exists (
      select 1 from derived.touches as touches
      where touches.account_id = coalesce(merges.head_id, journey.account_id) and has_out and touches.on_day > won_on and touches.on_day <= won_on + 30
    ) as own_hit,
    case when journey.account_id is null then 'no_account' when won_on + 30 > today then 'not_mature' end as own_left_out
  from journey
  left join derived.merges as merges on merges.account_id = journey.account_id
  left join derived.parties as parties on parties.account_id = journey.account_id
  cross join clock
  where opportunity_id is not null and outcome = 'won' and won_on is not null and coalesce(kind, 'new') <> 'renewal'
    and exists (select 1 from activities)
),
due as (
  select
    renewals.renewal_id, due_on, outcome, mrr_before, mrr_after,
    coalesce(parties.head_id, subscriptions.account_id) as account_id,
    coalesce(parties.account, subscriptions.account_id) as account,
    coalesce(renewals.rep_id, subscriptions.owner_id, parties.owner_id) as rep_at_entry,
    coalesce(subscriptions.owner_id, parties.owner_id) as owner_id,
    parties.segment, parties.source, parties.region, parties.industry,
    coalesce(products.name, subscriptions.product_id) as product,
    case when outcome in ('renewed', 'lost') and coalesce(decided_on, due_on) <= today then coalesce(decided_on, due_on) end as settled_on,
    cast(mrr_before as double) * case when coalesce(subscriptions.currency, cast($currency as varchar)) = cast($currency as varchar) then 1 else rate end as mrr_money,
    cast(mrr_after - mrr_before as double) * case when coalesce(subscriptions.currency, cast($currency as varchar)) = cast($currency as varchar) then 1 else rate end as more_money,
    today
  from renewals
  left join subscriptions on subscriptions.subscription_id = renewals.subscription_id
  left join derived.parties as parties on parties.account_id = subscriptions.account_id
  left join products on products.product_id = subscriptions.product_id
  left join derived.rates as rates on rates.from_ccy = subscriptions.currency and due_on >= rates.on_day and due_on < rates.until_day
  cross join clock
  where due_on <= today
),
contracts as (
  select
    skill, 'cs' as skill_role,
    renewal_id || ' ' || skill as trial_id,
    account_id, account, rep_at_entry, rep_at_entry as rep_at_close, owner_id, segment, source, region, industry, product,
    due_on as day_on,
    coalesce(settled_on is not null and outcome = 'renewed' and settled_on <= due_on + 30 and (skill = 'renew' or mrr_after > 1.05 * mrr_before), false) as own_hit,
    case
      when settled_on is null and today <= due_on + 30 then 'open'
      when skill = 'expand' and settled_on is not null and outcome = 'renewed' and (mrr_before is null or mrr_after is null) then 'no_amount'
    end as own_left_out,
    12 * case when skill = 'renew' then mrr_money else more_money end as yearly_money,
    12 * mrr_money as size_money
  from due, (select unnest(['renew', 'expand']) as skill)
),
gathered as (
  select
    journey_id || ' ' || skill as trial_id,
    skill, skill_role, day_on, rep_at_entry, rep_at_close, owner_id, success_days, age_days, own_hit, own_left_out,
    journey_id, journey_no, opportunity_id, lead_id, account_id, account, segment, source, region, industry, product, stage, outcome, size_money, amount_money
  from stepped
  union all by name
  select
    journey_id || ' handoff ' || row_number() over (partition by journey_id order by day_on) as trial_id,
    skill, skill_role, day_on, rep_at_entry, rep_at_close, owner_id, own_hit, own_left_out,
    journey_id, journey_no, opportunity_id, lead_id, account_id, account, segment, source, region, industry, product, stage, outcome, size_money, amount_money
  from handed
  union all by name
  select
    journey_id || ' value' as trial_id,
    skill, skill_role, day_on, rep_at_entry, rep_at_close, owner_id, own_hit, own_left_out, log_money,
    journey_id, journey_no, opportunity_id, lead_id, account_id, account, segment, source, region, industry, product, stage, outcome, size_money, amount_money
  from valued
  union all by name
  select
    journey_id || ' follow_up' as trial_id,
    skill, skill_role, day_on, rep_at_entry, rep_at_close, owner_id, own_hit, own_left_out,
    journey_id, journey_no, opportunity_id, lead_id, account_id, account, segment, source, region, industry, product, stage, outcome, size_money, amount_money
  from cared
  union all by name
  select * from contracts
)
select
  trial_id, gathered.skill, skills.role as skill_role, day_on, rep_at_entry, rep_at_close, owner_id,
  success_days, age_days, own_hit, own_left_out, cast(log_money as double) as log_money, cast(yearly_money as double) as yearly_money,
  journey_id, opportunity_id, lead_id, account_id, account, segment, source, region, industry, product, stage, outcome,
  size_money, cast(amount_money as double) as amount_money,
  case when size_money is null then 'Unknown' when size_money <= small_to then 'small' when size_money <= medium_to then 'medium' else 'large' end as size_group
from gathered
join derived.skills as skills on skills.skill = gathered.skill
cross join derived.size_bands
order by day_on;
