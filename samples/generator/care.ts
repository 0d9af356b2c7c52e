/* Looking after customers: contacts, cases and surveys. */
import { DAY, END, FIRST_DAY, after, dayAt, dayOf } from './calendar';
import { roster } from './roster';
import { touch } from './touches';
import type { Trade } from './trade';
import type { Customer, World } from './world';

/** Contacts with customers, their cases and their answers. Orders must be known. */
export function playCare(world: World, trade: Trade): void {
  for (const customer of world.customers) {
    if (customer.leaving === 'loud') complain(world, trade, customer);
    if (!customer.neglected) keepInTouch(world, customer);
    if (customer.leaving !== 'quiet') openCases(world, trade, customer);
    askForScores(world, trade, customer);
  }
  for (const deal of world.deals)
    if (deal.wonAt !== null && !deal.reversed) askAboutSale(world, trade, deal.account.customer, deal.wonAt);
  askForWishes(world, trade);
  trade.cases.sort((a, b) => a.opened - b.opened);
  trade.surveys.sort((a, b) => (a.asked ?? 0) - (b.asked ?? 0));
}

function begin(customer: Customer): number {
  return Math.max(customer.since, FIRST_DAY * DAY);
}

function keepInTouch(world: World, customer: Customer): void {
  const draw = world.draw('care');
  const { account, cs } = customer;
  const pace = account.segment === 'Corporate' ? 60 : customer.gapDays === null ? 170 : 95;
  let at = begin(customer) + 30 * DAY;
  for (;;) {
    at = after(draw, at, draw.spread(pace, 0.4));
    const quiet = customer.leaving === 'quiet' && at > customer.lastOrder;
    const gone = customer.leavesAt !== null && at > customer.leavesAt;
    if (at > END || (gone && (!quiet || draw.chance(0.6)))) return;
    const kind = draw.pick(['call', 'call', 'email', 'email', 'message', 'visit'] as const);
    const answered = !quiet && (kind === 'visit' || draw.chance(0.5));
    const inbound = !quiet && kind !== 'visit' && draw.chance(0.2);
    touch(
      world,
      at,
      quiet && kind === 'visit' ? 'call' : kind,
      cs,
      { account },
      inbound ? (answered ? 'reply' : 'in') : answered ? 'talk' : 'out',
    );
  }
}

function complain(world: World, trade: Trade, customer: Customer): void {
  const draw = world.draw('cases');
  const { account, leavesAt } = customer;
  if (leavesAt === null) return;
  const complaint = after(draw, leavesAt - 35 * DAY, draw.between(0, 20));
  if (draw.chance(0.7) && complaint > begin(customer)) {
    trade.cases.push({
      account,
      opened: complaint,
      closed: Math.min(after(draw, complaint, draw.between(1, 9)), END),
      kind: 'complaint',
    });
  }
  const notice = Math.min(after(draw, leavesAt, draw.between(0, 12)), END);
  trade.cases.push({ account, opened: notice, closed: null, kind: 'cancel_notice' });
}

function openCases(world: World, trade: Trade, customer: Customer): void {
  const draw = world.draw('cases');
  const until = customer.leavesAt ?? END;
  let at = begin(customer);
  for (;;) {
    at = after(draw, at, -Math.log(1 - draw.uniform()) * 620);
    if (at > until || at > END) return;
    const closed = after(draw, at, draw.between(0.2, 8));
    const kind = draw.chance(0.28) ? 'complaint' : 'question';
    trade.cases.push({ account: customer.account, opened: at, closed: closed <= END ? closed : null, kind });
  }
}

const npsWaves = ['2024-11-04', '2025-05-05', '2025-11-03', '2026-05-04'].map((date) => dayOf(date) * DAY + 10 * 3600);

