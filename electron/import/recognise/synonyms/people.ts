import type { Synonyms } from './core';

// prettier-ignore
export const reps: Synonyms = {
  rep_id: 'sales agent|sales rep|sales rep id|sales representative|salesperson|sales person|salesperson id|agent id|employee id|user id|employee number|staff id|seller id|username|wakil jualan|id wakil|jurujual~rep|agent|seller|employee|user|owner|owner id|id|record id|key|email',
  name: 'rep name|full name|agent name|employee name|salesperson name|seller name|display name|nama penuh|nama wakil~name|nama',
  first_name: 'first name|given name|forename|nama pertama',
  last_name: 'last name|surname|family name|nama keluarga',
  role: 'job role|sales role|user role|job title|peranan|jawatan~title|position|profile',
  team_id: 'team|team name|sales team|squad|department|hubspot team|pasukan|kumpulan~group|division|unit',
  manager_id: 'manager|manager name|sales manager|reports to|reports to id|supervisor|team lead|team leader|line manager|pengurus|ketua~boss',
  started_on: 'start date|started at|started|hire date|hired on|hired|join date|joined|joined on|date joined|date hired|employed since|tarikh mula|tarikh masuk kerja~start|since',
  ended_on: 'end date|ended at|ended|leave date|left on|left|termination date|last day|date left|tarikh tamat|tarikh berhenti~end',
  region: 'regional office|sales region|sales territory|wilayah|negeri~territory|office|country|location|area|kawasan',
  level: 'seniority|rep level|grade|senior level|tahap|gred',
  aliases: 'alias|other names|also known as|nickname|nama lain',
};

// prettier-ignore
export const repPeriods: Synonyms = {
  rep_id: 'rep|agent|employee|employee id|user id|wakil jualan~name',
  from_on: 'from|from date|start date|valid from|effective from|dari~start',
  to_on: 'to|to date|end date|valid to|effective to|until|hingga~end',
  role: 'job role|peranan',
  team_id: 'team|team name|pasukan',
  manager_id: 'manager|reports to|pengurus',
  leave: 'on leave|is leave|absent|leave of absence|cuti',
};

// prettier-ignore
export const handoffs: Synonyms = {
  handoff_id: 'hand off id|handover id|hand over id|transfer id|id serahan~id|record id|key',
  lead_id: 'lead|prospek',
  opportunity_id: 'opp id|deal id|opportunity|deal|peluang',
  from_rep: 'from|from rep id|from owner|from user|handed by|old owner|previous owner|sdr|daripada',
  to_rep: 'to|to rep id|to owner|to user|handed to|new owner|ae|kepada',
  at: 'handed off at|hand off date|handoff date|handover date|transfer date|handed over at|tarikh serahan~date|created at|tarikh',
  accepted_at: 'accepted|accepted on|acceptance date|accepted date|diterima',
  rejected_at: 'rejected|rejected on|rejection date|returned at|rejected date|ditolak',
  reason: 'reject reason|rejection reason|return reason|sebab~note',
};

// prettier-ignore
export const targets: Synonyms = {
  target_id: 'quota id|goal id|id sasaran~id|record id|key',
  rep_id: 'rep|sales rep|sales agent|owner|owner id|user|employee|wakil jualan~name',
  team_id: 'team|team name|pasukan',
  metric: 'target metric|target type|measure|quota type|goal type|ukuran~type|kind|kpi',
  period_start: 'start|start date|period from|from|month|quarter start|quota date|tempoh mula~period|date',
  period_end: 'end|end date|period to|to|month end|quarter end|tempoh tamat',
  value: 'target|target value|target amount|quota|quota amount|sales quota|goal|goal value|sasaran|kuota~amount|nilai',
  currency: 'target currency|currency code|mata wang~ccy',
};

// prettier-ignore
export const trainings: Synonyms = {
  training_id: 'training number|enrolment id|enrollment id|course record id|id latihan~id|record id|key',
  rep_id: 'rep|sales rep|employee|attendee|participant|trainee|learner|user|wakil jualan|peserta~name',
  programme: 'program|programme name|program name|course|course name|training|training name|kursus|latihan~title|topic',
  completed_at: 'completed|completed on|completion date|date completed|finished at|attended on|attended at|training date|tarikh tamat|tarikh latihan~date|tarikh',
  enrolled_at: 'enrolled|enrolled on|enrolment date|enrollment date|registered at|tarikh daftar',
  mode: 'training mode|delivery|delivery mode|format|mod',
  score: 'result|grade|test score|mark|marks|markah',
  hours: 'training hours|duration hours|length hours|jam~duration',
};

// prettier-ignore
export const programmes: Synonyms = {
  programme: 'program|programme name|program name|course|course name|kursus~name|title',
  required_roles: 'required for|mandatory for|roles|required role',
  skills: 'skill|skills taught|skill ids|kemahiran',
  valid_months: 'validity|validity months|valid for|valid for months|months valid|tempoh sah',
};

