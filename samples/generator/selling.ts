/* What AEs find themselves: tenders, partners, referrals and more business with customers. */
import { askedProduct, isSettled, openAccount } from './accounts';
import { END, dayOf, isWorkday, officeMoment, seasonFactor, type Month } from './calendar';
import { startDeal } from './deals';
import { segments, sources, type Segment, type Source } from './market';
import type { Draw } from './random';
import { referFrom } from './referrals';
import { isPresent, roster, type Rep } from './roster';
import type { Customer, World } from './world';

/** Proposals an AE of average pace is to make in a year, by day. */
function proposalsAYear(day: number): number {
  if (day < dayOf('2025-04-01')) return 147;
  return day < dayOf('2025-10-01') ? 152 : 170;
}

/** Fills every AE's month up to the planned number of new opportunities, beside those that came from leads. */
export function playSelling(world: World, month: Month): void {
  for (const ae of roster) {
    if (ae.role !== 'ae') continue;
    const draw = world.draw('selling');
    const days = workdays(ae, month);
    if (days.length === 0) continue;
    const fromLeads = world.deals.filter(
      (deal) =>
        deal.opener === ae && deal.lead && deal.created >= month.from * 86_400 && deal.created < month.to * 86_400,
    ).length;
    const wanted = plan(ae, month) - fromLeads;
    const count = Math.floor(wanted) + (draw.chance(wanted - Math.floor(wanted)) ? 1 : 0);
    const weights = days.map((day) => seasonFactor(day, false));
    for (let i = 0; i < count; i++) open(world, ae, officeMoment(draw, days[draw.weighted(weights)] ?? month.from));
  }
}

function workdays(ae: Rep, month: Month): readonly number[] {
  return Array.from({ length: month.to - month.from }, (_, i) => month.from + i).filter(
    (day) => isWorkday(day) && isPresent(ae, day),
  );
}

/** Entries of the month; the yearly number makes up for weak steps before the proposal, leave and short months. */
function plan(ae: Rep, month: Month): number {
  const { discover = 1, present = 1, propose = 1 } = ae.rates;
  let season = 0;
  let days = 0;
  for (let day = month.from; day < month.to; day++) {
    if (ae.started > day) continue;
    days++;
    season += seasonFactor(day, false);
  }
  const yearly = (proposalsAYear(month.from) * ae.pace) / (discover * present * propose);
  return days === 0 ? 0 : (yearly / 365.25) * season * 1.07;
}

function open(world: World, ae: Rep, created: number): void {
  if (created > END) return;
  const draw = world.draw('selling');
  const weights = ae.sources.map((weight, i) => (i < 2 ? weight * 0.25 : weight));
  const source: Source = sources[draw.weighted(weights)] ?? 'Partner';
  if (source === 'Existing customer') {
    const customer = settledCustomer(draw, world, ae, created);
    if (customer) expand(world, ae, customer, created);
    else openNew(world, ae, 'Partner', created);
    return;
  }
  openNew(world, ae, source, created);
}

function openNew(world: World, ae: Rep, wanted: Source, created: number): void {
  const draw = world.draw('selling');
  if (draw.chance(0.08) && tryAgain(world, ae, created)) return;
  const referral = wanted === 'Referral' ? referFrom(world, ae.team, created) : null;
  const source: Source = wanted === 'Referral' && !referral ? 'Partner' : wanted;
  const segment: Segment =
    source === 'Tender' && draw.chance(0.8) ? 'Government' : (segments[draw.weighted(ae.segments)] ?? 'SME');
  const account = openAccount(world, ae.team, segment, source, created - 3600 - draw.below(7200), ae);
  const entry = source === 'Tender' && draw.chance(0.3) ? 'proposal' : 'qualified';
  const product = askedProduct(draw, segment);
  const deal = startDeal(world, { created, account, lead: null, owner: ae, product, source, kind: 'new', entry });
  if (referral) {
    referral.account = account;
    referral.deal = deal;
  }
}

/** A second opportunity with somebody who said no a while ago; false when there is nobody. */
function tryAgain(world: World, ae: Rep, created: number): boolean {
  const lost = world.deals.filter(
    (deal) =>
      deal.owner === ae &&
      deal.closed !== null &&
      deal.closed + 120 * 86_400 < created &&
      deal.account.customer === null,
  );
  if (lost.length === 0) return false;
  const draw = world.draw('selling');
  const { account, lead, source } = draw.pick(lost);
  const product = askedProduct(draw, account.segment);
  startDeal(world, { created, account, lead, owner: ae, product, source, kind: 'new', entry: 'qualified' });
  return true;
}

function settledCustomer(draw: Draw, world: World, ae: Rep, at: number): Customer | null {
  const able = world.customers.filter((customer) => customer.account.team === ae.team && isSettled(customer, at));
  if (able.length === 0) return null;
  return able[draw.weighted(able.map(({ account }) => ae.segments[segments.indexOf(account.segment)] ?? 0))] ?? null;
}

function expand(world: World, ae: Rep, customer: Customer, created: number): void {
  const { account } = customer;
  const draw = world.draw('selling');
  let product = askedProduct(draw, account.segment);
  while (customer.leaving !== 'stays' && product.family === 'Service plans')
    product = askedProduct(draw, account.segment);
  startDeal(world, {
    created,
    account,
    lead: null,
    owner: ae,
    product,
    source: 'Existing customer',
    kind: 'expansion',
    entry: 'qualified',
  });
}