function askForScores(world: World, trade: Trade, customer: Customer): void {
  const draw = world.draw('surveys');
  for (const wave of npsWaves) {
    if (customer.since > wave - 30 * DAY || !draw.chance(0.62)) continue;
    const asked = wave + draw.below(3 * 3600);
    const gone = customer.leavesAt !== null && customer.leavesAt < asked;
    const answered = !gone && draw.chance(0.44) ? after(draw, asked, draw.between(0.3, 12)) : null;
    const unhappy = customer.leavesAt !== null && customer.leavesAt < asked + 200 * DAY;
    const score = Math.max(0, Math.min(10, Math.round((unhappy ? 6.2 : 8.1) + 1.7 * draw.normal())));
    const contact = customer.account.contacts.find((one) => one.created <= asked) ?? null;
    trade.surveys.push({
      kind: 'nps',
      asked,
      answered,
      account: customer.account,
      contact,
      rep: customer.cs,
      score: answered === null ? null : score,
      scale: [0, 10],
      text: null,
      channel: 'email',
    });
  }
}

function askAboutSale(world: World, trade: Trade, customer: Customer | null, won: number): void {
  const draw = world.draw('surveys');
  if (!customer) return;
  const { account, cs } = customer;
  const contact = account.contacts[0] ?? null;
  if (draw.chance(0.5)) {
    const asked = after(draw, won, draw.between(7, 20));
    const answered = draw.chance(0.5) ? after(draw, asked, draw.between(0.2, 9)) : null;
    const score = 1 + draw.weighted([0.03, 0.06, 0.16, 0.4, 0.35]);
    if (asked <= END)
      trade.surveys.push({
        kind: 'csat',
        asked,
        answered: answered !== null && answered <= END ? answered : null,
        account,
        contact,
        rep: cs,
        score: answered !== null && answered <= END ? score : null,
        scale: [1, 5],
        text: null,
        channel: 'email',
      });
  }
  if (draw.chance(0.24)) {
    const asked = after(draw, won, draw.between(20, 60));
    const answered = draw.chance(0.58) ? after(draw, asked, draw.between(0.5, 20)) : null;
    if (asked > END) return;
    const seen = answered !== null && answered <= END;
    const score = 1 + draw.weighted([0.04, 0.05, 0.13, 0.33, 0.45]);
    const text =
      seen && draw.chance(0.4)
        ? draw.pick([
            'Quick delivery',
            'Ink as promised, thank you',
            'Paper jams less now',
            'Price a bit high',
            'They called back the same day',
            'Box arrived "damp"',
          ])
        : null;
    trade.surveys.push({
      kind: 'review',
      asked,
      answered: seen ? answered : null,
      account,
      contact,
      rep: cs,
      score: seen ? score : null,
      scale: [1, 5],
      text,
      channel: draw.pick(['web shop', 'map listing', 'directory']),
    });
  }
}

const wishes = ['Cash bonus', 'Extra leave', 'Training budget', 'Team outing', 'Public recognition', 'Flexible hours'];

function askForWishes(world: World, trade: Trade): void {
  const draw = world.draw('wishes');
  for (const wave of ['2025-02-10', '2026-02-09']) {
    const asked = dayOf(wave) * DAY + 9 * 3600;
    for (const rep of roster) {
      if (rep.role === 'manager' || rep.started > dayAt(asked) || (rep.ended !== null && rep.ended < dayAt(asked)))
        continue;
      const answered = draw.chance(0.86) ? after(draw, asked, draw.between(0.2, 10)) : null;
      const favourite =
        rep.role === 'sdr' ? [2, 2, 3, 1, 1, 2] : rep.role === 'ae' ? [5, 1, 1, 1, 2, 1] : [1, 3, 2, 1, 1, 3];
      const text = answered === null ? null : (wishes[draw.weighted(favourite)] ?? null);
      trade.surveys.push({
        kind: 'incentive_pref',
        asked,
        answered,
        account: null,
        contact: null,
        rep,
        score: null,
        scale: null,
        text,
        channel: 'form',
      });
    }
  }
}
