/** Words that stand for yes and no, in lower case, English and Malay. */
export const yesWords = [
  'true',
  't',
  'yes',
  'y',
  '1',
  '1.0',
  'ya',
  'benar',
  'betul',
  'on',
  'x',
  '✓',
  'active',
  'aktif',
] as const;
export const noWords = [
  'false',
  'f',
  'no',
  'n',
  '0',
  '0.0',
  'tidak',
  'tak',
  'salah',
  'off',
  'inactive',
  'tidak aktif',
] as const;

const won = [
  'won',
  'closed won',
  'win',
  'deal won',
  'menang',
  'success',
  'successful',
  'berjaya',
  'gewonnen',
  'ganado',
  'closedwon',
];
const lost = [
  'lost',
  'closed lost',
  'loss',
  'deal lost',
  'kalah',
  'gagal',
  'failed',
  'unsuccessful',
  'verloren',
  'perdido',
  'closedlost',
  'canceled',
  'cancelled',
  'abandoned',
  'disqualified',
];
const open = ['open', 'in progress', 'active', 'terbuka', 'pending', 'offen', 'abierto', 'on hold'];

/** Words of a status column that say yes or no to a flag, beside the general ones. */
export const flagWords: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> =
  {
    is_won: { yes: won, no: [...lost, ...open] },
    is_closed: { yes: [...won, ...lost, 'closed', 'ditutup'], no: open },
    is_conversation: {
      yes: ['two-way', 'two way', 'conversation', 'connected', 'answered', 'reached'],
      no: ['one-way', 'one way', 'none', 'no answer', 'left message', 'voicemail'],
    },
  };

/** Words that stand for an enumeration's values, by `table.field` or by field alone; keys in lower case. */
export const enumWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'opportunities.kind': entries({
    new: 'new business|new customer|newbusiness|new logo|new deal|acquisition|pelanggan baharu|baharu|baru',
    renewal: 'renew|renewals|existing customer - renewal|pembaharuan',
    expansion:
      'existing business|existingbusiness|existing customer - upgrade|existing customer - replacement|existing customer|existing customer - downgrade|upsell|up-sell|cross-sell|cross sell|add-on|addon|add on|upgrade|expand|peluasan|kembangan',
  }),
  'activities.kind': entries({
    call: 'phone|phone call|calls|outbound call|inbound call|cold call|telephone|dial|panggilan|panggilan telefon|telefon',
    email: 'e-mail|mail|emails|incoming email|outgoing email|emel|e-mel|list email|listemail',
    meeting:
      'event|appointment|meetings|mesyuarat|lunch|temu janji|pertemuan|video call|video meeting|online meeting|zoom|teams|conference|discovery',
    demo: 'demonstration|product demo|presentation|demonstrasi|persembahan',
    visit: 'site visit|on-site|onsite|field visit|customer visit|lawatan',
    message:
      'sms|text|whatsapp|chat|linkedin|linkedin message|social|im|mesej|text message|social media|telegram|wechat',
    task: 'to do|todo|to-do|follow up|follow-up|deadline|tugas|reminder|other task',
    note: 'notes|nota|catatan|comment|memo|letter|fax',
  }),
  direction: entries({
    in: 'inbound|incoming|received|masuk|internal',
    out: 'outbound|outgoing|sent|keluar',
  }),
  'orders.status': entries({
    placed:
      'open|complete|completed|shipped|delivered|paid|confirmed|active|processing|fulfilled|new|closed|invoiced|selesai|ok',
    cancelled: 'canceled|cancel|void|voided|returned|refunded|batal|dibatalkan',
  }),
  'payments.status': entries({
    ok: 'paid|success|succeeded|successful|completed|complete|settled|cleared|received|captured|berjaya|dibayar|true',
    failed: 'fail|failure|declined|rejected|error|bounced|gagal|false',
    reversed: 'reversal|chargeback|refunded|returned|disputed|dibalikkan',
  }),
  'renewals.outcome': entries({
    renewed: 'won|yes|true|renew|closed won|diperbaharui|y',
    lost: 'churned|no|false|cancelled|canceled|not renewed|closed lost|n|hilang',
    open: 'pending|due|in progress|upcoming',
  }),
  'costs.purpose': entries({
    acquire: 'acquisition|marketing|advertising|ads|sales|lead generation|prospecting|new business|perolehan|pemasaran',
    retain: 'retention|customer success|support|account management|service|pengekalan',
    train: 'training|coaching|enablement|latihan',
    incentive: 'incentives|commission|commissions|bonus|bonuses|insentif|komisen',
  }),
  role: entries({
    sdr: 'bdr|sales development|sales development rep|sales development representative|business development representative|lead generation|inside sales|prospector',
    ae: 'account executive|sales executive|closer|sales representative|sales rep|field sales|account exec|eksekutif akaun|senior account executive',
    specialist:
      'sales specialist|sales engineer|solution consultant|pre-sales|presales|technical sales|subject expert|pakar jualan|solutions engineer',
    cs: 'csm|customer success|customer success manager|customer success representative|account manager|wakil kejayaan pelanggan',
    manager:
      'sales manager|team lead|team leader|regional manager|head of sales|director|sales director|vp sales|pengurus|pengurus jualan',
    support: 'sales support|assistant',
    owner: 'opportunity owner|deal owner|main',
  }),
  level: entries({
    junior: 'jr|entry|associate|trainee|i|1|muda',
    mid: 'middle|intermediate|regular|ii|2|pertengahan',
    senior: 'sr|lead|principal|expert|iii|3|kanan',
  }),
  'targets.metric': entries({
    bookings: 'revenue|sales|booking|amount|value|quota|jualan|new business',
    count: 'deals|wins|number of deals|units|won deals',
    renewals: 'renewal|retention',
    leads: 'lead|new leads|prospects',
    activities: 'activity|calls|meetings',
  }),
  mode: entries({
    online: 'virtual|remote|e-learning|elearning|web|webinar|self-paced|dalam talian',
    in_person: 'in person|in-person|classroom|onsite|on-site|face to face|workshop|bersemuka',
  }),
  'coachings.kind': entries({
    coaching: 'coach|1:1|one to one|one-on-one|bimbingan',
    mentoring: 'mentor|mentorship|pementoran',
  }),
  'incentive_tiers.measure': entries({
    attainment: 'quota attainment|target attainment',
    bookings: 'revenue|sales|amount',
    count: 'deals|units',
    margin: 'profit|gross margin',
    skill: 'skills',
    team: 'team target',
  }),
  'surveys.kind': entries({
    nps: 'net promoter|net promoter score|promoter',
    csat: 'satisfaction|customer satisfaction|ces',
    review: 'reviews|rating|testimonial|ulasan',
    incentive_pref: 'incentive preference|incentive preferences|wanted incentive',
  }),
  'cases.kind': entries({
    complaint: 'problem|issue|incident|bug|complaints|aduan',
    question: 'query|request|enquiry|inquiry|how to|soalan|feature request',
    cancel_notice: 'cancellation|cancel|cancel notice|termination|notice|notis batal',
  }),
};

function entries(lists: Readonly<Record<string, string>>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [value, words] of Object.entries(lists)) for (const word of words.split('|')) out[word] ??= value;
  return out;
}
