import { afterAll, expect, it } from 'vitest';
import type { Rows } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

/** Sixty customers of one person, each with a sale, so many of them followed up. */
function cared(name: string, followed: number): Rows {
  const ids = Array.from({ length: 60 }, (_, i) => `${name}-${i}`);
  return {
    accounts: ids.map((account_id) => ({ account_id, name: account_id, owner_id: name })),
    opportunities: ids.map((id) => ({
      opportunity_id: id,
      account_id: id,
      owner_id: name,
      amount: 1000,
      created_at: '2025-06-02',
      stage: 'Won',
      closed_at: '2025-06-20',
    })),
    activities: ids.slice(0, followed).map((account_id) => ({
      activity_id: `call-${account_id}`,
      at: '2025-07-01',
      kind: 'call',
      direction: 'out',
      is_conversation: false,
      rep_id: name,
      account_id,
    })),
  };
}

it('right seat: another one is asked about where it would fit better by half a spread, four times in five; never on thin work', async () => {
  const closing = { ann: 22, bea: 26, cho: 30, dan: 34, plain: 28, cross: 10, thin: 12 };
  const caring = { eve: 24, fay: 28, gus: 32, hal: 36, ivy: 40 };
  const parts = [
    ...Object.entries(closing).map(([name, won]) => proposals(name, 60, won)),
    ...Object.entries(caring).map(([name, followed]) => cared(name, followed)),
    cared('cross', 57),
    cared('plain', 32),
  ];
  const reps = [
    ...Object.keys(closing).map((name) => seller(name)),
    ...Object.keys(caring).map((name) => seller(name, { role: 'cs' })),
  ];
  const few = cared('thin', 8);
  const thin = { ...few, opportunities: few['opportunities']!.slice(0, 8), accounts: few['accounts']!.slice(0, 8) };
  const ground = await groundOf(together({ reps }, ...parts, thin));
  const { rows } = await ask(ground, 'right-seat');
  const fit = (rep: string, seat: string) => rows.find((row) => row['rep'] === rep && row['seat'] === seat);
  expect(fit('cross', 'cs')).toMatchObject({ role: 'ae', value: 2, question: true, evidenced_share: 1 });
  expect(Number(fit('cross', 'cs')?.['p_better'])).toBeGreaterThanOrEqual(0.8);
  expect(fit('cross', 'cs')?.['present_fit']).toBe(fit('cross', 'ae')?.['value']);
  expect(fit('cross', 'ae')).toMatchObject({ question: false, p_better: null });
  expect(fit('plain', 'cs')).toMatchObject({ question: false });
  expect(Number(fit('plain', 'cs')?.['p_better'])).toBeLessThan(0.8);
  expect(fit('thin', 'cs')).toMatchObject({
    value: null,
    reason: 'too_little_evidence',
    question: false,
    evidenced_share: 0,
  });
});
