/* An opportunity from its creation to its end, step by step with the owner's true rates. */
import { becomeCustomer } from './accounts';
import { DAY, END, after, dayAt } from './calendar';
import { finish } from './endings';
import { closeEffect, stages, type Product, type Source, type Stage } from './market';
import { recordNeeds } from './needs';
import { price, quote } from './pricing';
import type { Draw } from './random';
import { present, type Rep, type Skill } from './roster';
import { logit } from './skill';
import { moveTo, slip } from './stage-moves';
import { touch } from './touches';
import type { Account, Deal, Lead, World } from './world';

/** What a deal starts from. */
export interface Start {
  readonly created: number;
  readonly account: Account;
  readonly lead: Lead | null;
  readonly owner: Rep;
  readonly product: Product;
  readonly source: Source;
  readonly kind: Deal['kind'];
  readonly entry: 'qualified' | 'proposal';
}

/** An opportunity with its first estimate; nothing has happened to it yet. */
export function createDeal(world: World, start: Start): Deal {
  const draw = world.draw('deals');
  const { account, product } = start;
  const complex = draw.chance(product.family === 'Special ink' ? 0.3 : product.family === 'Paper' ? 0.06 : 0.19);
  const deal: Deal = {
    id: '',
    created: start.created,
    account,
    lead: start.lead,
    opener: start.owner,
    owner: start.owner,
    product,
    segment: account.segment,
    source: start.source,
    kind: start.kind,
    complex,
    hasReference: draw.chance(0.3),
    currency: account.segment === 'Corporate' && account.team === 'Central' && draw.chance(0.06) ? 'SGD' : 'MYR',
    stage: stages.qualified,
    amount: null,
    listAmount: null,
    discount: null,
    expected: dayAt(start.created) + 30 + draw.below(30),
    closed: null,
    wonAt: null,
    lossReason: null,
    competitor: null,
    updated: start.created,
    specialist: null,
    specialistFrom: null,
    reversed: false,
    probability: 10,
  };
  world.deals.push(deal);
  price(draw, deal, start.owner);
  return deal;
}

/** Creates an opportunity and plays it to its end or to the last moment. */
export function startDeal(world: World, start: Start): Deal {
  const deal = createDeal(world, start);
  const draw = world.draw('deals');
  if (start.entry === 'qualified') climb(world, deal, start.owner);
  else {
    quote(draw, deal, start.owner);
    moveTo(world, deal, stages.proposal, start.created, null);
    close(world, deal, start.owner, start.created);
  }
  return deal;
}

/** Effect of the customer on the logit of every step before the close. */
function earlyEffect(deal: Deal): number {
  return 0.35 * closeEffect(deal.segment, deal.source);
}

function climb(world: World, deal: Deal, owner: Rep): void {
  const draw = world.draw('deals');
  let at = deal.created;
  moveTo(world, deal, stages.qualified, at, null);
  introduce(world, deal, owner, at);
  const steps: readonly (readonly [Skill, Stage, number])[] = [
    ['discover', stages.meeting, 6],
    ['present', stages.presented, 6],
    ['propose', stages.proposal, 5],
  ];
  for (const [skill, stage, days] of steps) {
    if (!world.ledger.attempt(draw, owner, skill, dayAt(at), earlyEffect(deal))) {
      finish(world, deal, owner, at, 'early');
      return;
    }
    const skipped =
      (stage === stages.presented && draw.chance(0.06)) || (stage === stages.meeting && draw.chance(0.02));
    if (stage === stages.proposal) quote(draw, deal, owner);
    slip(draw, deal, at);
    if (skipped) continue;
    at = after(draw, at, Math.min(50, draw.spread(days, 0.6)));
    if (!moveTo(world, deal, stage, at)) return;
    work(world, deal, owner, stage, at);
  }
  close(world, deal, owner, at);
}

function introduce(world: World, deal: Deal, owner: Rep, at: number): void {
  const draw = world.draw('deals');
  const talked = draw.chance(0.55);
  touch(world, at + 1200 + draw.below(5400), talked ? 'call' : 'email', owner, { deal }, talked ? 'talk' : 'out');
}

