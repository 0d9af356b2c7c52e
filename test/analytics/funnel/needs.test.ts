import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

describe('needs', () => {
  const need = (opportunity_id: string, need_key: string, more: Row = {}): Row => ({
    opportunity_id,
    need_key,
    recorded_at: '2026-01-10',
    ...more,
  });
  const proposals = ['full', 'part', 'late', 'none'];
  const rows = {
    opportunities: [...proposals, 'ink', 'early'].map((id) => deal(id, { product_id: id === 'ink' ? 'ink' : 'paper' })),
    products: [
      { product_id: 'paper', name: 'Paper', family: 'Office' },
      { product_id: 'ink', name: 'Ink', family: 'Special' },
    ],
    stage_events: [
      ...[...proposals, 'ink'].flatMap((id) => history(id, ['2026-01-05', 'Qualified'], ['2026-02-01', 'Proposal'])),
      ...history('early', ['2026-01-05', 'Qualified']),
    ],
    opportunity_needs: [
      need('full', 'printer', { met: true }),
      need('full', 'usage', { met: false, recorded_at: '2026-02-01' }),
      need('part', 'printer', { met: true }),
      need('late', 'printer', { met: null }),
      need('late', 'usage', { met: true, recorded_at: '2026-02-02' }),
      need('early', 'printer'),
    ],
    stage_map,
    activities: [lastly('2026-06-30')],
  };

  it('recorded: all keys of the family’s checklist by the proposal; the day of the proposal still counts', async () => {
    // Office list: printer, usage. full has both, part and late one in time, none nothing; ink's family has no list.
    const ground = await groundOf(rows);
    const [row] = (await ask(ground, 'needs')).rows;
    expect(row).toMatchObject({
      numerator: 1,
      denominator: 4,
      mean_keys: 1,
      without_any: 1,
      excluded: '{"no_checklist":1}',
    });
    expect((await ask(ground, 'needs', { options: { keys: '1' } })).rows[0]).toMatchObject({
      numerator: 3,
      denominator: 5,
    });
  });

  it('a need of the family first recorded after the as-of is not on its list yet', async () => {
    const ground = await groundOf(rows, {}, '2026-01-31T23:59:59.999999Z');
    expect((await ask(ground, 'needs')).rows[0]).toMatchObject({ denominator: 0 });
    const stage_events = rows.stage_events.map((row) => ({ ...row, entered_at: '2026-01-20' }));
    const sooner = await groundOf({ ...rows, stage_events }, {}, '2026-01-31T23:59:59.999999Z');
    // Usage is told of no paper deal before 1 February: who has the printer has all.
    expect((await ask(sooner, 'needs')).rows[0]).toMatchObject({ numerator: 3, denominator: 4 });
  });

  it('answered: proposals on journeys with at least one need recorded before', async () => {
    const { rows: found } = await ask(await groundOf(rows), 'needs', { options: { of: 'answered' } });
    expect(found[0]).toMatchObject({ numerator: 3, denominator: 5 });
  });

  it('met: of the needs known to be met or not, the share met', async () => {
    const ground = await groundOf(rows);
    const { rows: found } = await ask(ground, 'needs', { options: { of: 'met' } });
    expect(found[0]).toMatchObject({ numerator: 3, denominator: 4, excluded: '{"not_known":2}' });
    const request = {
      metric: 'needs',
      question: { ...everything, options: { of: 'met' } },
      where: {},
      offset: 0,
      limit: 9,
    };
    expect((await answerRows(ground, { ...request, part: 'denominator' })).count).toBe(4);
  });

  it('no needs recorded anywhere: cannot be said', async () => {
    const ground = await groundOf({ ...rows, opportunity_needs: [] });
    expect((await ask(ground, 'needs')).rows[0]).toMatchObject({ value: null, reason: 'missing:opportunity_needs' });
  });
});
