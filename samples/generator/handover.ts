/* From SDR to AE: offered, accepted, rejected or left unanswered. */
import { DAY, END, after, dayAt } from './calendar';
import type { Rep } from './roster';
import { present } from './roster';
import type { Lead, World } from './world';

const refusals = ['Not qualified', 'No budget', 'Wrong territory', 'Duplicate', 'Too small'];

/** The AE who took the lead and when; null when nobody did in time. */
export function handOver(world: World, lead: Lead, sdr: Rep, qualified: number): { ae: Rep; at: number } | null {
  const draw = world.draw('handovers');
  let at = qualified + 600 + draw.below(9000);
  let refusedBy: Rep | null = null;
  for (let round = 0; round < 2 && at <= END; round++) {
    const ae = receiverOf(world, lead, sdr, dayAt(at), refusedBy);
    if (!ae) return null;
    if (world.ledger.attempt(draw, sdr, 'handoff', dayAt(at), 0)) {
      const accepted = after(draw, at, draw.between(0, 2.5));
      world.handoffs.push({
        lead,
        from: sdr,
        to: ae,
        at,
        accepted: accepted <= END ? accepted : null,
        rejected: null,
        reason: null,
      });
      return accepted <= END ? { ae, at: accepted } : null;
    }
    const rejected = draw.chance(0.65) ? after(draw, at, draw.between(0.2, 4)) : null;
    const seen = rejected !== null && rejected <= END;
    world.handoffs.push({
      lead,
      from: sdr,
      to: ae,
      at,
      accepted: null,
      rejected: seen ? rejected : null,
      reason: seen ? draw.pick(refusals) : null,
    });
    if (rejected === null || !draw.chance(0.4)) return null;
    refusedBy = ae;
    at = after(draw, rejected, draw.between(2, 8));
  }
  return null;
}

function receiverOf(world: World, lead: Lead, sdr: Rep, day: number, not: Rep | null): Rep | null {
  const draw = world.draw('handovers');
  const team = present('ae', day).filter((ae) => ae.team === sdr.team && ae !== not);
  if (team.length === 0) return null;
  const segment = ['School', 'Government', 'SME', 'Corporate'].indexOf(lead.segment);
  const source = ['Web', 'Cold call', 'Referral', 'Event', 'Partner'].indexOf(lead.source);
  const index = draw.weighted(
    team.map((ae) => ae.pace * (ae.segments[segment] ?? 0) * ((ae.sources[source] ?? 0) + 0.05)),
  );
  return team[index] ?? null;
}

/** Moment at which an SDR gives a lead up. */
export function givenUp(world: World, moment: number): number {
  const draw = world.draw('handovers');
  return after(draw, moment + DAY, draw.spread(18, 0.5));
}
