import { because } from '../../model/evidence';
import type { Evidence } from '../../model/evidence';
import type { Confidence } from '../../contract';
import { tableModel, tableNames } from '../../model/tables';
import type { TableName } from '../../model/tables';
import { headerNames, plainName } from './names';
import { fieldNamesOf } from './synonyms';
import type { Fit } from './synonyms';

/** Which table a plain file is, how surely, and which others come close. */
export interface TableGuess {
  readonly table: TableName | null;
  readonly confidence: Confidence;
  readonly others: readonly TableName[];
  readonly evidence: Evidence;
}

const weightOfFit: Readonly<Record<Fit, number>> = { exact: 1, strong: 1, weak: 0.35 };
const leastScore = 1.5;

// A header that few tables know says more than one that all know.
const tablesKnowing = new Map<string, number>();
for (const table of tableNames) {
  for (const [name, { fit }] of fieldNamesOf(table)) {
    tablesKnowing.set(name, (tablesKnowing.get(name) ?? 0) + (fit === 'weak' ? 0.5 : 1));
  }
}

function tellingOf(name: string): number {
  return Math.log((tableNames.length + 1) / Math.max(1, tablesKnowing.get(name) ?? 1)) / 2;
}

interface Score {
  readonly table: TableName;
  readonly score: number;
  readonly matched: number;
  readonly exact: number;
  readonly keyed: boolean;
}

/** Recognises the table from header and file name. */
export function guessTable(header: readonly string[], fileName: string): TableGuess {
  const names = headerNames(header).filter((name) => name !== '');
  const scores = tableNames.map((table) => scoreOf(table, names, fileName)).sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (!best || best.score < leastScore)
    return { table: null, confidence: 'confirm', others: [], evidence: because('no_table_fits') };
  const others = scores
    .slice(1, 4)
    .filter((other) => other.score > leastScore && other.score > best.score * 0.6)
    .map((other) => other.table);
  const evidence = because('columns_known', { n: best.matched, all: names.length });
  return { table: best.table, confidence: confidenceOf(best, second, names.length), others, evidence };
}

function confidenceOf(best: Score, second: Score | undefined, columns: number): Confidence {
  const margin = best.score - Math.max(0, second?.score ?? 0);
  if (best.keyed && (best.exact === columns || margin >= 2)) return 'sure';
  return margin >= 0.5 ? 'likely' : 'confirm';
}

function scoreOf(table: TableName, names: readonly string[], fileName: string): Score {
  const fits = fieldNamesOf(table);
  const best = new Map<string, number>();
  let matched = 0;
  let exact = 0;
  for (const name of names) {
    const found = fits.get(name);
    if (!found) continue;
    matched++;
    if (found.fit === 'exact') exact++;
    const weight = weightOfFit[found.fit] * tellingOf(name);
    best.set(found.field, Math.max(best.get(found.field) ?? 0, weight));
  }
  const model = tableModel(table);
  const missing = model.fields.filter(
    (field) => field.required && !best.has(field.name) && field.name !== 'name',
  ).length;
  const sum = [...best.values()].reduce((total, weight) => total + weight, 0);
  const score = sum - missing * 0.5 - (names.length - matched) * 0.1 + (matched > 0 ? nameHint(table, fileName) : 0);
  return { table, score, matched, exact, keyed: model.key.every((field) => best.has(field)) };
}

// prettier-ignore
const fileWords: Readonly<Record<TableName, string>> = {
  accounts: 'account|customer|client|compan|pelanggan|akaun|syarikat', contacts: 'contact|person|kenalan', leads: 'lead|prospe|enquir|inquir',
  opportunities: 'opportunit|deal|pipeline|potential|peluang|urusniaga', stage_events: 'stageevent|stagehistor|opportunityhistor|dealhistor|transition|history|sejarah',
  opportunity_needs: 'need|keperluan', opportunity_roles: 'opportunityrole|dealteam|split', activities: 'activit|task|event|call|meeting|engagement|aktiviti',
  orders: 'order|purchase|pesanan', order_lines: 'orderline|lineitem|orderitem', refunds: 'refund|creditnote', invoices: 'invoice|bill|invois', payments: 'payment|receipt|bayaran|resit',
  subscriptions: 'subscription|contract|langganan', subscription_changes: 'subscriptionchange|mrrchange', renewals: 'renewal|pembaharuan', costs: 'cost|spend|expense|campaign|kos|belanja',
  fx_rates: 'fx|exchangerate|currencyrate|kadar', products: 'product|item|catalog|produk', reps: 'rep|salesteam|agent|salesperson|user|employee|staff|wakil', rep_periods: 'repperiod|rephistory',
  handoffs: 'handoff|handover|serahan', targets: 'target|quota|goal|sasaran|kuota', trainings: 'training|latihan|enrol', programmes: 'programme|program|course|kursus', coachings: 'coaching|mentoring|bimbingan',
  incentive_plans: 'incentiveplan|commissionplan', incentive_tiers: 'incentivetier|tier', payouts: 'payout|commission|komisen', recognitions: 'recognition|award|anugerah',
  surveys: 'survey|feedback|review|nps|csat|tinjauan', referrals: 'referral|rujukan', cases: 'case|ticket|complaint|aduan|kes',
};

function nameHint(table: TableName, fileName: string): number {
  const base = plainName(fileName.replace(/\.[a-z0-9]{1,5}$/i, '')).replace(/\d+/g, '');
  if (base === plainName(table)) return 2.5;
  const longest = fileWords[table]
    .split('|')
    .filter((word) => base.includes(word))
    .reduce((length, word) => Math.max(length, word.length), 0);
  return longest === 0 ? 0 : 0.4 + longest * 0.05;
}
