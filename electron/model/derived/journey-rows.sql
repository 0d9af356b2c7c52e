-- What:   one row a journey: a lead with the first opportunity it became, each further opportunity, each opportunity without a lead; when it reached each rung, how it ended, who owned it, what it is worth. Metrics read it as journeys.
-- Unit:   journey_no a short key for joins; reached_k first UTC instant at rung k or above, touched_k at rung k itself, *_on local days; amount_money exact in the workspace currency, null where it cannot be said (money_note says why); worth_money stands in with the list amount or list price, size_money is what was told of it first; outcome open, won, reversed, lost, no_decision or disqualified; rungs_unknown for a lost deal of which only that is recorded.
-- Scope:  leads and opportunities created up to the as-of; later events are invisible. A deal closed without a date closed with its last stage event; without one it is closed, and belongs to no dated figure.
-- Source: domain specification 1.5 to 1.10, 3, 4.
create or replace table derived.journey_rows as
with ranks as (
  select stage, rank_of(target) as rank from stage_map where target is not null
),
-- Deals with events after the as-of: what they were worth, and due, at the as-of is in their events, not in their current columns.
moved_on as (
  select distinct opportunity_id
  from stage_events
  where opportunity_id is not null
    and entered_at > cast($as_of as timestamp) - to_hours(15)
    and instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) > cast($as_of as timestamp)
),
moments as (
  select
    opportunity_id, from_stage, amount, expected_close,
    instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as moment,
    -- Events of one instant order by rank, then as they came.
    cast(epoch_us(moment) * 16 + coalesce(ranks.rank, 0) as hugeint) * 1099511627776 + coalesce(src_row, 0) as place
  from stage_events
  left join ranks on ranks.stage = to_stage
  where opportunity_id in (select opportunity_id from moved_on)
),
told as (
  select
    opportunity_id,
    coalesce(
      arg_max(amount, place) filter (amount is not null and moment <= cast($as_of as timestamp)),
      arg_min(amount, place) filter (amount is not null)
    ) as amount,
    coalesce(
      arg_max(expected_close, place) filter (expected_close is not null and moment <= cast($as_of as timestamp)),
      arg_min(expected_close, place) filter (expected_close is not null)
    ) as expected_close,
    arg_min(from_stage, place) as first_from
  from moments
  group by opportunity_id
),
known as (
  select told.*, ranks.rank as first_rank from told left join ranks on ranks.stage = told.first_from
),
opportunity as (
  select
    opportunities.* exclude (currency, amount, expected_close),
    coalesce(known.amount, opportunities.amount) as amount,
    coalesce(known.expected_close, opportunities.expected_close) as expected_close,
    coalesce(opportunities.currency, cast($currency as varchar)) as currency,
    instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as created_utc,
    instant_of(closed_at, closed_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as closed_utc,
    created_at is not null and coalesce(created_at_is_date, false) or closed_at is not null and coalesce(closed_at_is_date, false) as has_date_only,
    known.opportunity_id is not null as moved_on,
    case when known.opportunity_id is null then ranks.rank else known.first_rank end as stage_rank,
    case when lead_id is null then 2 else 0 end as base_rank,
    case
      when is_won then 7
      when ranks.rank >= 9 or (ranks.rank >= 7 and is_won is null) then ranks.rank
      when is_closed then 9
    end as stated_rank
  from opportunities
  left join ranks on ranks.stage = opportunities.stage
  left join known on known.opportunity_id = opportunities.opportunity_id
),
-- An opportunity without recorded events has reached what its current stage and its flags say, and no more.
deal as (
  select
    opportunity.*,
    steps.unit is not null as has_events,
    has_date_only or coalesce(steps.date_only, false) as date_only,
    case when steps.unit is null then coalesce(case when stage_rank <= 6 then stage_rank end, base_rank) end as open_rank,
    coalesce(closed_utc, case when not moved_on then make_timestamp(last_key // 16) end) as closing_utc,
    -- A recorded ending stands over the flags, save where the deal was opened again and they close it later.
    case when (steps.ending_key is null or last_key & 15 <= 6 and closed_utc > make_timestamp(last_key // 16)) and closing_utc <= cast($as_of as timestamp)
      then stated_rank end as flag_rank,
    stated_rank is not null and closed_utc is null and steps.unit is null and not moved_on as closed_without_date,
    steps.* exclude (unit, date_only)
  from opportunity
  left join derived.steps(false, cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as steps on steps.unit = opportunity.opportunity_id
  where created_utc is null or created_utc <= cast($as_of as timestamp) or steps.unit is not null
),
deal_state as (
  select
    opportunity_id, owner_id, account_id, product_id, kind, loss_reason, competitor, expected_close, stage, has_reference, complexity, discount, list_amount, amount, entry_amount, currency,
    segment, source, region,
    least(touched_0, case when coalesce(open_rank, from_rank) = 0 then created_utc end) as touched_0,
    least(touched_1, case when coalesce(open_rank, from_rank) = 1 then created_utc end) as touched_1,
    least(touched_2, case when coalesce(open_rank, from_rank) = 2 then created_utc end) as touched_2,
    least(touched_3, case when coalesce(open_rank, from_rank) = 3 then created_utc end) as touched_3,
    least(touched_4, case when coalesce(open_rank, from_rank) = 4 then created_utc end) as touched_4,
    least(touched_5, case when coalesce(open_rank, from_rank) = 5 then created_utc end) as touched_5,
    least(touched_6, case when coalesce(open_rank, from_rank) = 6 then created_utc end) as touched_6,
    coalesce(touched_7, case when flag_rank in (7, 8) then closing_utc end) as touched_7,
    touched_8,
    rep_0,
    rep_1,
    rep_2,
    rep_3,
    rep_4,
    rep_5,
    rep_6,
    rep_7,
    ending_rep,
    case when has_events then least(from_rank, first_key & 15) else least(base_rank, open_rank) end as entry_rank,
    coalesce(flag_rank, last_key & 15, case when closed_without_date then stated_rank end, open_rank) as last_rank,
    case when flag_rank is not null then closing_utc else make_timestamp(ending_key // 16) end as ended_at,
    won_key is not null as ever_won,
    case when flag_rank in (7, 8) then closing_utc else make_timestamp(won_key // 16) end as won_at,
    least(created_utc, make_timestamp(first_key // 16)) as began_at,
    created_utc > make_timestamp(first_key // 16) as event_before_creation,
    closed_without_date,
    coalesce(reopened, 0) as reopened,
    coalesce(closed_us, 0) as closed_us,
    not has_events as from_flags,
    not has_events and coalesce(flag_rank >= 9 or closed_without_date and stated_rank >= 9, false) and coalesce(stage_rank > 6, true) as rungs_unknown,
    date_only
  from deal
),
lead as (
  select
    leads.*,
    instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as created_utc,
    instant_of(qualified_at, qualified_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as qualified_utc,
    instant_of(disqualified_at, disqualified_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as disqualified_utc
  from leads
  where lead_id not in (select lead_id from derived.lead_merges)
),
lead_state as (
  select
    lead.lead_id, owner_id, account_id, segment, source,
    least(touched_0, created_utc) as touched_0,
    touched_1,
    least(touched_2, case when qualified_utc <= cast($as_of as timestamp) then qualified_utc end) as touched_2,
    touched_3,
    touched_4,
    touched_5,
    touched_6,
    touched_7,
    touched_8,
    rep_0,
    rep_1,
    rep_2,
    rep_3,
    rep_4,
    rep_5,
    rep_6,
    rep_7,
    coalesce(rep_1, rep_2) as lead_rep_1,
    -- The later of the last event and the qualification; before anything was recorded it is what it began as.
    coalesce(epoch_us(greatest(qualified_utc, least(created_utc, make_timestamp(first_key // 16)))) * 16 + 2 >= coalesce(last_key, 0)
      and qualified_utc <= cast($as_of as timestamp), false) as qualified_last,
    case
      when last_key & 15 >= 9 and not qualified_last then last_key & 15
      when disqualified_utc <= cast($as_of as timestamp) then 11
    end as exit_rank,
    coalesce(case when ending_key & 15 >= 9 and not qualified_last then make_timestamp(ending_key // 16) end, case when disqualified_utc <= cast($as_of as timestamp) then disqualified_utc end) as exit_at,
    case when qualified_last then 2 when last_key & 15 <= 6 then last_key & 15 else 0 end as lead_rank,
    created_utc,
    least(created_utc, make_timestamp(first_key // 16)) as began_utc,
    created_utc > make_timestamp(first_key // 16) as event_before_creation,
    coalesce(date_only, false) or created_at is not null and coalesce(created_at_is_date, false) or qualified_at is not null and coalesce(qualified_at_is_date, false) as date_only
  from lead
  left join derived.steps(true, cast($as_of as timestamp), cast($time_zone as varchar), cast($shift as bigint)) as steps on steps.unit = lead.lead_id
  where created_utc is null or created_utc <= cast($as_of as timestamp) or steps.unit is not null
),
links as (
  select opportunity_id, min(coalesce(head_id, named.lead_id)) as lead_id from (
    select opportunity_id, lead_id from opportunities where lead_id is not null
    union all
    select opportunity_id, lead_id from leads where opportunity_id is not null
  ) as named
  left join derived.lead_merges as merges on merges.lead_id = named.lead_id
  group by opportunity_id
),
-- Of the deals that belong to a lead alone, so that it costs nothing where there are none.
begun as (
  select opportunity_id, min(instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint))) as first_at
  from stage_events
  join ranks on ranks.stage = to_stage
  where opportunity_id in (select opportunity_id from links)
    and instant_of(entered_at, entered_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) <= cast($as_of as timestamp)
  group by opportunity_id
),
first_deals as (
  select lead_id, arg_min(opportunity_id, (began_at, opportunity_id)) as opportunity_id
  from links
  join (
    select
      opportunity_id,
      instant_of(created_at, created_at_is_date, cast($time_zone as varchar), cast($shift as bigint)) as created_utc,
      least(created_utc, first_at) as began_at
    from opportunities
    left join begun using (opportunity_id)
    where created_utc is null or created_utc <= cast($as_of as timestamp) or first_at is not null
  ) using (opportunity_id)
  group by lead_id
),
paired as (
  select
    deal_state.opportunity_id,
    coalesce(lead_state.lead_id, links.lead_id) as lead_id,
    case when links.lead_id is not null and first_deals.lead_id is null then 'expansion' else 'new' end as origin,
    least(deal_state.touched_0, lead_state.touched_0) as touched_0,
    least(deal_state.touched_1, lead_state.touched_1) as touched_1,
    least(deal_state.touched_2, lead_state.touched_2) as touched_2,
    least(deal_state.touched_3, lead_state.touched_3) as touched_3,
    least(deal_state.touched_4, lead_state.touched_4) as touched_4,
    least(deal_state.touched_5, lead_state.touched_5) as touched_5,
    least(deal_state.touched_6, lead_state.touched_6) as touched_6,
    least(deal_state.touched_7, lead_state.touched_7) as touched_7,
    coalesce(
      least(deal_state.touched_8, lead_state.touched_8),
      case when deal_state.last_rank = 7 and settled_at is not null then greatest(settled_at, deal_state.won_at) end
    ) as touched_8,
    coalesce(deal_state.rep_0, lead_state.rep_0) as rep_0,
    coalesce(deal_state.rep_1, lead_state.rep_1) as rep_1,
    coalesce(deal_state.rep_2, lead_state.rep_2) as rep_2,
    coalesce(deal_state.rep_3, lead_state.rep_3) as rep_3,
    coalesce(deal_state.rep_4, lead_state.rep_4) as rep_4,
    coalesce(deal_state.rep_5, lead_state.rep_5) as rep_5,
    coalesce(deal_state.rep_6, lead_state.rep_6) as rep_6,
    coalesce(deal_state.rep_7, lead_state.rep_7) as rep_7,
    deal_state.ending_rep,
    lead_state.lead_id is not null as has_lead,
    lead_state.lead_rep_1,
    cast(enum_code(cast(lead_state.owner_id as derived.rep_id)) as integer) as lead_owner_no,
    coalesce(case when lead_state.lead_id is not null then 0 end, deal_state.entry_rank) as entry_rank,
    coalesce(
      case when deal_state.last_rank = 7 and settled_at is not null then 8 end,
      deal_state.last_rank, lead_state.exit_rank, lead_state.lead_rank
    ) as last_rank,
    case when deal_state.opportunity_id is not null then deal_state.ended_at else lead_state.exit_at end as ended_at,
    coalesce(deal_state.ever_won, false) as ever_won,
    deal_state.won_at,
    least(lead_state.began_utc, deal_state.began_at) as began_at,
    deal_state.began_at as deal_began_at,
    lead_state.created_utc as lead_began_at,
    coalesce(deal_state.event_before_creation, lead_state.event_before_creation, false) as event_before_creation,
    coalesce(deal_state.closed_without_date, false) as closed_without_date,
    coalesce(deal_state.reopened, 0) as reopened,
    coalesce(deal_state.closed_us, 0) as closed_us,
    coalesce(deal_state.from_flags, false) as from_flags,
    coalesce(deal_state.rungs_unknown, false) as rungs_unknown,
    coalesce(deal_state.date_only, false) or coalesce(lead_state.date_only, false) as date_only,
    cast(enum_code(cast(case when deal_state.opportunity_id is null then lead_state.owner_id else deal_state.owner_id end as derived.rep_id)) as integer) as owner_no,
    deal_state.account_id as deal_account_id,
    coalesce(deal_state.account_id, lead_state.account_id) as raw_account_id,
    product_id, kind, loss_reason, competitor, expected_close, stage, has_reference, complexity, discount, list_amount, amount, entry_amount, currency,
    deal_state.segment as deal_segment, deal_state.source as deal_source, deal_state.region as deal_region,
    lead_state.segment as lead_segment, lead_state.source as lead_source
  from deal_state
  left join links using (opportunity_id)
  left join first_deals using (opportunity_id)
  left join derived.settled using (opportunity_id)
  full join lead_state on lead_state.lead_id = first_deals.lead_id
),
placed as (
  select
    paired.*,
    case
      when last_rank in (7, 8) then 'won'
      when last_rank >= 9 and ever_won then 'reversed'
      when last_rank = 9 then 'lost'
      when last_rank = 10 then 'no_decision'
      when last_rank = 11 then 'disqualified'
      else 'open'
    end as outcome,
    touched_8 as reached_8,
    least(touched_7, touched_8) as reached_7,
    least(touched_6, touched_7, touched_8) as reached_6,
    least(touched_5, touched_6, touched_7, touched_8) as reached_5,
    least(touched_4, touched_5, touched_6, touched_7, touched_8) as reached_4,
    least(touched_3, touched_4, touched_5, touched_6, touched_7, touched_8) as reached_3,
    least(touched_2, touched_3, touched_4, touched_5, touched_6, touched_7, touched_8) as reached_2,
    least(touched_1, touched_2, touched_3, touched_4, touched_5, touched_6, touched_7, touched_8) as reached_1,
    least(touched_0, touched_1, touched_2, touched_3, touched_4, touched_5, touched_6, touched_7, touched_8) as reached_0,
    case when last_rank >= 7 then ended_at end as closed_at,
    day_of(case when last_rank >= 7 then ended_at else cast($as_of as timestamp) end, cast($time_zone as varchar), cast($shift as bigint)) as fix_on,
    -- What was booked when it was won is what its loss takes off again.
    case when outcome = 'reversed' then day_of(won_at, cast($time_zone as varchar), cast($shift as bigint)) else fix_on end as priced_on
  from paired
),
-- An account under every id it is known by.
places as (
  select
    coalesce(heads.merged_id, accounts.account_id) as place_id,
    heads.head_id,
    coalesce(heads.name, accounts.name) as name,
    coalesce(heads.segment, accounts.segment) as segment,
    coalesce(heads.source, accounts.source) as source,
    coalesce(heads.region, accounts.region) as region,
    coalesce(heads.industry, accounts.industry) as industry
  from accounts
  full join (
    select merges.account_id as merged_id, merges.head_id, accounts.name, accounts.segment, accounts.source, accounts.region, accounts.industry
    from derived.merges as merges
    left join accounts on accounts.account_id = merges.head_id
  ) as heads on heads.merged_id = accounts.account_id
)
select
  cast(row_number() over () as integer) as journey_no,
  opportunity_id, placed.lead_id,
  cast(origin as enum ('new', 'expansion')) as origin,
  cast(outcome as enum ('open', 'won', 'reversed', 'lost', 'no_decision', 'disqualified')) as outcome,
  cast(entry_rank as tinyint) as entry_rank,
  cast(last_rank as tinyint) as last_rank,
  began_at,
  day_of(began_at, cast($time_zone as varchar), cast($shift as bigint)) as began_on,
  deal_began_at,
  day_of(deal_began_at, cast($time_zone as varchar), cast($shift as bigint)) as deal_began_on,
  lead_began_at,
  day_of(lead_began_at, cast($time_zone as varchar), cast($shift as bigint)) as lead_began_on,
  closed_at,
  case when closed_at is not null then fix_on end as closed_on,
  won_at,
  day_of(won_at, cast($time_zone as varchar), cast($shift as bigint)) as won_on,
  touched_0,
  touched_1,
  touched_2,
  touched_3,
  touched_4,
  touched_5,
  touched_6,
  touched_7,
  touched_8,
  reached_0,
  reached_1,
  reached_2,
  reached_3,
  reached_4,
  reached_5,
  reached_6,
  reached_7,
  reached_8,
  day_of(reached_0, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_0,
  day_of(reached_1, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_1,
  day_of(reached_2, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_2,
  day_of(reached_3, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_3,
  day_of(reached_4, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_4,
  day_of(reached_5, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_5,
  day_of(reached_6, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_6,
  day_of(reached_7, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_7,
  day_of(reached_8, cast($time_zone as varchar), cast($shift as bigint)) as reached_on_8,
  owner_no,
  coalesce(ending_rep, owner_no) as rep_no_at_close,
  coalesce(rep_7, owner_no) as rep_no_at_touched_7,
  coalesce(rep_6, rep_7, owner_no) as rep_no_at_touched_6,
  coalesce(rep_5, rep_6, rep_7, owner_no) as rep_no_at_touched_5,
  coalesce(rep_4, rep_5, rep_6, rep_7, owner_no) as rep_no_at_touched_4,
  coalesce(rep_3, rep_4, rep_5, rep_6, rep_7, owner_no) as rep_no_at_touched_3,
  coalesce(rep_2, rep_3, rep_4, rep_5, rep_6, rep_7, owner_no) as rep_no_at_touched_2,
  -- Until a lead is taken over as a deal it is its own owner's.
  case
    when has_lead and coalesce(reached_1 < deal_began_at, true) then coalesce(rep_1, lead_rep_1, lead_owner_no)
    else coalesce(rep_1, rep_2, rep_3, rep_4, rep_5, rep_6, rep_7, owner_no)
  end as rep_no_at_1,
  case when has_lead then coalesce(rep_0, rep_1, lead_rep_1, lead_owner_no) else coalesce(rep_0, rep_1, rep_2, rep_3, rep_4, rep_5, rep_6, rep_7, owner_no) end as rep_no_at_0,
  date_only, from_flags, rungs_unknown, event_before_creation, closed_without_date,
  cast(placed.reopened as integer) as reopened,
  case when date_only then round(closed_us / 86400e6) else closed_us / 86400e6 end as shut_days,
  coalesce(places.head_id, raw_account_id) as account_id,
  places.name as account_name,
  coalesce(deal_segment, lead_segment, places.segment) as segment,
  coalesce(deal_source, lead_source, places.source) as source,
  coalesce(deal_region, places.region) as region,
  places.industry,
  products.name as product_name,
  placed.product_id,
  products.family as product_family,
  kind, loss_reason, competitor, expected_close, stage, has_reference, complexity, discount,
  cast(
    case
      when amount is null then 'no_amount'
      when amount < 0 then 'negative'
      when currency <> cast($currency as varchar) and rates.rate is null then 'no_fx'
    end as enum ('no_amount', 'negative', 'no_fx')
  ) as money_note,
  case when currency = cast($currency as varchar) then 1.0 else rates.rate end as fx,
  case when money_note is null then try_cast(case when fx = 1 then amount else amount * fx end as decimal(18, 4)) end as amount_money,
  cast(list_amount * fx as double) as list_money,
  cast(coalesce(nullif(amount, 0), nullif(list_amount, 0), products.list_price) * fx as double) as worth_money,
  cast(coalesce(entry_amount, nullif(amount, 0), nullif(list_amount, 0), products.list_price) * fx as double) as size_money
from placed
left join derived.rates as rates on rates.from_ccy = placed.currency and placed.priced_on >= rates.on_day and placed.priced_on < rates.until_day
left join places on places.place_id = placed.raw_account_id
left join products on products.product_id = placed.product_id
order by closed_on, began_at, journey_no;
