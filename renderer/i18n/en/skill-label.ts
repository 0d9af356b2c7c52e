/** Roles, skills and what is found of them, under the engine's own names. */
export const skillLabel = {
  other: 'Other',
  junior: 'junior',
  mid: 'mid-level',
  senior: 'senior',
  reach: 'Reach',
  qualify: 'Qualify',
  handoff: 'Hand over',
  discover: 'Discover',
  present: 'Present',
  propose: 'Propose',
  close: 'Close',
  value: 'Deal value',
  complex_close: 'Close complex',
  follow_up: 'Follow up',
  renew: 'Renew',
  expand: 'Expand',
  pace: 'Pace',
  gap: 'gap',
  strength: 'strength',
  in_line: 'in line',
  too_little: 'too little evidence',
  no_difference: 'no evidence of differing',
  ratio: 'rate',
  money: 'money',
  entries: 'Entries',
  mix: 'Mix of deals',
  training: 'Training',
  few_entries: 'few: ask why',
  skill: 'skill',
  deal_size: 'deal size',
  territory: 'territory',
  unclear: 'unclear',
  not_below: 'not below',
  missing_training: 'missing',
};

/** Why nothing is said of a skill, a mentor or a training. */
export const skillReason = {
  too_few_treated: 'Too few trained to judge.',
  too_few_controls: 'Too few without the training to compare with.',
  no_candidate: 'Nobody stands out far enough to help.',
  no_place: 'Those who could help have no place free.',
  too_little_evidence: 'Too little evidence.',
  no_difference: 'No evidence that people differ.',
  no_stage_events: 'Needs a stage history: none has been imported yet.',
  no_money: 'Not put in money.',
  no_specialists: 'No specialist joined a complex deal.',
  no_reference: 'No like deals without a specialist to compare with.',
  no_chain: 'No part of the work can be told apart.',
};

/** From what to what a skill is measured. */
export const skillNote = {
  reach: 'lead to contacted',
  qualify: 'contacted to qualified',
  handoff: 'handed over, accepted',
  discover: 'qualified to meeting',
  present: 'meeting to presented',
  propose: 'presented to proposal',
  close: 'proposal to won',
  value: '{currency}, typical won',
  complex_close: 'complex deals, won',
  follow_up: 'won, followed up',
  renew: 'due, renewed',
  expand: 'due, expanded',
  pace: 'conversations a day',
};

/** A goal in whole successes, at the volume of the period. */
export const skillGoal = {
  reach:
    '{goal} of leads contacted: {more, plural, one {# more contact} other {# more contacts}} at the present {trials, number} leads.',
  qualify:
    '{goal} of contacted qualified: {more, plural, one {# more} other {# more}} at the present {trials, number} contacted.',
  handoff:
    '{goal} of hand-overs accepted: {more, plural, one {# more} other {# more}} at the present {trials, number} hand-overs.',
  discover:
    '{goal} of qualified come to a meeting: {more, plural, one {# more meeting} other {# more meetings}} at the present {trials, number} qualified.',
  present:
    '{goal} of meetings presented: {more, plural, one {# more presentation} other {# more presentations}} at the present {trials, number} meetings.',
  propose:
    '{goal} of presentations come to a proposal: {more, plural, one {# more proposal} other {# more proposals}} at the present {trials, number} presentations.',
  close:
    '{goal} of proposals won: {more, plural, one {# more win} other {# more wins}} at the present {trials, number} proposals.',
  value: 'A typical won deal of {goal}.',
  complex_close:
    '{goal} of complex deals won: {more, plural, one {# more win} other {# more wins}} at the present {trials, number} complex deals.',
  follow_up:
    '{goal} of won followed up: {more, plural, one {# more follow-up} other {# more follow-ups}} at the present {trials, number} won.',
  renew:
    '{goal} of due renewed: {more, plural, one {# more renewal} other {# more renewals}} at the present {trials, number} due.',
  expand:
    '{goal} of due expanded: {more, plural, one {# more expansion} other {# more expansions}} at the present {trials, number} due.',
  pace: '{goal} conversations a working day: {more, plural, one {# more} other {# more}} in {trials, number} days.',
};

/** How the intervals of skills are made. */
export const skillMethod = {
  'beta-binomial': 'drawn towards the peers, 95%',
  'normal-normal': 'drawn towards the peers, 95%',
  'gamma-poisson': 'drawn towards the peers, 95%',
  'difference-in-differences': 'difference of changes, 95%',
  'matched-differences': 'difference of matched changes, 95%',
  'before-after': 'before and after, 95%',
  shapley: 'shares of the difference, 90%',
  draws: '2,000 draws, 95%',
};
