import { afterAll, expect, it } from 'vitest';
import { query } from '../../electron/db/run';
import { rungs } from '../../electron/model/ladder';
import { rowsOf } from '../../electron/model/table';
import { closeGrounds, groundOf } from '../analytics/ground';

afterAll(closeGrounds);

it('a deal that was only ever seen on one rung has reached all below it then, by the person who brought it there', async () => {
  const day = (at: number) => `2026-02-0${at + 1}`;
  const ground = await groundOf({
    stage_map: rungs.map((target) => ({ stage: target, target })),
    reps: ['own', ...rungs].map((rep_id) => ({ rep_id, name: rep_id, role: 'ae' })),
    opportunities: rungs.map((stage) => ({
      opportunity_id: stage,
      created_at: '2026-03-01',
      stage,
      owner_id: 'own',
      amount: 1,
    })),
    stage_events: rungs.map((to_stage, at) => ({
      event_id: to_stage,
      opportunity_id: to_stage,
      entered_at: day(at),
      to_stage,
      rep_id: to_stage,
    })),
  });
  const columns = rungs.map((_, k) => `cast(reached_on_${k} as varchar) as day_${k}, rep_at_${k} as rep_${k}`);
  const rows = rowsOf(
    await ground.database.read((connection) =>
      query(connection, `select opportunity_id, ${columns.slice(0, 8).join(', ')} from derived.journeys`),
    ),
  );
  expect(rows).toHaveLength(rungs.length);
  for (const [at, rung] of rungs.entries()) {
    const row = rows.find(({ opportunity_id }) => opportunity_id === rung);
    for (let k = 1; k < 8; k++) {
      expect(row?.[`day_${k}`], `${rung} ${k}`).toBe(k <= at ? day(at) : null);
      // Payment is nobody's step.
      expect(row?.[`rep_${k}`], `${rung} ${k}`).toBe(k <= at && at < 8 ? rung : 'own');
    }
  }
});
