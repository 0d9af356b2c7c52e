/** Measures of funnel: title, what each is in plain words, what it leaves out and why. */
export const funnel = {
  'win-rate': {
    title: 'Win rate',
    definition:
      'Of the deals closed in the period, the share that was won. A deal that was won and later lost counts as not won.',
    excluded:
      'Open deals have no result yet. Disqualified ones were never a real chance; they can be counted in. Deals closed without a date lie in no period.',
  },
  'win-rate-by-value': {
    title: 'Win rate by value',
    definition: 'Of the money in the deals closed in the period, the share that was won.',
    excluded: 'Deals without an amount, a list amount or an exchange rate: they are never taken as zero.',
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
      'Of the journeys that reached one step in the period, the share that reached a later step within the window.',
    excluded: 'Journeys younger than the window are counted apart: they may still get there.',
  },
  'stage-conversion': {
    title: 'Conversion step by step',
    definition:
      'For each step of the funnel: of the journeys that reached it in the period, the share that reached the next within the window.',
    excluded:
      'Journeys younger than the window are counted apart. A journey that began at a later step says nothing about the earlier ones.',
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
    title: 'Deal value',
    definition: 'What a won deal is worth: mean, median and upper quarter of the amounts won in the period.',
    excluded: 'Deals without an amount or an exchange rate.',
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
      'Of the deals lost in the period, the share by reason or by competitor; an unknown reason is a reason too.',
    excluded: 'Deals without a closing date lie in no period.',
  },
  'discount-discipline': {
    title: 'Discount',
    definition: 'How far below the list price deals are won: one less the amounts over the list amounts.',
    excluded: 'Deals without both an amount and a list amount.',
  },
  'measured-change': {
    title: 'Measured change',
    definition:
      'A measure in this period less the same measure in an earlier one. It is called higher or lower only when the interval of the difference leaves out zero.',
    excluded: 'What the measure itself leaves out.',
  },
  journey: {
    title: 'Journey explorer',
    definition:
      'Of the journeys that had a first event, the share that had the following ones, in the order and the time asked for.',
    excluded: 'Journeys that had an event that was to be left out.',
  },
};
