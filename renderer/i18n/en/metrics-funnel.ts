/** Words of the measures of conversion and winning that came after the first ones. */
export const funnelMetrics = {
  'win-rate-by-value': {
    title: 'Win rate by value',
    definition:
      'Of the money in the deals closed in the period, the share that was won. A lost deal counts with its amount; where that is missing or zero, with its list amount or its product’s list price.',
    excluded:
      'Open deals have no result yet and disqualified ones were never a real chance. Deals without any amount or exchange rate cannot be weighed. One deal may be much of the money: its share stands beside the rate.',
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
  'deal-value': {
    title: 'Value of a won deal',
    definition:
      'Mean amount of the deals won in the period, with median and upper quartile. The mean of the logarithms serves comparisons, because one large deal does not move it much.',
    excluded: 'Deals without an amount, with a negative one or without an exchange rate. A deal worth zero counts.',
  },
};
