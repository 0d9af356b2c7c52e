-- What:   one row a journey, as `journey_rows` keeps it: a lead with the first opportunity it became, each further opportunity, each opportunity without a lead.
-- Unit:   as there, people by their ids; rep_at_k owned it when it reached rung k, be it by a later rung, rep_at_touched_k when it first stood on rung k itself.
-- Scope:  leads and opportunities created up to the as-of.
-- Source: domain specification 1.5 to 1.10, 3, 4.
create or replace view derived.journeys as
select
  journey_rows.* exclude (account_name, product_name) replace (
    cast(origin as varchar) as origin, cast(outcome as varchar) as outcome, cast(money_note as varchar) as money_note
  ),
  derived.rep_of(owner_no) as owner_id,
  derived.rep_of(rep_no_at_close) as rep_at_close,
  derived.rep_of(rep_no_at_0) as rep_at_0,
  derived.rep_of(rep_no_at_1) as rep_at_1,
  case reached_2 when touched_2 then rep_no_at_touched_2 when touched_3 then rep_no_at_touched_3 when touched_4 then rep_no_at_touched_4 when touched_5 then rep_no_at_touched_5 when touched_6 then rep_no_at_touched_6 when touched_7 then rep_no_at_touched_7 else rep_no_at_touched_2 end as rep_no_at_2,
  derived.rep_of(rep_no_at_2) as rep_at_2,
  derived.rep_of(rep_no_at_touched_2) as rep_at_touched_2,
  case reached_3 when touched_3 then rep_no_at_touched_3 when touched_4 then rep_no_at_touched_4 when touched_5 then rep_no_at_touched_5 when touched_6 then rep_no_at_touched_6 when touched_7 then rep_no_at_touched_7 else rep_no_at_touched_3 end as rep_no_at_3,
  derived.rep_of(rep_no_at_3) as rep_at_3,
  derived.rep_of(rep_no_at_touched_3) as rep_at_touched_3,
  case reached_4 when touched_4 then rep_no_at_touched_4 when touched_5 then rep_no_at_touched_5 when touched_6 then rep_no_at_touched_6 when touched_7 then rep_no_at_touched_7 else rep_no_at_touched_4 end as rep_no_at_4,
  derived.rep_of(rep_no_at_4) as rep_at_4,
  derived.rep_of(rep_no_at_touched_4) as rep_at_touched_4,
  case reached_5 when touched_5 then rep_no_at_touched_5 when touched_6 then rep_no_at_touched_6 when touched_7 then rep_no_at_touched_7 else rep_no_at_touched_5 end as rep_no_at_5,
  derived.rep_of(rep_no_at_5) as rep_at_5,
  derived.rep_of(rep_no_at_touched_5) as rep_at_touched_5,
  case reached_6 when touched_6 then rep_no_at_touched_6 when touched_7 then rep_no_at_touched_7 else rep_no_at_touched_6 end as rep_no_at_6,
  derived.rep_of(rep_no_at_6) as rep_at_6,
  derived.rep_of(rep_no_at_touched_6) as rep_at_touched_6,
  rep_no_at_touched_7 as rep_no_at_7,
  derived.rep_of(rep_no_at_touched_7) as rep_at_7,
  coalesce('o:' || opportunity_id, 'l:' || lead_id) as journey_id,
  coalesce(account_name, account_id) as account,
  coalesce(product_name, product_id) as product
from derived.journey_rows as journey_rows;
