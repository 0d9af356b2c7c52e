import type { StageTarget } from '../../model/ladder';
import { plainName } from './names';

/** A stage's suggested rung or exit; `sure` when its name hardly means anything else. */
export interface StageGuess {
  readonly target: StageTarget | null;
  readonly sure: boolean;
}

// Whole names: English, Malay, and the default stages of the large systems.
// prettier-ignore
const known: Readonly<Record<StageTarget, string>> = {
  lead: 'lead|new lead|new|prospecting|prospect|prospects|open|identified|target|targeting|suspect|research|raw|unworked|incoming|inbound lead|lead in|enquiry|inquiry|prospek|prospek baharu|prospek baru|baharu|baru|petunjuk|lead generation|appointment scheduling|open not contacted',
  contacted: 'contacted|contact made|contact|working|working contacted|attempted|attempting contact|attempted to contact|reached|reached out|outreach|connected|connect|first contact|initial contact|approached|engaged lead|in touch|dihubungi|telah dihubungi|hubungan awal|kenalan pertama|replied|responded',
  qualified: 'qualified|qualification|qualify|qualified lead|mql|sql|sal|sqo|marketing qualified|sales qualified|engaging|engaged|qualified to buy|qualifiedtobuy|opportunity|accepted|sales accepted|develop|layak|kelayakan|prospek layak|interested|berminat|id decision makers|identify decision makers',
  meeting: 'meeting|first meeting|meeting scheduled|meeting booked|meeting set|appointment|appointment scheduled|appointmentscheduled|appointment set|discovery|discovery call|needs|needs analysis|needs assessment|need analysis|needs defined|needs identified|needs discovery|perception analysis|visit|consultation|mesyuarat|pertemuan|temu janji|temujanji|analisis keperluan|keperluan|value proposition|diagnosis|scoping',
  presented: 'presented|presentation|presentation scheduled|presentationscheduled|presentation given|demo|demo scheduled|demo done|demo given|demonstration|product demo|trial|proof of concept|poc|pilot|evaluation|solution|solution presented|technical evaluation|persembahan|demonstrasi|demo made|solution design|tunjuk cara|decision maker bought in|decisionmakerboughtin',
  proposal: 'proposal|proposal sent|proposal made|proposal price quote|proposal submitted|propose|quote|quote sent|quotation|quotation sent|quoted|price quote|offer|offer sent|tender|bid|rfp|rfq|proposal presented|business case|sebut harga|sebut harga dihantar|cadangan|cadangan dihantar|cadangan dihantar kepada pelanggan|tawaran|tawaran dihantar|proposal review|semakan harga',
  negotiation: 'negotiation|negotiations|negotiating|negotiation review|negotiations started|in negotiation|negotiate|contract|contract sent|contractsent|contract review|contract negotiation|legal|legal review|procurement|verbal|verbal agreement|verbal commit|commit|committed|closing|close|final review|decision|pending signature|approval|rundingan|perundingan|kontrak|kontrak dihantar|awaiting signature|verbal yes',
  won: 'won|closed won|closedwon|close won|win|deal won|signed|contract signed|sold|sale|success|successful|customer|converted|closed deal|menang|berjaya|ditutup menang|tutup menang|dijual|selesai menang|gewonnen|ganado|ganho|gagne|vinto|order received|po received|complete won|closed - won',
  paid: 'paid|paid in full|payment received|invoiced and paid|dibayar|telah dibayar|bayaran diterima|cash received',
  lost: 'lost|closed lost|closedlost|close lost|deal lost|lose|lost to competition|closed lost to competition|lost to competitor|competitor|rejected|declined|refused|failed|unsuccessful|kalah|gagal|ditolak|tutup kalah|ditutup kalah|verloren|perdido|perdu|perso|churned|closed - lost',
  no_decision: 'no decision|no response|no reply|stalled|on hold|abandoned|gone silent|gone dark|timed out|expired|postponed|no action|dormant|cancelled|canceled|closed no decision|tiada keputusan|tangguh|ditangguhkan|tiada maklum balas|dibatalkan|closed cancelled',
  disqualified: 'disqualified|unqualified|not qualified|bad fit|no fit|not a fit|duplicate|spam|junk|junk lead|invalid|bad data|bad timing|tidak layak|tak layak|not interested|closed disqualified|closed not converted',
};

const byName = new Map<string, StageTarget>();
for (const [target, list] of Object.entries(known)) {
  for (const name of list.split('|')) byName.set(plainName(name), target as StageTarget);
}

// Parts of names, tried in this order: an ending says more than a step.
// prettier-ignore
const parts: readonly (readonly [RegExp, StageTarget])[] = [
  [/notqualif|unqualif|disqualif|tidaklayak|junk|spam|duplicate|badfit|nofit/, 'disqualified'],
  [/nodecision|tiadakeputusan|stalled|onhold|abandon|expired|dormant|cancel|batal/, 'no_decision'],
  [/lost|kalah|gagal|reject|declin|verloren|perdid/, 'lost'],
  [/paid|paymentreceived|dibayar|bayaran/, 'paid'],
  [/won|menang|gewonnen|ganad|signed|sold/, 'won'],
  [/negoti|contract|runding|kontrak|legal|verbal|commit|procure/, 'negotiation'],
  [/propos|quot|sebutharga|cadangan|tender|offer|tawaran/, 'proposal'],
  [/present|demo|trial|pilot|poc|proofofconcept|evaluat|persembahan/, 'presented'],
  [/meeting|appoint|discover|need|mesyuarat|temujanji|temu|keperluan|visit|lawatan/, 'meeting'],
  [/qualif|layak|mql|sql|engag|interest/, 'qualified'],
  [/contact|hubung|connect|reach|outreach/, 'contacted'],
  [/prospe|lead|new|baharu|enquir|inquir/, 'lead'],
];

/** Suggests what a source stage stands for, from its name and, where the name says nothing, from the win probability it usually carries (0 to 1). */
export function guessStage(stage: string, probability: number | null = null): StageGuess {
  const name = plainName(stage.replace(/^\s*\d+[\s.):-]+/, '').replace(/\s*\([^)]*\)\s*$/, ''));
  const whole = byName.get(name) ?? byName.get(plainName(stage));
  if (whole) return { target: whole, sure: true };
  const part = parts.find(([pattern]) => pattern.test(name));
  if (part) return { target: part[1], sure: false };
  return { target: probability === null ? null : byProbability(probability), sure: false };
}

function byProbability(probability: number): StageTarget | null {
  if (probability >= 1) return 'won';
  if (probability <= 0) return 'lost';
  if (probability < 0.1) return 'lead';
  if (probability < 0.25) return 'qualified';
  if (probability < 0.5) return 'meeting';
  if (probability < 0.8) return 'proposal';
  return 'negotiation';
}