function work(world: World, deal: Deal, owner: Rep, stage: Stage, at: number): void {
  const draw = world.draw('deals');
  if (stage === stages.meeting) {
    touch(world, at, draw.chance(0.25) ? 'visit' : 'meeting', owner, { deal }, 'talk');
    recordNeeds(world, deal, owner, at);
    bringSpecialist(world, deal, owner, at);
  } else if (stage === stages.presented) {
    const presenter = deal.specialist && draw.chance(0.7) ? deal.specialist : owner;
    touch(world, at, 'demo', presenter, { deal }, 'talk');
  } else {
    touch(world, at, 'email', owner, { deal }, 'out');
  }
  if (draw.chance(0.24))
    touch(world, after(draw, at, draw.between(1, 4)), 'email', owner, { deal }, draw.chance(0.35) ? 'reply' : 'out');
}

function bringSpecialist(world: World, deal: Deal, owner: Rep, at: number): void {
  const draw = world.draw('specialists');
  if (!deal.complex || !draw.chance(owner.level === 'senior' ? 0.75 : 0.55)) return;
  deal.specialist = draw.pick(present('specialist', dayAt(at)));
  deal.specialistFrom = at + 3600;
}

/** From proposal to the end. */
function close(world: World, deal: Deal, owner: Rep, proposed: number): void {
  const draw = world.draw('deals');
  const specialist = deal.specialist;
  const help = specialist ? 0.55 + logit(specialist.rates.complex_close ?? 0.34) - logit(0.34) : 0;
  const effect =
    closeEffect(deal.segment, deal.source) + (deal.complex ? -0.5 + help : 0.03) + (deal.hasReference ? 0.21 : -0.09);
  const day = dayAt(proposed);
  const p = world.ledger.chanceOf(owner, 'close', day, effect);
  const won = draw.chance(p);
  world.ledger.record(owner, 'close', day, effect, p, won);
  if (specialist) world.ledger.record(specialist, 'complex_close', day, effect, p, won);
  let at = proposed;
  if (draw.chance(0.04)) {
    const back = after(draw, at, 3);
    const again = after(draw, back, 4);
    if (!moveTo(world, deal, stages.presented, back) || !moveTo(world, deal, stages.proposal, again)) return;
    at = again;
  }
  if (draw.chance(0.015)) passOn(draw, deal, owner, at);
  if (draw.chance(won ? 0.86 : 0.5)) {
    slip(draw, deal, at);
    at = after(draw, at, Math.min(25, draw.spread(6, 0.5)));
    deal.amount = deal.amount === null ? null : Math.round(deal.amount * draw.between(0.96, 1) * 100) / 100;
    if (!moveTo(world, deal, stages.negotiation, at)) return;
    touch(world, at, draw.chance(0.7) ? 'call' : 'meeting', deal.owner ?? owner, { deal }, 'talk');
  }
  if (won) win(world, deal, at);
  else finish(world, deal, deal.owner ?? owner, at, 'late');
}

function passOn(draw: Draw, deal: Deal, owner: Rep, at: number): void {
  const others = present('ae', Math.min(dayAt(at), dayAt(END))).filter((ae) => ae.team === owner.team && ae !== owner);
  if (others.length > 0) deal.owner = draw.pick(others);
}

function win(world: World, deal: Deal, moment: number): void {
  const draw = world.draw('deals');
  let at = after(draw, moment, Math.min(35, draw.spread(8, 0.5)));
  if (draw.chance(0.025)) {
    // First lost, then opened again, then won.
    if (!moveTo(world, deal, stages.lost, at)) return;
    at = after(draw, at, draw.between(4, 12));
    if (!moveTo(world, deal, stages.negotiation, at)) return;
    at = after(draw, at, draw.between(2, 8));
  }
  if (!moveTo(world, deal, stages.won, at)) return;
  deal.closed = at;
  deal.wonAt = at;
  const customer = becomeCustomer(world, deal.account, at, deal.product);
  followUp(world, deal, customer.cs, at);
}

/** The customer success representative calls within a month of the sale, as often as is that person's way. */
function followUp(world: World, deal: Deal, cs: Rep, won: number): void {
  const draw = world.draw('follow-ups');
  if (!world.ledger.attempt(draw, cs, 'follow_up', dayAt(won), 0)) return;
  const talked = draw.chance(0.6);
  touch(
    world,
    after(draw, won + DAY, draw.between(1, 22)),
    talked ? 'call' : 'email',
    cs,
    { account: deal.account },
    talked ? 'talk' : 'out',
  );
}
