/** The first minutes: the tour, the terms, and which list a figure lacks. */
export const tour = {
  title: 'Tour',
  at: '{at} of {of}',
  figure: 'Every number opens',
  figureText:
    'Press a figure to see how it is worked out: its definition, its interval, what was left out, the statement that ran and the rows behind it.',
  ask: 'Ask what you want to know',
  askText:
    'Choose a period, filter, press a mark to split further, or press {key} and type: win rate by team last quarter.',
  review: 'What you see is what you present',
  reviewText: 'R puts what is on screen into the review, which is written as real slides. Undo takes any step back.',
  end: 'Close the tour',
  back: 'Back',
  next: 'Next',
  done: 'Done',
  again: 'Tour',
};

export const needed = {
  ask: 'What do I need to import for this?',
  any: 'A CSV or Excel export is enough; columns are recognised by their heads, and anything unsure is asked about before it is written.',
  opportunities:
    'A list of deals: when each was created, its stage, whether and when it was won or lost, its amount and its owner. CRMs call it Opportunities or Deals.',
  leads:
    'A list of leads: when each came in, from which source, whose it is and what became of it. CRMs call it Leads, or Contacts with a lifecycle stage.',
  stage_events:
    'The history of stages: which deal entered which stage when. CRMs call it Opportunity History or Deal stage history; two exports of the same deals at different times do as well.',
  activities:
    'A list of calls, mails and meetings: when, of which kind, with which deal or lead, by whom. CRMs call it Activities, Tasks and Events, or Engagements.',
  orders:
    'A list of orders or paid invoices: customer, date, amount, and the product where it is known. It comes from accounting or the shop rather than from the CRM.',
  subscriptions:
    'A list of subscriptions or contracts: customer, when each begins and ends, and what it brings a month.',
  renewals: 'A list of renewals: customer, when each is due, and whether it was renewed.',
  margin:
    'The margin of each order: a column beside its amount, or a cost that is taken from it. It comes from accounting.',
  costs: 'A list of costs: which source or step, which month, how much. It can be typed in under People & programme.',
  handoffs: 'A list of hand-offs: which lead went from whom to whom, and when.',
  invoices: 'A list of invoices: customer, date, amount, due date.',
  payments: 'A list of payments: which invoice, when, how much.',
  referrals: 'A list of referrals: who recommended whom, and when.',
  surveys: 'A list of survey answers: customer, date, score from 0 to 10.',
  reps: 'A list of people: name, role, team, when each began. It can be typed in under People & programme.',
  targets: 'A list of targets: person or team, period, amount. It can be typed in under People & programme.',
  trainings: 'A list of trainings: who, which programme, when. It can be typed in under People & programme.',
  programmes: 'A list of programmes: name, what it teaches, who needs it. It can be typed in under People & programme.',
  payouts: 'A list of payouts: person, period, plan, amount. It can be typed in under People & programme.',
  incentive_tiers:
    'A list of incentive steps: plan, from which attainment, at which rate. It can be typed in under People & programme.',
  opportunity_needs: 'A list of needs recorded with deals: which deal, which need.',
  opportunity_roles:
    'A list of people on deals: which deal, who, in which role. CRMs call it Opportunity team or Contact roles.',
};

export const glossary = {
  title: 'Terms',
  asOf: 'As-of date',
  asOfText: 'The instant everything is computed as of. What is entered later does not count.',
  bookings: 'Bookings',
  bookingsText: 'Value of the deals won in a period, on the day they were won.',
  censored: 'Censored',
  censoredText: 'Not over yet when last seen: it counts for as long as it was seen, and no longer.',
  churn: 'Churn',
  churnText: 'Customers who stop buying. Quiet ones have not said so.',
  cohort: 'Cohort',
  cohortText: 'Those who began in the same period, followed together from then on.',
  interval: 'Confidence interval',
  intervalText: 'Where the true figure lies, 95 times out of 100 such intervals. Wide means little evidence.',
  crude: 'Crude and adjusted',
  crudeText:
    'Crude is as counted. Adjusted is what it would be on the mix of deals that the others have, by segment, source and size, drawn toward everybody’s rate as far as there is little evidence.',
  thin: 'Too little evidence',
  thinText: 'Fewer cases than the evidence rule asks for: drawn grey and never ranked.',
  immature: 'Too young to judge',
  immatureText: 'The time one allows for it has not passed for everybody yet: hatched, and not counted as lost.',
  journey: 'Journey',
  journeyText: 'One prospect\u2019s way from first contact to won, lost or still open.',
  median: 'Median',
  medianText: 'The middle one: half took less, half took more.',
  n: 'n',
  nText: 'How many cases a figure rests on.',
  retention: 'Retention',
  retentionText: 'Share of customers, or of their revenue, that stays.',
  survival: 'Survival',
  survivalText:
    'Share of customers who still buy so long after their first purchase; those not seen so long are accounted for.',
  winRate: 'Win rate',
  winRateText: 'Won deals out of all closed ones. It says nothing of those still open.',
  verdict: 'Cannot tell yet',
  verdictText:
    'The difference is smaller than what chance alone would give; the sentence says how many more cases would be needed.',
};
