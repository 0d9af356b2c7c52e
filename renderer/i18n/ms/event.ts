import type { Messages } from '..';

export const event: Messages['event'] = {
  conversation: 'Perbualan',
  activity_call: 'Panggilan',
  activity_email: 'E-mel',
  activity_demo: 'Demonstrasi',
  activity_visit: 'Lawatan',
  order: 'Pesanan',
  survey_nps: 'Jawapan NPS',
  survey_csat: 'Jawapan CSAT',
  complaint: 'Aduan',
  question: 'Soalan',
  cancel_notice: 'Notis pembatalan',
  referral: 'Saranan',
};
