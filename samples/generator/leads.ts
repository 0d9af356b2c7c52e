/* The SDR's part of the funnel: a lead is found, reached, qualified and handed over. */
import { DAY, END, after, dayAt, officeMoment, isWorkday, seasonFactor, type Month } from './calendar';
import { openAccount, askedProduct } from './accounts';
import { startDeal } from './deals';
import { givenUp, handOver } from './handover';
import { reachEffect, segments, sources, stages, type Segment, type Source, type Stage } from './market';
import { referFrom } from './referrals';
import { isPresent, roleOn, roster, type Rep } from './roster';
import { touch } from './touches';
import type { Account, Lead, World } from './world';

const LEADS_A_DAY = 1.26;

/** All leads of a month, each with everything that follows from it. */
export function playLeads(world: World, month: Month): void {
  const draw = world.draw('lead days');
  const arrivals: { at: number; sdr: Rep }[] = [];
  for (let day = month.from; day < month.to; day++) {
    if (!isWorkday(day)) continue;
    for (const sdr of roster) {
      if (roleOn(sdr, day) !== 'sdr' || !isPresent(sdr, day)) continue;
      const count = draw.poisson(LEADS_A_DAY * sdr.pace * seasonFactor(day, false));
      for (let i = 0; i < count; i++) arrivals.push({ at: officeMoment(draw, day), sdr });
    }
  }
  arrivals.sort((a, b) => a.at - b.at);
  for (const { at, sdr } of arrivals) if (at <= END) playLead(world, sdr, at);
}

function playLead(world: World, sdr: Rep, created: number): void {
  const draw = world.draw('leads');
  const wanted = sources[draw.weighted(sdr.sources.slice(0, 5))] ?? 'Web';
  const referral = wanted === 'Referral' ? referFrom(world, sdr.team, created) : null;
  const source: Source = wanted === 'Referral' && !referral ? 'Web' : wanted;
  const segment: Segment = segments[draw.weighted([0.28, 0.17, 0.35, 0.2])] ?? 'SME';
  const lead: Lead = {
    id: '',
    created,
    owner: sdr,
    source,
    segment,
    referral,
    status: stages.lead,
    qualified: null,
    converted: null,
    disqualified: null,
    account: null,
    contact: null,
    deal: null,
    mergedInto: null,
  };
  world.leads.push(lead);
  if (referral) referral.lead = lead;
  const contacted = reach(world, lead, sdr);
  if (contacted !== null) qualify(world, lead, sdr, contacted);
}

function leadEvent(world: World, lead: Lead, at: number, to: Stage, from: Stage, rep: Rep): void {
  world.events.push({ deal: null, lead, at, to, from, rep, amount: null, expected: null });
  lead.status = to;
}

/** Moment of first contact; null when it never came. */
function reach(world: World, lead: Lead, sdr: Rep): number | null {
  const draw = world.draw('leads');
  const reached = world.ledger.attempt(draw, sdr, 'reach', dayAt(lead.created), reachEffect(lead.segment, lead.source));
  const forgotten = !reached && draw.chance(0.08);
  const attempts = forgotten ? 0 : 1 + draw.weighted(reached ? [0.5, 0.3, 0.15, 0.05] : [0.3, 0.35, 0.25, 0.1]);
  let at = lead.created;
  for (let i = 0; i < attempts; i++) {
    at = after(draw, at, i === 0 ? -Math.log(1 - draw.uniform()) * 1.1 : draw.between(1, 6));
    const last = i === attempts - 1;
    const kind = draw.chance(0.62) ? 'call' : 'email';
    touch(world, at, kind, sdr, { lead }, last && reached ? (kind === 'email' ? 'reply' : 'talk') : 'out');
  }
  if (!reached) {
    giveUp(world, lead, at, stages.lead, 0.75);
    return null;
  }
  if (at > END) return null;
  leadEvent(world, lead, at, stages.contacted, stages.lead, sdr);
  return at;
}

function qualify(world: World, lead: Lead, sdr: Rep, contacted: number): void {
  const draw = world.draw('leads');
  const effect = 0.5 * reachEffect(lead.segment, lead.source);
  const good = world.ledger.attempt(draw, sdr, 'qualify', dayAt(contacted), effect);
  const at = after(draw, contacted, Math.min(40, draw.spread(5, 0.7)));
  if (draw.chance(0.3)) touch(world, after(draw, contacted, 1), 'email', sdr, { lead }, 'out');
  if (!good) {
    giveUp(world, lead, at, stages.contacted, 0.8);
    return;
  }
  if (at > END) return;
  touch(world, at - 900, 'call', sdr, { lead }, 'talk');
  leadEvent(world, lead, at, stages.qualified, stages.contacted, sdr);
  lead.qualified = at;
  const taken = handOver(world, lead, sdr, at);
  if (taken) convert(world, lead, taken.ae, taken.at);
  else giveUp(world, lead, at + 10 * DAY, stages.qualified, 0.6);
}

function giveUp(world: World, lead: Lead, moment: number, from: Stage, share: number): void {
  const at = givenUp(world, moment);
  if (!world.draw('leads').chance(share) || at > END) return;
  leadEvent(world, lead, at, stages.disqualified, from, lead.owner);
  lead.disqualified = at;
}

function convert(world: World, lead: Lead, ae: Rep, at: number): void {
  const draw = world.draw('leads');
  const account: Account = openAccount(world, ae.team, lead.segment, lead.source, at, ae);
  lead.converted = at;
  lead.status = 'Converted';
  lead.account = account;
  lead.contact = account.contacts[0] ?? null;
  const product = askedProduct(draw, lead.segment);
  lead.deal = startDeal(world, {
    created: at,
    account,
    lead,
    owner: ae,
    product,
    source: lead.source,
    kind: 'new',
    entry: 'qualified',
  });
  if (lead.referral) {
    lead.referral.account = account;
    lead.referral.deal = lead.deal;
  }
}
