/** Data: what the checks look for. */
export const checks = {
  headline:
    '{n, plural, =0 {The checks found nothing.} one {One check found something to look at.} other {# checks found something to look at.}}',
  note: 'Nothing here is lost: the rows are in the tables, and each figure says what it left out.',
  none: 'Every rule was looked at and none found anything.',
  place: '{list}, {column}',
  rows: 'Rows',
  finding: 'What was found, and what follows',
  remedy: 'What would mend it',
  open: '{n, number} rows: {what}',
  shown: '{n, number} of {all, number} rows',
  inSql: 'Open in SQL',
};

export const check = {
  closed_before_created: {
    consequence: 'Deals closed before they were created. They count, their durations do not.',
    remedy: 'Correct the dates in the source and import it again.',
  },
  no_created_at: {
    consequence:
      'Deals without a date of creation. They take that of their first stage; without one they belong to no dated cohort.',
    remedy: 'Export the date of creation with them.',
  },
  no_owner: {
    consequence: 'Deals without an owner. They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  no_account: {
    consequence: 'Deals without a customer. They count in the funnel, not for a customer.',
    remedy: 'Link them to their account in the source.',
  },
  negative_amount: {
    consequence: 'Deals with a negative amount. They count, their money does not.',
    remedy: 'Correct the amounts in the source.',
  },
  unmapped_stage: {
    consequence: 'Deals at a stage without a rung. They stand nowhere on the ladder.',
    remedy: 'Place the stage on the ladder at the next import.',
  },
  unconfirmed_stage: {
    consequence: 'Stages whose rung nobody confirmed. Figures that need them are marked derived.',
    remedy: 'Confirm the stages at the next import.',
  },
  closed_without_date: {
    consequence:
      'Deals that are over without a closing date. They close at their last stage event; without one no dated figure has them.',
    remedy: 'Export the closing date with them.',
  },
  event_before_created: {
    consequence: 'Deals with an event before their creation. They count as created at their earliest event.',
    remedy: 'Correct it in the source and import it again.',
  },
  unlikely_date: {
    consequence:
      'Deals with a date before 1990 or after 2100. It is taken as it stands and stretches every range of dates.',
    remedy: 'Look for placeholders in the source.',
  },
  after_as_of: {
    consequence: 'Deals created or closed after the as-of date. What lies after it is invisible.',
    remedy: 'Correct the dates, or import the activity that is newer.',
  },
  overdue: {
    consequence: 'Open deals whose expected close has passed. They count as overdue.',
    remedy: 'Agree a new day, or close them in the source.',
  },
  no_stage: {
    consequence: 'Deals without a stage. They stand on no rung of the ladder.',
    remedy: 'Export the stage with them.',
  },
  won_without_amount: {
    consequence: 'Won deals without an amount. They count as won, their money is unknown.',
    remedy: 'Enter the amounts in the source.',
  },
  won_for_nothing: {
    consequence: 'Won deals with the amount zero. They count as won, with no money.',
    remedy: 'See whether zero stands for unknown in the source.',
  },
  discount_out_of_range: {
    consequence: 'Deals with a discount below 0 or above 100%. Figures of discount leave them out.',
    remedy: 'Say at the next import how percents are written.',
  },
  lost_without_reason: {
    consequence: 'Lost deals without a reason. It is shown as unknown.',
    remedy: 'Ask for the reason when a deal is lost.',
  },
  inferred_history: {
    consequence: 'Stage events made from what two exports differ in. Figures that use them are marked derived.',
    remedy: 'Import the stage history where the system keeps one.',
  },
  event_without_deal: {
    consequence: 'Stage events of no deal and no lead. They are not used.',
    remedy: 'Export the id of the deal with them.',
  },
  event_without_date: {
    consequence: 'Stage events without a date. They are not used.',
    remedy: 'Correct it in the source and import it again.',
  },
  lead_without_owner: {
    consequence: 'Leads without an owner. They count under Unassigned, never for a person.',
    remedy: 'Give them an owner in the source.',
  },
  activity_without_link: {
    consequence: 'Activities linked to nobody. They count for a person, not for a customer or a deal.',
    remedy: 'Link them in the source.',
  },
  activity_of_nobody: {
    consequence: 'Activities without a person. They count for the customer alone.',
    remedy: 'Give them an owner in the source.',
  },
  order_of_nobody: {
    consequence:
      'Orders without a customer. Their money counts under Unknown customer; nobody keeps or leaves with them.',
    remedy: 'Link them to their customer in the source.',
  },
  negative_order: {
    consequence: 'Orders with a negative amount. They are not purchases.',
    remedy: 'Import what was paid back as refunds.',
  },
  refund_of_nobody: {
    consequence: 'Refunds without order and customer. Their money counts under Unknown customer.',
    remedy: 'Export the order or the customer with them.',
  },
  refund_above_order: {
    consequence: 'Refunds larger than their order. Money counts exactly; the order counts as nothing bought.',
    remedy: 'Correct it in the source and import it again.',
  },
  ended_before_started: {
    consequence: 'Subscriptions that end before they start. They are left out of retention.',
    remedy: 'Correct it in the source and import it again.',
  },
  merged_in_circle: {
    consequence: 'Accounts merged into each other in a circle. It is broken at the smallest id.',
    remedy: 'Correct it in the source and import it again.',
  },
  target_of_nobody: {
    consequence: 'Targets without a person or team. No attainment is measured against them.',
    remedy: 'Say whose target it is.',
  },
  score_out_of_scale: {
    consequence: 'Answers outside their scale. They are left out of the score.',
    remedy: 'Correct it in the source and import it again.',
  },
  no_fx: {
    consequence: 'Deals in a currency without an exchange rate. Their money is left out, never taken one to one.',
    remedy: 'Import exchange rates for their currency.',
  },
  reversed: {
    consequence: 'Deals won and then lost. They do not count as won, and their money is taken off again.',
    remedy: 'See whether the last stage in the source is right.',
  },
  unknown: {
    consequence: 'Rows that name a record which is not there. They are kept, and joined to nothing.',
    remedy: 'Import the missing records.',
  },
  unread: {
    consequence: 'Rows with cells that could not be read. They are kept, those cells are empty.',
    remedy: 'See the lines set aside in the import.',
  },
};
