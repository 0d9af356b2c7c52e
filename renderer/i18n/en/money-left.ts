/** Kinds of money left on the table; never summed. */
export const moneyLeft = {
  lost_without_conversation: 'Renewals lost without a conversation',
  unpaid_invoice: 'Invoices past due, unpaid',
  flat_renewal: 'Renewals below the indexed price',
};
