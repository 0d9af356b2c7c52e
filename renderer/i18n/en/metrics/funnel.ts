/** Measures of funnel: title, what each is in plain words, what it leaves out and why. */
export const funnel = {
  'win-rate': {
    title: 'Win rate',
    definition:
      'Of the deals closed in the period, the share that was won. A deal that was won and later lost counts as not won, though it reached the step in the funnel.',
    excluded:
      'Open deals have no result yet. Disqualified ones were never a real chance; they can be counted in. Deals closed without a date lie in no period.',
  },
  'win-rate-by-value': {
    title: 'Win rate by value',
    definition:
      'Of the money in the deals closed in the period, the share that was won. A lost deal counts with its amount; where that is missing or zero, with its list amount or its product’s list price.',
    excluded:
      'Open deals have no result yet and disqualified ones were never a real chance. Deals without any amount or exchange rate cannot be weighed. One deal may be much of the money: its share stands beside the rate.',
  },
  'conversation-conversion': {
    title: 'Conversation conversion',
    definition:
      'Of the prospects spoken to in the period, the share that was won within the window of their first conversation: one in five is 20%.',
    excluded: 'Conversations that belong to no lead or deal cannot be followed to a result.',
  },
  'cohort-conversion': {
    title: 'Cohort conversion',
    definition:
      'Of the journeys that reached one step in the period, the share that reached a later step within the window. A step reached stays reached: a deal won and later lost came as far as won here, while the win rate counts it as not won.',
    excluded: 'Journeys younger than the window are counted apart: they may still get there.',
  },
  'stage-conversion': {
    title: 'Conversion step by step',
    definition:
      'For each step of the funnel: of the journeys that reached it in the period, the share that reached the next within the window. A step reached stays reached: a deal won and later lost came as far as won here, while the win rate counts it as not won.',
    excluded:
      'Journeys younger than the window are counted apart. A journey that began at a later step says nothing about the earlier ones.',
  },
  'stage-conversion-by-value': {
    title: 'Conversion step by step, by value',
    definition:
      'For each step: of the money in the journeys that reached it in the period, the share in those that reached the next within the window; and of the money at the first, the share that came so far. A journey weighs the same at every step: what it is worth now.',
    excluded:
      'Journeys without any amount or exchange rate cannot be weighed. Leads that became no deal have none, so from a lead on only the sum is told. Journeys younger than the window are counted apart. One deal may be much of the money: its share stands beside the rate.',
  },
  'contact-rate': {
    title: 'Contact rate',
    definition: 'Of the leads that came in, the share that somebody contacted within the window.',
    excluded: 'Leads younger than the window: there is still time to contact them.',
  },
  'time-to-first-contact': {
    title: 'Time to first contact',
    definition:
      'Days from a lead’s coming in to the first contact; the median stands for all, and leads never contacted count as still waiting.',
    excluded: 'Contacts dated before the lead count as contact at once.',
  },
  'stage-duration': {
    title: 'Time at each step',
    definition:
      'Days a journey stands at a step, all its visits together; the median stands for all, and journeys still there count as not finished.',
    excluded: 'Steps that were skipped: there was no visit, which is not a visit of no days.',
  },
  needs: {
    title: 'Needs recorded and met',
    definition:
      'Of the journeys that reached a proposal, the share whose needs were written down before; and of the needs known, the share that was met.',
    excluded: 'Needs of which nobody noted whether they were met.',
  },
  bookings: {
    title: 'Bookings',
    definition:
      'Sum of the amounts of the deals won in the period, credited to the owner at closing. A deal won and later lost is taken off again on the day it was lost.',
    excluded: 'Deals without an amount or an exchange rate are won all the same, but add no money.',
  },
  'deal-value': {
    title: 'Value of a won deal',
    definition:
      'Mean amount of the deals won in the period, with median and upper quartile. The mean of the logarithms serves comparisons, because one large deal does not move it much.',
    excluded: 'Deals without an amount, with a negative one or without an exchange rate. A deal worth zero counts.',
  },
  'cycle-length': {
    title: 'Days to win',
    definition:
      'Days from the beginning of a deal to winning it, for the deals won in the period; the median stands for all.',
    excluded:
      'Deals won before they began have wrong dates. Deals still open are not in it, so slow ones are missing until they are won.',
  },
  'loss-profile': {
    title: 'Why deals are lost',
    definition:
      'Of the deals lost in the period, the share for each reason or competitor. By reference: the win rate of deals with one and without, which shows a difference and proves no cause.',
    excluded: 'Undecided and disqualified deals were not lost to anything. A reason nobody gave is shown as unknown.',
  },
  'discount-discipline': {
    title: 'Discount',
    definition:
      'How far below their list amount the won deals were sold, over all their money, and the share of them discounted by more than the limit.',
    excluded: 'Deals without an amount or without a list amount cannot be compared with the list.',
  },
  'measured-change': {
    title: 'Measured change',
    definition:
      'A measure in this period less the same measure in an earlier one. It is called higher or lower only when the interval of the difference leaves out zero.',
    excluded: 'What the measure itself leaves out.',
  },
  'mix-adjustment': {
    title: 'Rate, crude and adjusted for the mix',
    definition:
      'The rate as counted, and beside it what it would be on the mix of deals that the others have. Deals are of one kind when segment, source and size (thirds by amount) are the same. For each person, the successes to be expected are worked out from the rates the others have with each kind; where the others have fewer than 20 deals of a kind, size is left out, then source, then segment. Successes over expected ones, times the others’ rate, is the adjusted rate. It is then drawn toward everybody’s rate, the more so the less evidence there is.',
    excluded: 'What the rate itself leaves out. Unassigned deals are nobody’s and set no expectation.',
  },
  journey: {
    title: 'Journey explorer',
    definition:
      'Of the journeys that had a first event, the share that had the following ones, in the order and the time asked for.',
    excluded: 'Journeys that had an event that was to be left out.',
  },
};
