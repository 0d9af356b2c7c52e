import { afterAll, expect, it } from 'vitest';
import { ask, behind, closeGrounds, groundOf } from '../ground';
import { deal, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

it('a journey whose amount cannot be said is counted, left out of the money, told with its reason, and a row behind it', async () => {
  const amounts = { whole: 100, missing: null, below: -5 };
  const ground = await groundOf({
    opportunities: [
      ...Object.entries(amounts).map(([id, amount]) => deal(id, { amount })),
      deal('abroad', { amount: 7, currency: 'EUR' }),
    ],
    activities: [lastly('2026-06-01')],
    stage_map,
  });
  const [row] = (await ask(ground, 'snapshot-funnel')).rows.filter(({ count }) => count !== 0);
  expect(row).toMatchObject({ rung: 'qualified', count: 4, amount_money: 100 });
  expect(JSON.parse(String(row?.['excluded']))).toEqual({ no_amount: 1, negative: 1, no_fx: 1 });
  expect(await behind(ground, 'snapshot-funnel', { rung: 'qualified' })).toBe(4);
  expect(await behind(ground, 'snapshot-funnel', { rung: 'qualified' }, 'excluded')).toBe(3);
  expect(await behind(ground, 'snapshot-funnel', { rung: 'qualified', left_out: 'negative' }, 'excluded')).toBe(1);
});
