import { afterAll, expect, it } from 'vitest';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { deal, stage_map } from '../sales';
import { seller } from '../sellers';

afterAll(closeGrounds);

it('conversations of no journey are nobody’s and of no kind: in no other person’s rows, and not where one is chosen', async () => {
  const talk = (activity_id: string, opportunity_id: string | null) => ({ activity_id, opportunity_id, at: '2026-02-01', kind: 'call', is_conversation: true, rep_id: 'a' }); // prettier-ignore
  const ground = await groundOf({
    reps: [seller('a'), seller('zoe')],
    opportunities: [deal('x', { owner_id: 'a', segment: 'SMB' }), deal('y', { owner_id: 'zoe', segment: 'SMB' })],
    activities: [talk('1', 'x'), talk('2', 'y'), talk('3', null)],
    stage_map,
  });
  for (const by of ['rep', 'segment'] as const) {
    const { rows } = await ask(ground, 'conversation-conversion', { by: [by] });
    const excluded: Record<string, string> = {};
    for (const row of rows) excluded[String(row[by])] = String(row['excluded']);
    const one = '{"unlinked":1}';
    expect(excluded).toEqual(by === 'rep' ? { a: '{}', zoe: '{}', Unassigned: one } : { SMB: '{}', Unknown: one });
    for (const [label, told] of Object.entries(excluded)) {
      expect(await behind(ground, 'conversation-conversion', { [by]: label }, 'excluded')).toBe(told === one ? 1 : 0);
      const [chosen] = (await ask(ground, 'conversation-conversion', { filters: { [by]: [label] } })).rows;
      expect(chosen?.['excluded']).toBe(told);
    }
  }
  const february = { filters: { month: ['2026-02'] } };
  expect((await ask(ground, 'conversation-conversion', february)).rows[0]).toMatchObject({
    excluded: '{"unlinked":1}',
  });
});
