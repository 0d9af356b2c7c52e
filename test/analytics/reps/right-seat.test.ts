import { afterAll, expect, it } from 'vitest';
import { ask, closeGrounds, groundOf } from '../ground';
import { cared, proposals, seller, together } from '../sellers';

afterAll(closeGrounds);

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
