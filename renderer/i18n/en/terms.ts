/** Terms of the trade: rungs, exits, dimensions, units, states, methods, reasons, columns. */
export const rung = {
  lead: 'Lead',
  contacted: 'Contacted',
  qualified: 'Qualified',
  meeting: 'Meeting',
  presented: 'Presented',
  proposal: 'Proposal',
  negotiation: 'Negotiation',
  won: 'Won',
  paid: 'Paid',
};

export const exit = { lost: 'Lost', no_decision: 'No decision', disqualified: 'Disqualified' };

export const dimension = {
  rep: 'Rep',
  team: 'Team',
  role: 'Role',
  segment: 'Segment',
  source: 'Source',
  product: 'Product',
  region: 'Region',
  industry: 'Industry',
  month: 'Month',
  quarter: 'Quarter',
  week: 'Week',
  size_band: 'Size',
};

/** Buckets that the engine names itself, under its own names. */
export const label = {
  Unassigned: 'Unassigned',
  Unknown: 'Unknown',
  lead: 'Lead',
  contacted: 'Contacted',
  qualified: 'Qualified',
  meeting: 'Meeting',
  presented: 'Presented',
  proposal: 'Proposal',
  negotiation: 'Negotiation',
  won: 'Won',
  paid: 'Paid',
  lost: 'Lost',
  no_decision: 'No decision',
  disqualified: 'Disqualified',
  open: 'Open',
  reversed: 'Reversed',
};

export const unit = {
  ratio: 'share',
  count: 'count',
  days: 'days',
  money: 'money',
  score: 'score',
  index: 'index',
  label: 'text',
  date: 'date',
  instant: 'instant',
  flag: 'yes or no',
};

export const state = {
  ok: 'enough evidence',
  thin: 'thin: too few to judge',
  immature: 'too young to judge',
  derived: 'derived, because the data lacks a part',
  unavailable: 'cannot be said',
};

export const reason = {
  empty: 'Nothing to count in this period.',
  not_mature: 'Too young to judge: the window has not passed yet.',
  missing: 'Needs {table}: none has been imported yet.',
  no_data: 'The data for it is not there.',
};

export const method = {
  wilson: 'Wilson 95%',
  newcombe: 'Newcombe 95%',
  bootstrap: 'bootstrap 95%',
  normal: 'normal 95%',
};

export const methodLong = {
  wilson: 'Wilson score interval of a share',
  newcombe: 'Newcombe interval of a difference of two shares',
  bootstrap: 'Percentile bootstrap, 2,000 resamples of the deals',
  normal: 'Half widths of both periods added in squares',
};

export const excluded = {
  no_owner: 'without an owner',
  no_amount: 'without an amount',
  negative: 'with a negative amount',
  no_fx: 'without an exchange rate',
  bad_dates: 'with dates that cannot be right',
  not_mature: 'too young to judge',
  future: 'dated after the as-of',
  duplicate: 'duplicates',
  unlinked: 'conversations that belong to no journey',
  open: 'still open',
  disqualified: 'disqualified',
};

export const column = {
  journey_id: 'Journey',
  opportunity_id: 'Deal',
  lead_id: 'Lead',
  account: 'Customer',
  account_name: 'Customer',
  account_id: 'Customer',
  rep: 'Rep',
  rep_name: 'Rep',
  owner: 'Owner',
  outcome: 'Outcome',
  loss_reason: 'Reason',
  amount: 'Amount',
  amount_money: 'Amount',
  on_day: 'Day',
  began_on: 'Began',
  won_on: 'Won on',
  closed_on: 'Closed on',
  step_days: 'Days',
  cycle_days: 'Days to win',
  hit: 'Counted',
  left_out: 'Left out',
  value: 'Value',
  numerator: 'Counted',
  denominator: 'Out of',
  n: 'n',
  lower: 'From',
  upper: 'To',
  level: 'Level',
  method: 'Interval by',
  state: 'State',
  reason: 'Reason',
  excluded: 'Left out',
  from_rung: 'From step',
  to_rung: 'To step',
  immature: 'Too young',
  immature_hits: 'Too young, reached',
  reached_from: 'At the step',
  reached_to: 'Reached',
  median_days: 'Median days',
  p25_days: 'Quarter within, days',
  p75_days: 'Three quarters within, days',
  mean_days: 'Mean days',
  ended_lost: 'Lost',
  ended_no_decision: 'No decision',
  ended_disqualified: 'Disqualified',
  still_open: 'Open',
  posterior: 'Shrunken',
  posterior_lower: 'Shrunken, from',
  posterior_upper: 'Shrunken, to',
  more_trials: 'More needed',
  flag: 'Stands out',
  rung: 'Step',
  rank: 'Rank',
  count: 'Count',
  now: 'Now',
  before: 'Before',
  verdict: 'Verdict',
  passes_list_rule: 'Holds in a list',
  young: 'Too young',
  reached: 'Reached',
  compared: 'Compared',
  compared_lower: 'Compared, from',
  compared_upper: 'Compared, to',
  target: 'Target',
  to: 'To',
  from: 'From',
};

export const chart = {
  n: 'n',
  thin: 'thin',
  immature: 'too young',
  description: '{name}: {n, plural, one {# value} other {# values}}.',
  select: 'click to select',
  table: 'Show as table',
  picture: 'Show as chart',
};

export const money = { thousand: '{currency} thousand', million: '{currency} million', billion: '{currency} billion' };

/** Tables as what a person would have to bring. */
export const table = {
  opportunities: 'a list of deals',
  leads: 'a list of leads',
  activities: 'a list of activities',
  stage_events: 'a stage history',
  orders: 'a list of orders',
  accounts: 'a list of accounts',
  reps: 'a list of reps',
};
