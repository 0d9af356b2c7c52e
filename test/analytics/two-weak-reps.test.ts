import { afterAll, expect, it } from 'vitest';
import type { Row } from './ground';
import { ask, closeGrounds, groundOf } from './ground';

afterAll(closeGrounds);

/** Closed deals of ten people, 120 each; so many of them won. */
function company(wins: readonly number[]): Row[] {
  return wins.flatMap((won, rep) =>
    Array.from({ length: 120 }, (_, i) => ({
      opportunity_id: `${rep}-${i}`,
      created_at: '2026-01-05',
      closed_at: '2026-02-10',
      stage: i < won ? 'Won' : 'Lost',
      owner_id: `Rep ${rep}`,
    })),
  );
}

const stage_map = [
  { stage: 'Won', target: 'won' },
  { stage: 'Lost', target: 'lost' },
];

const rates = async (wins: readonly number[]) =>
  ask(await groundOf({ opportunities: company(wins), stage_map }), 'win-rate', { by: ['rep'] });

it('two of ten people at half the rate of the others differ, and exactly those two are flagged', async () => {
  const { answer, rows } = await rates([60, 63, 57, 30, 61, 58, 62, 30, 59, 60]);
  expect(answer.homogeneity?.verdict).toBe('differs');
  expect(rows.filter((row) => row['flag'] !== null).map((row) => [row['rep'], row['flag']])).toEqual([
    ['Rep 3', 'gap'],
    ['Rep 7', 'gap'],
  ]);
});

it('the other eight alone do not differ, and nobody is flagged', async () => {
  const { answer, rows } = await rates([60, 63, 57, 61, 58, 62, 59, 60]);
  expect(answer.homogeneity?.verdict).toBe('no_difference');
  expect(rows.every((row) => row['flag'] === null)).toBe(true);
});
