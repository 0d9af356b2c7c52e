-- What:   days of the conversations that belong to no journey.
-- Unit:   local days.
-- Scope:  conversations up to the as-of.
-- Source: domain specification M02.
select first_on as on_day from derived.unlinked_conversations;
