/** Measures of retention: title, what each is in plain words, what it leaves out and why. */
export const retention = {
  'logo-retention': {
    title: 'Customers kept',
    definition:
      'Of the customers active at the start, the share still active at the end. One who left and came back counts as kept.',
    excluded: 'Customers who came after the start.',
  },
  'churn-rate': {
    title: 'Customers lost',
    definition: 'Of the customers active at the start, the share no longer active at the end.',
    excluded: 'Customers who came after the start.',
  },
  'revenue-retention': {
    title: 'Revenue kept',
    definition:
      'Revenue of the customers active at the start: what is left of it (gross) and what it became with growth (net).',
    excluded: 'New customers. Money is taken at the rate of the start, so that currencies do not look like leaving.',
  },
  'renewal-rate': {
    title: 'Renewal rate',
    definition: 'Of the renewals due in the period, the share renewed by their date with its days of grace.',
    excluded: 'Renewals still within their days of grace.',
  },
  expansion: {
    title: 'Expansion',
    definition: 'What the kept customers buy more than at the start, over what they bought then.',
    excluded: 'New customers.',
  },
  'money-left': {
    title: 'Money left',
    definition:
      'Renewals lost without a conversation, invoices past due, prices that were not raised: each by itself, never only a sum.',
    excluded: 'What cannot be told from the data.',
  },
  'repeat-purchase': {
    title: 'Repeat purchase',
    definition: 'Of the customers whose first purchase is old enough, the share that bought again within the window.',
    excluded: 'Customers younger than the window.',
  },
  'cohort-retention': {
    title: 'Cohort retention',
    definition:
      'Customers by the period of their first purchase: the share still buying in each period after it. The first period is all of them by construction.',
    excluded: 'Periods that are not complete are marked and never averaged: they can still rise.',
  },
  'customer-survival': {
    title: 'How long customers stay',
    definition:
      'Share of customers still there by the days since their first purchase; those still buying count as not finished.',
    excluded: 'Days at which fewer than five are left.',
  },
  cadence: {
    title: 'Buying pace',
    definition: 'How often a customer buys, and how overdue the next order is by that pace.',
    excluded: 'Customers with too few orders to have a pace.',
  },
  'silent-churn': {
    title: 'Quiet leavers',
    definition:
      'How likely each customer has left without saying so, from the pace of the orders, and the margin at risk, revenue where no margin is known. Where the purchases do not settle a model of leaving, and for who bought once, it is how unusual the silence is by the customers’ own pace, not how likely somebody has left.',
    excluded: 'Customers who gave notice or complained: they did not leave quietly.',
  },
  'value-to-date': {
    title: 'Value so far',
    definition: 'Margin a customer brought, less refunds; revenue where no margin is known.',
    excluded: 'Cancelled orders.',
  },
  'expected-value': {
    title: 'Expected value',
    definition: 'Margin a customer is expected to bring over the months asked for.',
    excluded: 'Customers without a pace or a contract.',
  },
  concentration: {
    title: 'Concentration',
    definition: 'Share of the revenue that comes from the ten largest customers.',
    excluded: 'Refunded and cancelled orders.',
  },
  'won-to-paid': {
    title: 'Days to payment',
    definition:
      'Days from winning a deal to its payment in full; the median stands for all, and unpaid ones count as not finished.',
    excluded: 'Won deals without an invoice.',
  },
  'after-sale-follow-up': {
    title: 'Follow-up after the sale',
    definition: 'Of the customers won, the share somebody contacted in the first thirty days.',
    excluded: 'Customers won less than thirty days ago, and sales taken back.',
  },
  'touch-coverage': {
    title: 'Customers spoken to',
    definition: 'Of the active customers, the share somebody spoke with in the last days.',
    excluded: 'Customers no longer active.',
  },
  'relationship-depth': {
    title: 'Contacts in an account',
    definition: 'How many people of a customer somebody speaks with, and how many customers hang on a single one.',
    excluded: 'Contacts without an activity in twelve months.',
  },
  'engagement-retention': {
    title: 'Conversations and staying',
    definition:
      'Whether customers who were spoken with more before the sale stay longer. They go together; one need not be the cause.',
    excluded: 'Customers younger than twelve months.',
  },
};
