/** Measures of people: title, what each is in plain words, what it leaves out and why. */
export const people = {
  'hand-off': {
    title: 'Hand-off',
    definition: 'Of the leads handed from one rep to another, the share accepted, and what became of them.',
    excluded:
      'Hand-offs less than seven days old and not answered, and those given by somebody who was no SDR then. A return to an SDR is none.',
  },
  'specialist-lift': {
    title: 'Specialists in deals',
    definition: 'How complex deals go with a specialist and without, at the same mix of deals.',
    excluded: 'Deals a specialist joined after the negotiation began.',
  },
  attainment: {
    title: 'Attainment',
    definition: 'What was achieved over the target, for the days somebody was there.',
    excluded: 'Reps without a target.',
  },
  'activity-mix': {
    title: 'Activities a day',
    definition: 'Activities and conversations by kind for each working day.',
    excluded: 'Days of leave.',
  },
  ramp: {
    title: 'Time to full speed',
    definition: 'Months from a rep’s start until bookings reach most of what experienced peers bring.',
    excluded: 'Reps whose start is not known.',
  },
  'skill-gap': {
    title: 'Skills',
    definition:
      'Each step of a rep’s work against the peers, shrunk to what the evidence allows: a gap, a strength, in line, or too little to say.',
    excluded: 'Deals without an owner. Nobody is marked where people do not differ.',
  },
  'right-seat': {
    title: 'The right seat',
    definition: 'How a rep’s skills fit each role; a question to ask, never a verdict.',
    excluded: 'Roles for which less than half of the skills have evidence.',
  },
  'persistent-difficulty': {
    title: 'Lasting difficulty',
    definition:
      'Reps below most of their peers in three of the last four quarters, and which part of the work explains it.',
    excluded: 'Reps still finding their feet.',
  },
  'training-coverage': {
    title: 'Training',
    definition: 'Of those a programme is meant for, the share that completed it and whose completion is still valid.',
    excluded: 'Completions that have run out.',
  },
  mentors: {
    title: 'Mentors',
    definition: 'Who could help whom: strong where the other has a gap, with similar work and time for it.',
    excluded: 'Reps without enough evidence.',
  },
  'prospecting-pace': {
    title: 'New leads a week',
    definition: 'New leads for each week a rep was there, weeks without any included.',
    excluded: 'Weeks of leave.',
  },
  'training-effect': {
    title: 'What training changed',
    definition: 'How those trained changed, less how the others changed in the same time.',
    excluded: 'Reps without enough evidence before or after.',
  },
  'nobody-missed': {
    title: 'Nobody missed',
    definition:
      'Reps without target, training, coaching or recognition, and customers without an owner or a touch. The list is empty or it is work.',
    excluded: 'Reps who were not there in the quarter.',
  },
  'cross-cover': {
    title: 'Cover',
    definition:
      'For each skill and role, how many reps are at least as good as the peers’ median. Where people do not differ in a skill, everybody with enough evidence counts.',
    excluded: 'Reps without enough evidence.',
  },
  'incentive-reach': {
    title: 'Incentives in reach',
    definition:
      'Share of reps for whom doing a little better still pays more. Who is under several plans at once is paid by each.',
    excluded: 'Reps without a plan.',
  },
  'incentive-spread': {
    title: 'Spread of incentives',
    definition: 'How evenly incentives are paid, beside how evenly bookings are spread.',
    excluded: 'Negative payouts are listed apart.',
  },
  'plan-complexity': {
    title: 'Plan complexity',
    definition: 'How many measures, steps and special rules decide a payout.',
    excluded: 'Rules that touched no payout.',
  },
  'wanted-incentives': {
    title: 'Wanted incentives',
    definition: 'Which kinds of incentive people say they want.',
    excluded: 'Groups of fewer than five answers are not broken down.',
  },
  recognition: {
    title: 'Recognition',
    definition: 'Who met the target, who improved though below it, who is steadily strong; and who has waited longest.',
    excluded: 'Changes that chance alone explains.',
  },
  'next-goal': {
    title: 'Next goal',
    definition: 'A step towards the peers, in whole wins, for the gap that is worth most.',
    excluded: 'Skills without enough evidence.',
  },
};
