/** Measures of pipeline: title, what each is in plain words, what it leaves out and why. */
export const pipeline = {
  'snapshot-funnel': {
    title: 'What stands where',
    definition:
      'Journeys by the step they stand on at the as-of, with their amount. A picture of how full each step is; dividing neighbours gives no rate.',
    excluded: 'Amounts that are missing or lack an exchange rate are left out of the money, not of the count.',
  },
  'sales-velocity': {
    title: 'Sales velocity',
    definition: 'Money won a day: open qualified deals, times win rate, times mean amount, over the days a deal takes.',
    excluded: 'Nothing is said when one of the four is not known.',
  },
  'pipeline-coverage': {
    title: 'Pipeline coverage',
    definition: 'Open amount expected to close in the period over what is still missing to the target.',
    excluded: 'Open deals without an amount or an expected close.',
  },
  slippage: {
    title: 'Slippage',
    definition: 'Of the deals that were expected to close in the period when it began, the share that did not.',
    excluded: 'Deals without a recorded history of their expected close.',
  },
  ageing: {
    title: 'Ageing',
    definition: 'Open deals that stand longer at their step than most of those that were won stood there.',
    excluded: 'Steps where too few were won to know what is usual.',
  },
  forecast: {
    title: 'Forecast',
    definition:
      'Won so far, and what the open deals are likely to add, with a band: each deal by the company’s own history.',
    excluded: 'Open deals without an amount.',
  },
  'pipeline-waterfall': {
    title: 'What changed in the pipeline',
    definition:
      'Open amount at the start, what came in, moved, grew, shrank, was won and lost, and the open amount at the end. It adds up.',
    excluded: 'Amounts that are missing or lack an exchange rate.',
  },
  'stage-matrix': {
    title: 'Moves between steps',
    definition: 'Where the journeys of each step stood at the end of the period.',
    excluded: 'Journeys that began after the start.',
  },
};
