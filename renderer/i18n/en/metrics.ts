import { funnelMetrics } from './metrics-funnel';
import { pipelineMetrics } from './metrics-pipeline';

/** Each measure: its title, what it is in plain words, what it leaves out and why. */
export const metric = {
  ...funnelMetrics,
  ...pipelineMetrics,
  'win-rate': {
    title: 'Win rate',
    definition:
      'Of the deals closed in the period, the share that was won. A deal that was won and later lost counts as not won.',
    excluded:
      'Open deals have no result yet. Disqualified ones were never a real chance; they can be counted in. Deals closed without a date lie in no period.',
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
  'snapshot-funnel': {
    title: 'What stands where',
    definition:
      'Journeys by the step they stand on at the as-of, with their amount. A picture of how full each step is; dividing neighbours gives no rate.',
    excluded: 'Amounts that are missing or lack an exchange rate are left out of the money, not of the count.',
  },
  bookings: {
    title: 'Bookings',
    definition:
      'Sum of the amounts of the deals won in the period, credited to the owner at closing. A deal won and later lost is taken off again on the day it was lost.',
    excluded: 'Deals without an amount or an exchange rate are won all the same, but add no money.',
  },
  'cycle-length': {
    title: 'Days to win',
    definition:
      'Days from the beginning of a deal to winning it, for the deals won in the period; the median stands for all.',
    excluded:
      'Deals won before they began have wrong dates. Deals still open are not in it, so slow ones are missing until they are won.',
  },
  'cohort-retention': {
    title: 'Cohort retention',
    definition:
      'Customers by the period of their first purchase: the share still buying in each period after it. The first period is all of them by construction.',
    excluded: 'The last column of each cohort is not complete yet: it can still rise.',
  },
  'measured-change': {
    title: 'Measured change',
    definition:
      'A measure in this period less the same measure in an earlier one. It is called higher or lower only when the interval of the difference leaves out zero.',
    excluded: 'What the measure itself leaves out.',
  },
};
