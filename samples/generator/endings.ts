/* How deals that are not won end: lost, no decision, disqualified, left open, or won and then cancelled. */
import { DAY, END, after } from './calendar';
import { competitors, stages } from './market';
import type { Rep } from './roster';
import { moveTo } from './stage-moves';
import { touch } from './touches';
import type { Deal, World } from './world';

const reasons = [
  'Price',
  'Price',
  'Competitor',
  'Competitor',
  'No budget',
  'Timing',
  'No response',
  'Requirements not met',
  null,
];

/** Ends a deal that will not be won; `early` before a proposal was made, `late` after. */
export function finish(world: World, deal: Deal, owner: Rep, moment: number, phase: 'early' | 'late'): void {
  const draw = world.draw('endings');
  if (draw.chance(0.035)) return; // nobody closes it: it stays open and grows old
  if (phase === 'late' && draw.chance(0.009)) {
    cancel(world, deal, moment);
    return;
  }
  const roll = draw.uniform();
  const end =
    phase === 'early'
      ? roll < 0.32
        ? 'disqualified'
        : roll < 0.66
          ? 'lost'
          : 'noDecision'
      : roll < 0.72
        ? 'lost'
        : 'noDecision';
  const slow = end === 'noDecision' ? 30 : 13;
  let at = after(draw, moment, Math.min(phase === 'late' ? 45 : 60, draw.spread(slow, 0.5)));
  if (draw.chance(0.35))
    touch(world, after(draw, moment, 3), 'call', owner, { deal }, draw.chance(0.3) ? 'talk' : 'out');
  if (phase === 'late' && draw.chance(0.02)) {
    // Lost, opened again, lost for good.
    if (!moveTo(world, deal, stages.lost, at)) return;
    at = after(draw, at, draw.between(4, 12));
    if (!moveTo(world, deal, stages.negotiation, at)) return;
    at = after(draw, at, draw.between(3, 10));
  }
  if (!moveTo(world, deal, stages[end], at)) return;
  deal.closed = at;
  if (end === 'disqualified') deal.lossReason = 'Not a fit';
  else if (end === 'noDecision') deal.lossReason = draw.chance(0.5) ? 'No decision' : 'Timing';
  else {
    deal.lossReason = draw.pick(reasons);
    if (deal.lossReason === 'Competitor' || draw.chance(0.15)) deal.competitor = draw.pick(competitors);
  }
}

function cancel(world: World, deal: Deal, moment: number): void {
  const draw = world.draw('endings');
  const won = after(draw, moment, draw.between(4, 12));
  const reversed = after(draw, won, draw.between(6, 28));
  if (reversed > END - DAY) return;
  if (!moveTo(world, deal, stages.won, won)) return;
  moveTo(world, deal, stages.lost, reversed);
  deal.closed = reversed;
  deal.wonAt = won;
  deal.lossReason = 'Order cancelled';
  deal.reversed = true;
}
