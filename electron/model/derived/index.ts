import type { Settings } from '../settings';
import type { TableName } from '../tables';
import calendarMonths from '../calendar-months.sql?raw';
import calendarWeeks from '../calendar-weeks.sql?raw';
import calendar from '../calendar.sql?raw';
import macros from '../macros.sql?raw';
import approaches from './approaches.sql?raw';
import contracts from './contracts.sql?raw';
import complicatedDeals from './complicated-deals.sql?raw';
import conversations from './conversations.sql?raw';
import creditShares from './credit-shares.sql?raw';
import credits from './credits.sql?raw';
import dealCredits from './deal-credits.sql?raw';
import customers from './customers.sql?raw';
import journeyRows from './journey-rows.sql?raw';
import journeys from './journeys.sql?raw';
import leadJourneys from './lead-journeys.sql?raw';
import leadMerges from './lead-merges.sql?raw';
import merges from './merges.sql?raw';
import parties from './parties.sql?raw';
import monthResults from './month-results.sql?raw';
import openAges from './open-ages.sql?raw';
import openStays from './open-stays.sql?raw';
import people from './people.sql?raw';
import plans from './plans.sql?raw';
import purchases from './purchases.sql?raw';
import ramps from './ramps.sql?raw';
import rates from './rates.sql?raw';
import referred from './referred.sql?raw';
import repLabels from './rep-labels.sql?raw';
import repOf from './rep-of.sql?raw';
import repIds from './rep-ids.sql?raw';
import repDays from './rep-days.sql?raw';
import repWork from './rep-work.sql?raw';
import seats from './seats.sql?raw';
import settled from './settled.sql?raw';
import sizeBands from './size-bands.sql?raw';
import skillTrials from './skill-trials.sql?raw';
import skills from './skills.sql?raw';
import spending from './spending.sql?raw';
import states from './states.sql?raw';
import steps from './steps.sql?raw';
import touches from './touches.sql?raw';
import unpaidInvoices from './unpaid-invoices.sql?raw';
import unlinkedConversations from './unlinked-conversations.sql?raw';
import visits from './visits.sql?raw';
import winChances from './win-chances.sql?raw';

import asOf from './as-of.sql?raw';

export { asOf as asOfSql };

/** Macros that every statement may use, with the fiscal years of the workspace. */
export function macrosSql(calendarOf: Settings['fiscal_calendar']): string {
  return [calendarOf === 'months' ? calendarMonths : calendarWeeks, calendar, macros].join('\n');
}

/** Tables computed once after an import, in the order they build on each other. Parameters: as_of, time_zone, shift, currency. */
export const derivedSql: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'people', sql: people },
  { name: 'rep_ids', sql: repIds },
  { name: 'rep_of', sql: repOf },
  { name: 'rep_labels', sql: repLabels },
  { name: 'rates', sql: rates },
  { name: 'settled', sql: settled },
  { name: 'merges', sql: merges },
  { name: 'lead_merges', sql: leadMerges },
  { name: 'steps', sql: steps },
  { name: 'journey_rows', sql: journeyRows },
  { name: 'journeys', sql: journeys },
  { name: 'lead_journeys', sql: leadJourneys },
  { name: 'size_bands', sql: sizeBands },
  { name: 'conversations', sql: conversations },
  { name: 'skills', sql: skills },
  { name: 'unlinked_conversations', sql: unlinkedConversations },
];

/** Larger tables that only some metrics need. */
export type LaterTable =
  | 'states'
  | 'visits'
  | 'approaches'
  | 'win_chances'
  | 'open_ages'
  | 'open_stays'
  | 'rep_days'
  | 'rep_work'
  | 'ramps'
  | 'seats'
  | 'skill_trials'
  | 'complicated_deals'
  | 'unpaid_invoices'
  | 'credit_shares'
  | 'deal_credits'
  | 'credits'
  | 'month_results'
  | 'parties'
  | 'plans'
  | 'purchases'
  | 'contracts'
  | 'customers'
  | 'touches'
  | 'spending'
  | 'referred';

/** Each is made when a metric that needs it is first asked, after those it is made from. Same parameters. */
const later: Readonly<Record<LaterTable, { readonly sql: string; readonly from: readonly LaterTable[] }>> = {
  states: { sql: states, from: [] },
  visits: { sql: visits, from: ['states'] },
  approaches: { sql: approaches, from: [] },
  open_stays: { sql: openStays, from: ['visits', 'approaches'] },
  win_chances: { sql: winChances, from: [] },
  rep_days: { sql: repDays, from: [] },
  rep_work: { sql: repWork, from: ['rep_days'] },
  credit_shares: { sql: creditShares, from: [] },
  deal_credits: { sql: dealCredits, from: ['credit_shares'] },
  ramps: { sql: ramps, from: ['deal_credits'] },
  seats: { sql: seats, from: ['ramps'] },
  complicated_deals: { sql: complicatedDeals, from: [] },
  unpaid_invoices: { sql: unpaidInvoices, from: [] },
  skill_trials: { sql: skillTrials, from: ['parties', 'touches', 'complicated_deals'] },
  credits: { sql: credits, from: ['deal_credits', 'rep_work'] },
  month_results: { sql: monthResults, from: ['credits'] },
  open_ages: { sql: openAges, from: ['win_chances'] },
  parties: { sql: parties, from: [] },
  plans: { sql: plans, from: [] },
  purchases: { sql: purchases, from: [] },
  contracts: { sql: contracts, from: [] },
  customers: { sql: customers, from: ['parties', 'purchases', 'contracts'] },
  touches: { sql: touches, from: [] },
  spending: { sql: spending, from: [] },
  referred: { sql: referred, from: ['customers'] },
};

/** Later tables in an order in which each follows those it is made from. */
export function laterSql(names: readonly LaterTable[]): readonly { readonly name: LaterTable; readonly sql: string }[] {
  const all = names.flatMap((name): LaterTable[] => [...laterSql(later[name].from).map((made) => made.name), name]);
  return [...new Set(all)].map((name) => ({ name, sql: later[name].sql }));
}

/** Names of all later tables. */
export const laterNames = Object.keys(later) as readonly LaterTable[];

/** The later tables that hold anything of a table's rows; null where the as-of or the tables computed first do, so that all must be made anew. A table that a statement so much as names counts. */
export function laterFrom(table: TableName): readonly LaterTable[] | null {
  const named = new RegExp(`\\b${table}\\b`);
  const first = [asOf, macros, calendar, ...derivedSql.map(({ sql }) => sql)];
  if (first.some((sql) => named.test(sql))) return null;
  return laterNames.filter((name) => laterSql([name]).some(({ sql }) => named.test(sql)));
}
