/* Costs by purpose, and exchange rates. */
import { FIRST_DAY, LAST_DAY, months, seasonFactor } from './calendar';
import { salaryOf, type Payout } from './pay';
import type { Training } from './people';
import { programmes } from './training';
import { isPresent, roleOn, roster } from './roster';
import type { World } from './world';

export interface Cost {
  readonly on: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly amount: number;
  readonly purpose: 'acquire' | 'retain' | 'train' | 'incentive' | 'other';
  readonly rep: string | null;
  readonly team: string | null;
  readonly source: string | null;
  readonly campaign: string | null;
}

const media: Readonly<Record<string, number>> = {
  Web: 9200,
  'Cold call': 2600,
  Event: 5200,
  Partner: 3900,
  Referral: 900,
};

/** All costs, by month. */
export function playCosts(world: World, trainings: readonly Training[], payouts: readonly Payout[]): readonly Cost[] {
  const draw = world.draw('costs');
  const list: Cost[] = [];
  const none = { on: null, from: null, to: null, rep: null, team: null, source: null, campaign: null };
  for (const month of months) {
    const span = { from: month.from, to: month.to };
    for (const rep of roster) {
      if (!isPresent(rep, month.from + 14) && !isPresent(rep, month.from)) continue;
      const role = roleOn(rep, month.from + 14);
      const purpose = role === 'cs' ? 'retain' : role === 'manager' ? 'other' : 'acquire';
      list.push({ ...none, ...span, amount: Math.round(salaryOf(rep) * 1.13), purpose, rep: rep.id, team: rep.team });
    }
    for (const [source, usual] of Object.entries(media)) {
      const amount = Math.round(draw.spread(usual, 0.15) * seasonFactor(month.from + 14, false));
      const campaign =
        source === 'Event' ? `Fair ${month.index + 1}` : source === 'Web' && draw.chance(0.3) ? 'Back to school' : null;
      list.push({ ...none, ...span, amount, purpose: 'acquire', source, campaign });
    }
    list.push({
      ...none,
      ...span,
      amount: Math.round(draw.spread(2400, 0.2)),
      purpose: 'retain',
      campaign: 'Customer care',
    });
    for (const team of ['Central', 'North'])
      list.push({
        ...none,
        ...span,
        amount: Math.round(draw.spread(team === 'Central' ? 8200 : 5400, 0.05)),
        purpose: 'other',
        team,
      });
  }
  for (const training of trainings) {
    if (training.completed === null) continue;
    const hours = programmes.find((one) => one.name === training.programme)?.hours ?? 1;
    list.push({
      ...none,
      on: Math.floor(training.completed / 86_400),
      amount: hours * 65,
      purpose: 'train',
      rep: training.rep.id,
      campaign: training.programme,
    });
  }
  for (const payout of payouts) {
    if (payout.amount > 0 && payout.to <= LAST_DAY)
      list.push({ ...none, on: payout.to, amount: payout.amount, purpose: 'incentive', rep: payout.rep.id });
  }
  return list.sort((a, b) => (a.on ?? a.from ?? 0) - (b.on ?? b.from ?? 0));
}

export interface Rate {
  readonly on: number;
  readonly rate: number;
}

/** Ringgit of a Singapore dollar, every Monday. */
export function playRates(world: World): readonly Rate[] {
  const draw = world.draw('rates');
  const rates: Rate[] = [];
  let rate = 3.51;
  for (let day = FIRST_DAY; day <= LAST_DAY; day += 7) {
    rate = Math.min(3.6, Math.max(3.2, rate + 0.012 * draw.normal() - 0.0012));
    rates.push({ on: day, rate: Math.round(rate * 10_000) / 10_000 });
  }
  return rates;
}

/** The latest rate on or before a day. */
export function rateLookup(rates: readonly Rate[]): (day: number) => number {
  return (day) => rates[Math.min(rates.length - 1, Math.max(0, Math.floor((day - FIRST_DAY) / 7)))]?.rate ?? 3.4;
}
