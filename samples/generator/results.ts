/* What people booked, renewed or handed over in a month: the base of targets and pay. */
import { DAY, dayAt, months, type Month } from './calendar';
import type { Rep } from './roster';
import type { Trade } from './trade';
import type { World } from './world';

/** Results of each person in each month of the sample. */
export interface Results {
  /** Ringgit won by the person who owned the deal at the close, reversals taken off on their day. */
  bookings(rep: Rep, month: Month): number;
  /** New leads of an SDR. */
  leads(rep: Rep, month: Month): number;
  /** Renewals won by a customer success representative, by the day they were decided. */
  renewed(rep: Rep, month: Month): number;
  /** Complex deals won with a specialist. */
  complexWins(rep: Rep, month: Month): number;
}

/** Month of a day; null outside the data. */
export function monthAt(day: number): Month | null {
  return months.find((month) => day >= month.from && day < month.to) ?? null;
}

/** Adds up what has happened. `rateOn` gives the ringgit of a Singapore dollar on a day. */
export function addUp(world: World, trade: Trade, rateOn: (day: number) => number): Results {
  const sums = new Map<string, number>();
  const add = (what: string, rep: Rep | null, moment: number, value: number): void => {
    const month = monthAt(dayAt(moment));
    if (!rep || !month) return;
    const key = `${what} ${rep.id} ${month.index}`;
    sums.set(key, (sums.get(key) ?? 0) + value);
  };
  for (const deal of world.deals) {
    if (deal.wonAt === null || deal.amount === null) continue;
    const amount = deal.amount * (deal.currency === 'SGD' ? rateOn(dayAt(deal.wonAt)) : 1);
    add('bookings', deal.owner, deal.wonAt, amount);
    if (deal.reversed && deal.closed !== null) add('bookings', deal.owner, deal.closed, -amount);
    if (!deal.reversed) add('complex', deal.specialist, deal.wonAt, 1);
  }
  for (const lead of world.leads) if (lead.mergedInto === null) add('leads', lead.owner, lead.created, 1);
  for (const { renewals } of trade.subscriptions) {
    for (const renewal of renewals) {
      if (renewal.outcome === 'renewed' && renewal.decided !== null)
        add('renewed', renewal.rep, renewal.decided * DAY, 1);
    }
  }
  const read =
    (what: string) =>
    (rep: Rep, month: Month): number =>
      sums.get(`${what} ${rep.id} ${month.index}`) ?? 0;
  return {
    bookings: read('bookings'),
    leads: read('leads'),
    renewed: read('renewed'),
    complexWins: read('complex'),
  };
}
