import type { StageTarget } from '../../model/ladder';
import { plainName } from './names';

/** A stage's suggested rung or exit; `sure` when its name hardly means anything else. */
export interface StageGuess {
  readonly target: StageTarget | null;
  readonly sure: boolean;
}

// Whole names: English, Malay, the other export languages of the large systems, and their default stages.
// prettier-ignore
const known: Readonly<Record<StageTarget, string>> = {
  lead: 'lead|new lead|new|prospecting|prospect|prospects|open|identified|target|targeting|suspect|research|raw|unworked|incoming|inbound lead|lead in|enquiry|inquiry|prospek|prospek baharu|prospek baru|baharu|baru|petunjuk|lead generation|appointment scheduling|open not contacted|neuer lead|neu|interessent|kontaktaufnahme geplant|prospection|prospect|piste|nouveau|nouvelle|prospección|candidato|nuevo|prospecção|novo|nuovo|prospezione|nieuw|prospectie|ny|nowy|akuisisi|prospek baru masuk|見込み',
  contacted: 'contacted|contact made|contact|working|working contacted|attempted|attempting contact|attempted to contact|reached|reached out|outreach|connected|connect|first contact|initial contact|approached|engaged lead|in touch|dihubungi|telah dihubungi|hubungan awal|kenalan pertama|replied|responded|kontaktiert|erstkontakt|kontakt hergestellt|contacté|premier contact|contactado|primer contacto|contatado|primeiro contato|contattato|primo contatto|gecontacteerd|eerste contact|kontaktad',
  qualified: 'qualified|qualification|qualify|qualified lead|mql|sql|sal|sqo|marketing qualified|sales qualified|engaging|engaged|qualified to buy|qualifiedtobuy|opportunity|accepted|sales accepted|develop|layak|kelayakan|prospek layak|interested|berminat|id decision makers|identify decision makers|qualifiziert|qualifizierung|qualifizieren|kauf qualifiziert|für kauf qualifiziert|qualifié|qualifiée|qualification en cours|qualifié pour acheter|calificado|cualificado|calificación|cualificación|calificar|calificado para comprar|qualificado|qualificação|qualificar|qualificato|qualifica|qualificare|gekwalificeerd|kwalificatie|kwalificeren|kvalificerad|kwalifikacja|kualifikasi',
  meeting: 'meeting|first meeting|meeting scheduled|meeting booked|meeting set|appointment|appointment scheduled|appointmentscheduled|appointment set|discovery|discovery call|needs|needs analysis|needs assessment|need analysis|needs defined|needs identified|needs discovery|perception analysis|visit|consultation|mesyuarat|pertemuan|temu janji|temujanji|analisis keperluan|keperluan|value proposition|diagnosis|scoping|termin vereinbart|termin geplant|erstgespräch|bedarfsanalyse|bedarfsermittlung|rendez-vous|rendez-vous pris|rendez-vous planifié|analyse des besoins|découverte|reunión|cita programada|cita concertada|reunión programada|análisis de necesidades|reunião|reunião agendada|compromisso agendado|análise de necessidades|descoberta|appuntamento|appuntamento fissato|appuntamento programmato|analisi dei bisogni|analisi esigenze|afspraak|afspraak gepland|behoefteanalyse|möte bokat|behovsanalys|pertemuan',
  presented: 'presented|presentation|presentation scheduled|presentationscheduled|presentation given|demo|demo scheduled|demo done|demo given|demonstration|product demo|trial|proof of concept|poc|pilot|evaluation|solution|solution presented|technical evaluation|persembahan|demonstrasi|demo made|solution design|tunjuk cara|decision maker bought in|decisionmakerboughtin|präsentation|präsentation geplant|vorführung|présentation|présentation planifiée|démonstration|démo|presentación|presentación programada|demostración|apresentação|apresentação agendada|demonstração|presentazione|presentazione programmata|dimostrazione|presentatie|presentatie gepland|demonstratie|entscheider überzeugt|développer|presentasi',
  proposal: 'proposal|proposal sent|proposal made|proposal price quote|proposal submitted|propose|quote|quote sent|quotation|quotation sent|quoted|price quote|offer|offer sent|tender|bid|rfp|rfq|proposal presented|business case|sebut harga|sebut harga dihantar|cadangan|cadangan dihantar|cadangan dihantar kepada pelanggan|tawaran|tawaran dihantar|proposal review|semakan harga|angebot|angebot erstellt|angebot gesendet|angebot abgegeben|angebot/preisangebot|vorschlagen|offre|devis|devis envoyé|offre envoyée|proposition|proposition envoyée|proposition/devis|proposition commerciale|proposer|propuesta|propuesta enviada|oferta|cotización|presupuesto|presupuesto enviado|propuesta/cotización|proponer|presentación propuesta|proposta|proposta enviada|orçamento|orçamento enviado|cotação|proposta/cotação|propor|offerta|offerta inviata|preventivo|preventivo inviato|proposta/preventivo|proporre|offerte|offerte verzonden|offerte verstuurd|voorstel|voorstel verzonden|voorstellen|offert|offert skickad|oferta wysłana|penawaran|提案',
  negotiation: 'negotiation|negotiations|negotiating|negotiation review|negotiations started|in negotiation|negotiate|contract|contract sent|contractsent|contract review|contract negotiation|legal|legal review|procurement|verbal|verbal agreement|verbal commit|commit|committed|closing|close|final review|decision|pending signature|approval|rundingan|perundingan|kontrak|kontrak dihantar|awaiting signature|verbal yes|verhandlung|in verhandlung|verhandlung/prüfung|vertrag gesendet|vertragsverhandlung|abschließen|négociation|en négociation|négociation/révision|contrat envoyé|conclure|negociación|en negociación|negociación/revisión|contrato enviado|cerrar|negociação|em negociação|negociação/revisão|fechar|trattativa|negoziazione|in negoziazione|negoziazione/revisione|contratto inviato|chiudere|onderhandeling|in onderhandeling|onderhandelingen|contract verzonden|afsluiten|förhandling|negocjacje|negosiasi|交渉',
  won: 'won|closed won|closedwon|close won|win|deal won|signed|contract signed|sold|sale|success|successful|customer|converted|closed deal|menang|berjaya|ditutup menang|tutup menang|dijual|selesai menang|gewonnen|ganado|ganho|gagne|vinto|order received|po received|complete won|closed - won|abgeschlossen und gewonnen|geschlossen und gewonnen|geschlossen gewonnen|abgeschlossen gewonnen|gewonnen abgeschlossen|auftrag erhalten|gagné|gagnée|conclue gagnée|conclu gagné|fermée gagnée|fermé gagné|clôturée gagnée|clôturé gagné|affaire gagnée|transaction gagnée|ganada|cerrada ganada|cerrado ganado|cierre ganado|negocio ganado|ganha|fechado ganho|fechada e ganha|fechado e ganho|negócio ganho|negócio fechado|vinta|chiusa vinta|chiuso vinto|chiusa acquisita|chiusa/vinta|closed won (gewonnen)|gesloten gewonnen|afgesloten gewonnen|gewonnen deal|vunnen|stängd vunnen|wygrana|zamknięte wygrane|受注|成約',
  paid: 'paid|paid in full|payment received|invoiced and paid|dibayar|telah dibayar|bayaran diterima|cash received|bezahlt|payé|payée|pagado|pagada|pago|pagata|pagato|betaald|betald|opłacone|lunas',
  lost: 'lost|closed lost|closedlost|close lost|deal lost|lose|lost to competition|closed lost to competition|lost to competitor|competitor|rejected|declined|refused|failed|unsuccessful|kalah|gagal|ditolak|tutup kalah|ditutup kalah|verloren|perdido|perdu|perso|churned|closed - lost|abgeschlossen und verloren|geschlossen und verloren|geschlossen verloren|abgeschlossen verloren|verlorener deal|perdue|conclue perdue|conclu perdu|fermée perdue|fermé perdu|clôturée perdue|affaire perdue|transaction perdue|perdida|cerrada perdida|cerrado perdido|cierre perdido|negocio perdido|fechado perdido|fechada e perdida|fechado e perdido|negócio perdido|persa|chiusa persa|chiuso perso|chiusa/persa|gesloten verloren|afgesloten verloren|förlorad|stängd förlorad|przegrana|zamknięte przegrane|失注|rechazado|recusado|abgelehnt|refusé|rifiutato|afgewezen',
  no_decision: 'no decision|no response|no reply|stalled|on hold|abandoned|gone silent|gone dark|timed out|expired|postponed|no action|dormant|cancelled|canceled|closed no decision|tiada keputusan|tangguh|ditangguhkan|tiada maklum balas|dibatalkan|closed cancelled|keine entscheidung|zurückgestellt|pas de décision|sans décision|sin decisión|en espera|sem decisão|em espera|nessuna decisione|in attesa|geen beslissing|in de wacht|storniert|annulé|annulée|cancelado|cancelada|annullata|annullato|geannuleerd',
  disqualified: 'disqualified|unqualified|not qualified|bad fit|no fit|not a fit|duplicate|spam|junk|junk lead|invalid|bad data|bad timing|tidak layak|tak layak|not interested|closed disqualified|closed not converted|disqualifiziert|nicht qualifiziert|disqualifié|non qualifié|descalificado|no calificado|no cualificado|desqualificado|não qualificado|squalificato|non qualificato|gediskwalificeerd|niet gekwalificeerd',
};

