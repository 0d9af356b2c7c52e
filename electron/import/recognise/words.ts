/** Words that stand for yes and no, in lower case, in the languages exports are written in. */
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
  '✔',
  '☑',
  'active',
  'aktif',
  'ja',
  'wahr',
  'oui',
  'vrai',
  'sí',
  'si',
  'sì',
  'verdadero',
  'sim',
  'verdadeiro',
  'vero',
  'waar',
  'aktiv',
  'actif',
  'activo',
  'ativo',
  'attivo',
  'actief',
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
  '✗',
  '✘',
  '☐',
  'inactive',
  'tidak aktif',
  'nein',
  'falsch',
  'non',
  'faux',
  'falso',
  'não',
  'nao',
  'nee',
  'onwaar',
  'nej',
  'inaktiv',
  'inactif',
  'inactivo',
  'inativo',
  'inattivo',
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
  'ganada',
  'ganho',
  'ganha',
  'gagné',
  'gagnée',
  'vinto',
  'vinta',
  'vunnen',
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
  'perdida',
  'perdu',
  'perdue',
  'perso',
  'persa',
  'förlorad',
  'closedlost',
  'canceled',
  'cancelled',
  'abandoned',
  'disqualified',
];
const open = [
  ...[
    'open',
    'in progress',
    'active',
    'terbuka',
    'pending',
    'on hold',
    'offen',
    'abierto',
    'abierta',
    'ouvert',
    'ouverte',
  ],
  ...[
    'aberto',
    'aberta',
    'aperto',
    'aperta',
    'öppen',
    'in bearbeitung',
    'en cours',
    'en curso',
    'em andamento',
    'in corso',
  ],
];

/** Words of a status column that say yes or no to a flag, beside the general ones. */
export const flagWords: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> =
  {
    is_won: { yes: won, no: [...lost, ...open] },
    is_closed: {
      yes: [
        ...won,
        ...lost,
        'closed',
        'ditutup',
        'geschlossen',
        'abgeschlossen',
        'fermé',
        'cerrado',
        'fechado',
        'chiuso',
        'gesloten',
      ],
      no: open,
    },
    is_conversation: {
      yes: ['two-way', 'two way', 'conversation', 'connected', 'answered', 'reached'],
      no: ['one-way', 'one way', 'none', 'no answer', 'left message', 'voicemail'],
    },
  };

/** Names and signs of currencies by code, in lower case; a sign that several share is not here. */
export const currencyNames: Readonly<Record<string, string>> = {
  MYR: 'ringgit|malaysian ringgit|ringgit malaysia|rm',
  SGD: 'singapore dollar|s$',
  USD: 'us dollar|united states dollar|u.s. dollar|us$|dólar americano|dollar américain',
  EUR: 'euro|euros|€',
  GBP: 'pound sterling|british pound|pounds sterling|uk pound|£',
  IDR: 'rupiah|indonesian rupiah|rp',
  THB: 'baht|thai baht|฿',
  AUD: 'australian dollar|a$',
  BRL: 'real|brazilian real|real brasileiro|r$',
  INR: 'indian rupee|₹',
  CHF: 'swiss franc|schweizer franken|franc suisse',
  PLN: 'złoty|zloty|zł',
  VND: 'dong|₫',
  PHP: 'philippine peso|₱',
  CZK: 'czech koruna|koruna česká|kč',
  HUF: 'forint|hungarian forint|ft',
  RON: 'romanian leu|lei',
  JPY: 'japanese yen|円',
  KRW: 'korean won|원',
  CNY: 'renminbi|元',
};

/** Words that stand for an enumeration's values, by `table.field` or by field alone; keys in lower case. */
export const enumWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'opportunities.kind': entries({
    new: 'new business|new customer|newbusiness|new logo|new deal|acquisition|pelanggan baharu|baharu|baru|neugeschäft|neukunde|neukundengeschäft|nouvelle affaire|nouveau client|negocio nuevo|nuevo negocio|cliente nuevo|novo negócio|cliente novo|nuovo affare|nuova attività|nuovo cliente|nieuwe klant|nieuwe business|ny kund',
    renewal:
      'renew|renewals|existing customer - renewal|pembaharuan|verlängerung|vertragsverlängerung|renouvellement|renovación|renovação|rinnovo|verlenging|förnyelse',
    expansion:
      'existing business|existingbusiness|existing customer - upgrade|existing customer - replacement|existing customer|existing customer - downgrade|upsell|up-sell|cross-sell|cross sell|add-on|addon|add on|upgrade|expand|peluasan|kembangan|bestandsgeschäft|bestandskunde|bestehendes geschäft|client existant|affaire existante|cliente existente|negocio existente|negócio existente|cliente esistente|affare esistente|bestaande klant|ampliación|expansão|espansione|uitbreiding',
  }),
  'activities.kind': entries({
    call: 'phone|phone call|calls|outbound call|inbound call|cold call|telephone|dial|panggilan|panggilan telefon|telefon|anruf|telefonat|appel|appel téléphonique|llamada|llamada telefónica|chamada|ligação|telefonema|chiamata|telefonata|telefoongesprek|bellen|telefonsamtal|telefono',
    email:
      'e-mail|mail|emails|incoming email|outgoing email|emel|e-mel|list email|listemail|courriel|e-mail envoyé|correo|correo electrónico|posta elettronica|e-postmeddelande',
    meeting:
      'event|appointment|meetings|mesyuarat|lunch|temu janji|pertemuan|video call|video meeting|online meeting|zoom|teams|conference|discovery|besprechung|termin|réunion|rendez-vous|reunión|cita|reunião|compromisso|riunione|appuntamento|vergadering|afspraak|möte|rapat',
    demo: 'demonstration|product demo|presentation|demonstrasi|persembahan|vorführung|präsentation|démonstration|présentation|demostración|presentación|demonstração|apresentação|dimostrazione|presentazione|demonstratie|presentatie|presentasi',
    visit:
      'site visit|on-site|onsite|field visit|customer visit|lawatan|besuch|kundenbesuch|visite|visita|bezoek|kunjungan|besök',
    message:
      'sms|text|whatsapp|chat|linkedin|linkedin message|social|im|mesej|text message|social media|telegram|wechat',
    task: 'to do|todo|to-do|follow up|follow-up|deadline|tugas|reminder|other task|aufgabe|tâche|tarea|tarefa|attività|compito|taak|uppgift|zadanie',
    note: 'notes|nota|catatan|comment|memo|letter|fax|notiz|remarque|nota|notitie|anteckning',
  }),
  direction: entries({
    in: 'inbound|incoming|received|masuk|internal|eingehend|entrant|entrante|recebida|in entrata|inkomend',
    out: 'outbound|outgoing|sent|keluar|ausgehend|sortant|saliente|efetuada|in uscita|uitgaand',
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
