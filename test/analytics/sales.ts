import type { Row } from './ground';

/** Stages of the tests' pipelines and the rungs they stand for. */
export const stage_map: readonly Row[] = Object.entries({
  Lead: 'lead',
  Contacted: 'contacted',
  Qualified: 'qualified',
  Meeting: 'meeting',
  Presented: 'presented',
  Proposal: 'proposal',
  Negotiation: 'negotiation',
  Won: 'won',
  Lost: 'lost',
  None: 'no_decision',
  Disqualified: 'disqualified',
}).map(([stage, target]) => ({ stage, target }));

/** A deal created on 5 January 2026 and qualified, unless said otherwise. */
export function deal(id: string, more: Row = {}): Row {
  return { opportunity_id: id, created_at: '2026-01-05', stage: 'Qualified', ...more };
}

/** A deal closed on a day: won, lost, undecided or disqualified by its stage. */
export function closed(id: string, stage: string, closed_at: string, more: Row = {}): Row {
  return deal(id, { stage, closed_at, ...more });
}

/** Stage events of one deal, `[day, stage]` in order, with values of the moment where given. */
export function history(
  opportunity_id: string,
  ...steps: readonly (readonly [at: string, stage: string, more?: Row])[]
): Row[] {
  return steps.map(([entered_at, to_stage, more], i) => ({
    event_id: `${opportunity_id}-${i}`,
    opportunity_id,
    entered_at,
    to_stage,
    src_row: i,
    ...more,
  }));
}

/** An activity that only fixes the as-of. */
export function lastly(at: string): Row {
  return { activity_id: `last-${at}`, at, kind: 'note' };
}
