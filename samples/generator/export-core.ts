/* Accounts, contacts, leads, opportunities and what happened to them, as files. */
import { DAY, dateText, dayAt, instantText } from './calendar';
import { csvTable, type Cell, type CsvTable } from './csv';
import { misspeltProduct, stages } from './market';
import { strayAccountId, type Mess } from './mess';
import type { Deal, World } from './world';

const moment = (at: number | null): string | null => (at === null ? null : instantText(at));
const date = (day: number | null): string | null => (day === null ? null : dateText(day));

/** accounts.csv and contacts.csv. */
export function accountTables(world: World, mess: Mess): readonly CsvTable[] {
  const accounts = csvTable('accounts.csv');
  const contacts = csvTable('contacts.csv');
  world.accounts.forEach((a, i) => {
    const name = mess.paddedAccounts.has(a) ? (i % 2 === 0 ? `  ${a.name} ` : a.name.replace(' ', '  ') + ' ') : a.name;
    accounts.add([
      a.id,
      name,
      a.segment,
      a.industry,
      a.region,
      a.employees,
      a.revenue,
      a.parent?.id ?? null,
      a.owner?.id ?? null,
      date(dayAt(a.created)),
      a.source,
      a.consumptionDays,
      a.mergedInto?.id ?? null,
    ]);
  });
  const all = world.accounts
    .flatMap((account) => account.contacts)
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  for (const c of all) contacts.add([c.id, c.account.id, c.name, c.role, date(dayAt(c.created)), c.active]);
  return [accounts, contacts];
}

/** leads.csv. */
export function leadTable(world: World): CsvTable {
  const table = csvTable('leads.csv');
  for (const l of world.leads) {
    table.add([
      l.id,
      moment(l.created),
      l.owner.id,
      l.source,
      l.segment,
      l.status,
      moment(l.qualified),
      moment(l.converted),
      moment(l.disqualified),
      l.account?.id ?? null,
      l.contact?.id ?? null,
      l.deal?.id ?? null,
      l.referral?.id ?? null,
      l.mergedInto?.id ?? null,
    ]);
  }
  return table;
}

/** opportunities.csv; older copies of a few records stand right behind the newer ones. */
export function dealTable(world: World, mess: Mess): CsvTable {
  const table = csvTable('opportunities.csv');
  for (const deal of world.deals) {
    table.add(dealRow(deal, mess));
    if (mess.olderCopies.has(deal)) table.add(olderRow(deal, mess));
  }
  return table;
}

function dealRow(deal: Deal, mess: Mess): Cell[] {
  const planted = mess.amounts.get(deal);
  const created = mess.createdAfterEvent.has(deal) ? deal.created + 2 * DAY : deal.created;
  const closed = mess.closedBeforeCreated.has(deal) ? deal.created - 2 * DAY : deal.closed;
  const product = mess.misspeltDeals.has(deal) ? misspeltProduct.wrong : deal.product.id;
  const owner = mess.ownerless.has(deal) ? null : (deal.owner?.id ?? null);
  const source = mess.sourceless.has(deal) ? null : deal.source;
  return [
    deal.id,
    moment(created),
    deal.stage,
    deal.account.id,
    deal.lead?.id ?? null,
    owner,
    planted === undefined ? deal.amount : planted,
    deal.currency,
    date(deal.expected),
    moment(closed),
    deal.stage === stages.won,
    deal.closed !== null,
    deal.lossReason,
    deal.competitor,
    product,
    deal.segment,
    source,
    deal.account.region,
    deal.kind,
    deal.complex ? 1 : 0,
    deal.listAmount,
    deal.discount,
    deal.hasReference,
    deal.probability,
    moment(deal.updated),
  ];
}

function olderRow(deal: Deal, mess: Mess): Cell[] {
  const older: Deal = {
    ...deal,
    stage: stages.negotiation,
    closed: null,
    probability: 75,
    updated: (deal.closed ?? deal.updated) - DAY,
  };
  return dealRow(older, mess);
}

/** stage_events.csv, in the order of time. */
export function eventTable(world: World, mess: Mess): CsvTable {
  const table = csvTable('stage_events.csv');
  world.events.forEach((e, i) => {
    const ownerless = e.deal !== null && mess.ownerless.has(e.deal);
    table.add([
      `E${i + 1}`,
      e.deal?.id ?? null,
      e.lead?.id ?? null,
      moment(e.at),
      e.to,
      e.from,
      ownerless ? null : (e.rep?.id ?? null),
      e.amount === null ? null : Math.round(e.amount),
      date(e.expected),
    ]);
  });
  return table;
}

/** opportunity_needs.csv and opportunity_roles.csv. */
export function dealDetailTables(world: World): readonly CsvTable[] {
  const needs = csvTable('opportunity_needs.csv');
  for (const n of world.needs)
    needs.add([n.deal.id, n.key, n.value, moment(n.recorded), n.deal.stage === stages.won ? n.met : null]);
  const roles = csvTable('opportunity_roles.csv');
  for (const deal of world.deals) {
    const owner = deal.owner;
    const { lead } = deal;
    const fromSdr = lead !== null && lead.deal === deal;
    if (!owner || (!fromSdr && !deal.specialist && deal.owner === deal.opener)) continue;
    roles.add([
      deal.id,
      owner.id,
      'owner',
      date(dayAt(owner === deal.opener ? deal.created : deal.updated)),
      null,
      deal.specialist ? 0.8 : 1,
    ]);
    if (fromSdr) roles.add([deal.id, lead.owner.id, 'sdr', null, date(dayAt(deal.created)), null]);
    if (deal.specialist)
      roles.add([
        deal.id,
        deal.specialist.id,
        'specialist',
        date(dayAt(deal.specialistFrom ?? deal.created)),
        null,
        0.2,
      ]);
    if (owner !== deal.opener)
      roles.add([deal.id, deal.opener.id, 'support', date(dayAt(deal.created)), date(dayAt(deal.updated)), null]);
  }
  return [needs, roles];
}

/** activities.csv, in the order of time. */
export function activityTable(world: World, mess: Mess): CsvTable {
  const table = csvTable('activities.csv');
  world.activities.forEach((a, i) => {
    const account = mess.strayActivities.has(a) ? strayAccountId : (a.account?.id ?? null);
    table.add([
      `V${i + 1}`,
      moment(a.at),
      a.kind,
      a.rep.id,
      account,
      a.contact?.id ?? null,
      a.lead?.id ?? null,
      a.deal?.id ?? null,
      a.inbound ? 'in' : 'out',
      a.conversation,
      a.minutes,
      a.outcome,
    ]);
  });
  return table;
}
