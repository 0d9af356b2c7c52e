-- What:   one row a journey, as `journey_rows` keeps it: a lead with the first opportunity it became, each further opportunity, each opportunity without a lead.
-- Unit:   as there, people by their ids.
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
  derived.rep_of(rep_no_at_2) as rep_at_2,
  derived.rep_of(rep_no_at_3) as rep_at_3,
  derived.rep_of(rep_no_at_4) as rep_at_4,
  derived.rep_of(rep_no_at_5) as rep_at_5,
  derived.rep_of(rep_no_at_6) as rep_at_6,
  derived.rep_of(rep_no_at_7) as rep_at_7,
  coalesce('o:' || opportunity_id, 'l:' || lead_id) as journey_id,
  coalesce(account_name, account_id) as account,
  coalesce(product_name, product_id) as product
from derived.journey_rows as journey_rows;
