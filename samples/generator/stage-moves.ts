/* Movements of a deal from stage to stage. */
import { END, dayAt } from './calendar';
import { stages, type Stage } from './market';
import type { Draw } from './random';
import type { Deal, World } from './world';

const chances: Readonly<Record<Stage, number>> = {
  [stages.lead]: 0,
  [stages.contacted]: 5,
  [stages.qualified]: 10,
  [stages.meeting]: 20,
  [stages.presented]: 35,
  [stages.proposal]: 50,
  [stages.negotiation]: 75,
  [stages.won]: 100,
  [stages.lost]: 0,
  [stages.noDecision]: 0,
  [stages.disqualified]: 0,
};

/** Moves a deal to a stage and records it; false, and nothing recorded, when that lies after the last moment. */
export function moveTo(world: World, deal: Deal, to: Stage, at: number, from: Stage | null = deal.stage): boolean {
  if (at > END) return false;
  deal.stage = to;
  deal.updated = at;
  deal.probability = chances[to];
  world.events.push({ deal, lead: null, at, to, from, rep: deal.owner, amount: deal.amount, expected: deal.expected });
  return true;
}

/** The expected close moves when the deal does. */
export function slip(draw: Draw, deal: Deal, at: number): void {
  if (deal.expected === null) return;
  if (draw.chance(0.3)) deal.expected += 7 + draw.below(21);
  deal.expected = Math.max(deal.expected, dayAt(at) + 5);
}