const byName = new Map<string, StageTarget>();
for (const [target, list] of Object.entries(known)) {
  for (const name of list.split('|')) byName.set(plainName(name), target as StageTarget);
}

// Parts of names, tried in this order: an ending says more than a step.
// prettier-ignore
const parts: readonly (readonly [RegExp, StageTarget])[] = [
  [/notqualif|unqualif|disqualif|nichtqualif|nonqualif|nocalific|naoqualif|descalif|desqualif|squalific|diskwalif|tidaklayak|junk|spam|duplicate|badfit|nofit/, 'disqualified'],
  [/nodecision|tiadakeputusan|stalled|onhold|abandon|expired|dormant|cancel|batal/, 'no_decision'],
  [/lost|kalah|gagal|reject|declin|verloren|perdid|perdu|persa|perso$|forlorad|przegran|失注/, 'lost'],
  [/paid|paymentreceived|dibayar|bayaran/, 'paid'],
  [/won|menang|gewonnen|ganad|ganh[oa]|gagne|vint[oa]|vunnen|wygran|受注|signed|sold/, 'won'],
  [/negoti|negoci|negozi|verhandl|onderhandel|forhandl|trattativ|contract|contrat|vertrag|runding|kontrak|legal|verbal|commit|procure/, 'negotiation'],
  [/propos|propuest|proposta|angebot|offert|offre|devis|presupuest|cotizac|preventiv|orcament|penawaran|quot|sebutharga|cadangan|tender|offer|tawaran/, 'proposal'],
  [/present|prasent|apresent|demo|demons|trial|pilot|poc|proofofconcept|evaluat|persembahan/, 'presented'],
  [/meeting|termin|rendezvous|reunion|reuniao|appuntament|afspraak|bedarf|besoin|necesidad|necessidad|appoint|discover|need|mesyuarat|temujanji|temu|keperluan|visit|lawatan/, 'meeting'],
  [/qualif|kwalif|kvalif|kualif|calific|cualific|layak|mql|sql|engag|interest/, 'qualified'],
  [/contact|kontakt|contato|contatt|hubung|connect|reach|outreach/, 'contacted'],
  [/prospe|interessent|piste|candidat|lead|new|baharu|enquir|inquir/, 'lead'],
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
