/** Events a journey may be followed through, beyond rungs and exits. */
export const event = {
  conversation: 'Conversation',
  activity_call: 'Call',
  activity_email: 'Email',
  activity_demo: 'Demo',
  activity_visit: 'Visit',
  order: 'Order',
  survey_nps: 'Answer to NPS',
  survey_csat: 'Answer to CSAT',
  complaint: 'Complaint',
  question: 'Question',
  cancel_notice: 'Notice to cancel',
  referral: 'Recommendation',
};
