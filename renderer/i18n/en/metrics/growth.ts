/** Measures of growth: title, what each is in plain words, what it leaves out and why. */
export const growth = {
  'referral-rate': {
    title: 'Customers who refer',
    definition: 'Of the active customers, the share that referred somebody in the period.',
    excluded: 'Customers no longer active.',
  },
  'referral-yield': {
    title: 'What referrals bring',
    definition: 'Share of new customers and revenue that came by referral, and how many a customer brings.',
    excluded: 'Referrals too young to have become customers.',
  },
  reviews: {
    title: 'Reviews',
    definition: 'How many reviews there are, their mean, and how many customers were asked.',
    excluded: 'Reviews without a score.',
  },
  satisfaction: {
    title: 'Satisfaction',
    definition: 'Net promoter score and satisfaction from the surveys, with the share that answered.',
    excluded: 'All but the last answer of a person in the period.',
  },
};
