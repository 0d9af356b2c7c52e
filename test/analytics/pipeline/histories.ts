import fc from 'fast-check';
import type { Row, Rows } from '../ground';
import { lastly, stage_map } from '../sales';

const stages = ['Qualified', 'Meeting', 'Proposal', 'Negotiation', 'Won', 'Lost', 'None', 'Disqualified'] as const;

/** The day so many days after New Year 2026. */
export const dayAt = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

const change = fc.record({
  day: fc.integer({ min: 0, max: 120 }),
  stage: fc.constantFrom(...stages),
  amount: fc.option(fc.integer({ min: 0, max: 5 }).map((n) => n * 100.25)),
  due: fc.option(fc.integer({ min: 0, max: 150 })),
});

const drawnDeal = fc.record({
  created: fc.integer({ min: 0, max: 100 }),
  changes: fc.array(change, { maxLength: 6 }),
  amount: fc.option(fc.constantFrom(0, 100.25, 750)),
  due: fc.option(fc.integer({ min: 0, max: 150 })),
  owner: fc.constantFrom('A', 'B', null),
  segment: fc.constantFrom('SMB', 'Key', null),
  currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
  closedByFlags: fc.boolean(),
});

const drawnLead = fc.record({
  created: fc.integer({ min: 0, max: 60 }),
  qualified: fc.option(fc.integer({ min: 0, max: 120 })),
  disqualified: fc.option(fc.integer({ min: 0, max: 120 })),
  changes: fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 120 }), stage: fc.constantFrom('Contacted', 'Qualified', 'Lost') }),
    {
      maxLength: 3,
    },
  ),
  deal: fc.option(fc.integer({ min: 0, max: 11 })),
});

/** Random leads, some of which became one of the deals. */
export const leadHistories = fc.array(drawnLead, { maxLength: 6 }).map((drawn): Rows => {
  const leads = drawn.map(({ created, qualified, disqualified, deal }, i): Row => ({
    lead_id: `l${i}`,
    created_at: dayAt(created),
    qualified_at: qualified === null ? null : dayAt(qualified),
    disqualified_at: disqualified === null ? null : dayAt(disqualified),
    opportunity_id: deal === null ? null : `o${deal}`,
  }));
  const stage_events = drawn.flatMap(({ changes }, i) =>
    changes.map(({ day, stage }, k): Row => ({
      event_id: `l${i}-${k}`,
      lead_id: `l${i}`,
      entered_at: dayAt(day),
      to_stage: stage,
      src_row: k,
    })),
  );
  return { leads, stage_events };
});

/** Random deals with random histories: created, moved to and fro, closed, reopened, some closed by their flags alone; recorded to day 130. */
export const histories = fc.array(drawnDeal, { minLength: 1, maxLength: 12 }).map((deals): Rows => {
  const stage_events = deals.flatMap(({ changes }, i) => eventsOf(`o${i}`, changes));
  const opportunities = deals.map((drawn, i): Row => {
    const last = [...drawn.changes].sort((a, b) => a.day - b.day || rankAt(a.stage) - rankAt(b.stage)).at(-1);
    const byFlags = !last && drawn.closedByFlags;
    return {
      opportunity_id: `o${i}`,
      created_at: dayAt(drawn.created),
      stage: last?.stage ?? (byFlags ? 'Lost' : 'Meeting'),
      ...(byFlags ? { closed_at: dayAt(drawn.created + 10) } : {}),
      amount: drawn.amount,
      expected_close: drawn.due === null ? null : dayAt(drawn.due),
      owner_id: drawn.owner,
      segment: drawn.segment,
      currency: drawn.currency,
    };
  });
  return { opportunities, stage_events, stage_map, activities: [lastly(dayAt(130))] };
});

const rankAt = (stage: string) => (stages as readonly string[]).indexOf(stage);

function eventsOf(
  opportunity_id: string,
  changes: readonly { day: number; stage: string; amount: number | null; due: number | null }[],
): Row[] {
  return changes.map(({ day, stage, amount, due }, i) => ({
    event_id: `${opportunity_id}-${i}`,
    opportunity_id,
    entered_at: dayAt(day),
    to_stage: stage,
    amount,
    expected_close: due === null ? null : dayAt(due),
    src_row: i,
  }));
}
