-- What:   conversations that belong to no journey.
-- Unit:   one row a conversation, with its local day.
-- Scope:  conversations up to the as-of.
-- Source: domain specification M02.
create or replace table derived.unlinked_conversations as
select on_day as first_on from derived.conversations where journey_no is null;
