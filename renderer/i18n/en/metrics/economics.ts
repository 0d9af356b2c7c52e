/** Measures of economics: title, what each is in plain words, what it leaves out and why. */
export const economics = {
  'cost-per-conversion': {
    title: 'Cost per conversion',
    definition: 'What was spent to win customers in the period over the conversions it brought.',
    excluded: 'Costs of other purposes. Without a conversion the cost is shown and the rate is not.',
  },
  'conversion-what-if': {
    title: 'What if more convert',
    definition:
      'What a conversion would cost, and how many more there would be, at another conversion rate and equal effort.',
    excluded: 'Anything that would change with more effort.',
  },
  'acquisition-cost': {
    title: 'Cost of a new customer',
    definition:
      'What was spent to win customers in the period over the new customers in it. By person, a new customer counts for who won it, as the costs do.',
    excluded: 'Costs of keeping customers.',
  },
  payback: {
    title: 'Payback',
    definition:
      'Months until the margin of new customers has paid for winning them. By person, a new customer counts for who won it.',
    excluded: 'Customers whose margin is not known.',
  },
  'acquire-to-keep': {
    title: 'Winning against keeping',
    definition:
      'Cost of winning a customer over the cost of keeping one. By person, a new customer counts for who won it, a kept one for its owner.',
    excluded: 'Costs whose purpose is neither.',
  },
  'retention-what-if': {
    title: 'What if more stay',
    definition: 'How much more a customer is worth when more of them stay, at the present margin.',
    excluded: 'Anything that would change the margin.',
  },
};
