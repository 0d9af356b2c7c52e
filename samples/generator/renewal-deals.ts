/* The larger renewals are also opportunities of their own, kept by customer success. */
import { DAY, END, FIRST_DAY, LAST_DAY, officeMoment, workdayFrom } from './calendar';
import { createDeal } from './deals';
import { stages } from './market';
import { cents } from './pricing';
import { moveTo } from './stage-moves';
import type { Renewal, Subscription } from './trade';
import type { World } from './world';

/** Monthly value in ringgit from which a renewal is also kept as an opportunity. */
const FROM_MRR = 850;

/** Adds the opportunity of a renewal, from the proposal on, ending as the renewal did. */
export function keepRenewalDeal(world: World, subscription: Subscription, renewal: Renewal): void {
  const draw = world.draw('renewal deals');
  const opened = workdayFrom(renewal.due - 45 - draw.below(15));
  if (renewal.before < FROM_MRR || opened < FIRST_DAY || opened > LAST_DAY) return;
  const { account, product, cs } = subscription;
  const created = officeMoment(draw, opened);
  const deal = createDeal(world, {
    created,
    account,
    lead: null,
    owner: cs,
    product,
    source: 'Existing customer',
    kind: 'renewal',
    entry: 'proposal',
  });
  deal.listAmount = cents(renewal.before * 12);
  deal.discount = 0;
  deal.amount = deal.listAmount;
  deal.expected = renewal.due;
  moveTo(world, deal, stages.proposal, created, null);
  if (renewal.decided === null) return;
  const decided = officeMoment(draw, workdayFrom(renewal.decided));
  if (decided > END - DAY) return;
  if (draw.chance(0.4)) moveTo(world, deal, stages.negotiation, decided - 3 * DAY);
  if (renewal.outcome === 'renewed') deal.amount = cents((renewal.after ?? renewal.before) * 12);
  moveTo(world, deal, renewal.outcome === 'renewed' ? stages.won : stages.lost, decided);
  deal.closed = decided;
  if (renewal.outcome === 'renewed') deal.wonAt = decided;
  else deal.lossReason = subscription.endReason;
}