// prettier-ignore
export const coachings: Synonyms = {
  coaching_id: 'coaching session id|session id|id bimbingan~id|record id|key',
  rep_id: 'rep|coachee|mentee|sales rep|employee|wakil jualan~name',
  coach_id: 'coach|mentor|mentor id|manager|coached by|jurulatih',
  at: 'coaching date|session date|coached at|coached on|held at|held on|tarikh bimbingan~date|tarikh',
  topic: 'coaching topic|subject|theme|focus|topik~notes|note',
  kind: 'coaching kind|coaching type|session type~type|jenis',
};

// prettier-ignore
export const incentivePlans: Synonyms = {
  plan_id: 'incentive plan id|incentive plan|commission plan|commission plan id|pelan insentif~plan|id|record id|key',
  name: 'plan name|incentive plan name|nama pelan~title|description|nama',
  period_start: 'start|start date|from|valid from|tempoh mula',
  period_end: 'end|end date|to|valid to|tempoh tamat',
  role: 'plan role|for role|eligible role|peranan',
};

// prettier-ignore
export const incentiveTiers: Synonyms = {
  plan_id: 'incentive plan id|plan|incentive plan|commission plan|pelan',
  measure: 'tier measure|based on|metric|ukuran~type',
  from_value: 'from|lower bound|threshold|tier from|min|minimum|daripada',
  to_value: 'to|upper bound|tier to|max|maximum|hingga',
  pay_rate: 'rate|commission rate|payout rate|kadar',
  pay_fixed: 'fixed|bonus|fixed amount|fixed payout|bonus amount|tetap',
};

// prettier-ignore
export const payouts: Synonyms = {
  rep_id: 'rep|sales rep|employee|owner|wakil jualan~name',
  plan_id: 'plan|incentive plan|commission plan|pelan',
  period_start: 'start|start date|from|month|tempoh mula~period',
  period_end: 'end|end date|to|month end|tempoh tamat',
  amount: 'payout|payout amount|commission|commission amount|incentive|incentive amount|bonus paid|bayaran insentif|komisen~value|total|jumlah',
  base_salary: 'base|base pay|salary|base salary amount|gaji pokok|gaji asas',
  currency: 'payout currency|currency code|mata wang~ccy',
};

// prettier-ignore
export const recognitions: Synonyms = {
  rep_id: 'rep|recipient|employee|sales rep|given to|penerima|wakil jualan~name',
  at: 'recognition date|recognised at|recognised on|recognized at|recognized on|awarded at|awarded on|award date|tarikh pengiktirafan~date|given at|tarikh',
  kind: 'recognition|recognition type|recognition kind|award|award type|anugerah|pengiktirafan~type|jenis',
  by_rep: 'given by|by|awarded by|nominated by|recognised by|recognized by|oleh',
  note: 'citation|comment|message|catatan~notes|description|reason',
};

// prettier-ignore
export const surveys: Synonyms = {
  survey_id: 'response id|survey response id|feedback id|review id|id tinjauan~id|record id|key',
  kind: 'survey kind|survey type|feedback type|survey|jenis tinjauan~type|jenis',
  asked_at: 'sent at|sent on|asked|asked on|invited at|survey sent|survey sent at|tarikh hantar',
  answered_at: 'answered|answered on|responded at|responded on|response date|completed at|submitted at|submitted on|review date|tarikh jawab~date|created at|tarikh',
  account_id: 'customer|customer id|account|company|pelanggan|akaun',
  contact_id: 'contact|respondent|contact name|kenalan',
  rep_id: 'rep|owner|sales rep|agent|employee|wakil jualan',
  score: 'rating|nps score|nps|csat|stars|satisfaction|skor|penilaian~value|answer',
  scale_min: 'min|minimum|scale from|lowest',
  scale_max: 'max|maximum|scale to|highest|scale|out of',
  text: 'comment|comments|feedback|verbatim|review text|answer text|ulasan|komen~note|notes|message',
  channel: 'survey channel|site|platform|saluran~source',
};

// prettier-ignore
export const referrals: Synonyms = {
  referral_id: 'referral number|referral no|id rujukan~referral|id|record id|key',
  at: 'referral date|referred at|referred on|date referred|tarikh rujukan~date|created at|tarikh',
  from_account: 'referrer|referring account|referring customer|referred by|from customer|referrer id|referrer account|dirujuk oleh~from|account|customer',
  to_lead: 'referred lead|lead|lead id|new lead',
  to_account: 'referred account|referred customer|new customer|new account~to',
  to_opportunity: 'referred opportunity|opportunity|opportunity id|deal|deal id',
  invited: 'invitations|invites|invites sent|invitations sent|jemputan',
};

// prettier-ignore
export const cases: Synonyms = {
  case_id: 'case number|case no|ticket id|ticket number|ticket no|support case id|id kes|no tiket~case|ticket|id|record id|key',
  account_id: 'customer|customer id|account|account name|company|pelanggan|akaun',
  opened_at: 'opened|opened on|open date|date opened|ticket created|case created|date time opened|tarikh dibuka~created at|created date|created|date|tarikh',
  closed_at: 'closed|closed on|closed date|date closed|resolved at|resolved on|date time closed|tarikh ditutup',
  kind: 'case type|case kind|ticket type|case category|jenis kes~type|category|subject|jenis',
};
