// What a mark says it leaves out is as many rows as are listed, reason by reason, whatever the metric.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, metricOf } from '../../electron/analytics';
import type { Question } from '../../electron/model/question';
import type { TableName } from '../../electron/model/tables';
import { composedMetric } from '../../electron/session/composed';
import type { Ground } from '../../electron/session/answer';
import type { Rows } from './ground';
import { ask, behind, closeGrounds, groundOf } from './ground';
import { proposals, seller, sixSellers, together } from './sellers';
import { wholeCompany } from './whole-company';

afterAll(closeGrounds);

/** Most marks of an answer that are looked behind. */
const mostMarks = 4;

async function wrongMarks(ground: Ground, id: string, question: Partial<Question> = {}) {
  const { keys, carries } = metricOf(id);
  // The role of a seat is the one its person is in, and the rows of the seat are of whatever role they were made in.
  const named = [...new Set([...(question.by ?? []), ...keys, ...carries])].filter(
    (name) => id !== 'right-seat' || name !== 'role',
  );
  const wrong: unknown[] = [];
  const reasons = new Set<string>();
  for (const row of (await ask(ground, id, question)).rows.slice(0, mostMarks)) {
    const marks = named.filter((name) => name in row);
    const where = Object.fromEntries(marks.map((name) => [name, row[name] === null ? null : String(row[name])]));
    const told = Object.entries(JSON.parse(String(row['excluded'])) as Record<string, number>);
    const count = (more: Readonly<Record<string, string>>) =>
      behind(ground, id, { ...where, ...more }, 'excluded', question);
    const all = told.reduce((sum, [, n]) => sum + n, 0);
    if ((await count({})) !== all) wrong.push([where, row['excluded'], await count({})]);
    for (const [left_out, n] of told) {
      reasons.add(left_out);
      if ((await count({ left_out })) !== n) wrong.push([where, left_out, n, await count({ left_out })]);
    }
  }
  return { wrong, reasons: [...reasons] };
}

describe('what every metric leaves out', () => {
  let ground: Ground;
  beforeAll(async () => {
    const order = (order_id: string, more: object) => ({ order_id, account_id: 'A', ordered_at: '2026-03-02', amount: 50, ...more }); // prettier-ignore
    const more: Rows = {
      // On one day with a known margin, without one twice, without an amount, below nothing and in another currency.
      orders: [order('m', { margin: 20 }), order('n', {}), order('o', {}), order('p', { amount: null }), order('q', { amount: -5 }), order('r', { currency: 'EUR' })], // prettier-ignore
      ...proposals('a', 3, 1, { account_id: 'A' }, '2026-05-20'),
    };
    const names = [...new Set([...Object.keys(wholeCompany), ...Object.keys(more)])] as TableName[];
    const all = names.map((name) => [name, [...(wholeCompany[name] ?? []), ...(more[name] ?? [])]] as const);
    ground = await groundOf(Object.fromEntries(all));
  });

  // A change tells what either of its two periods leaves out, and lists those of the later.
  const single = catalogue().filter(({ id }) => composedMetric(id) === undefined);
  it.each(single.map(({ id }) => id))('is listed: %s', async (id) => {
    const wrong = [...(await wrongMarks(ground, id)).wrong];
    if (metricOf(id).dimensions.includes('team')) wrong.push(...(await wrongMarks(ground, id, { by: ['team'] })).wrong);
    expect(wrong).toEqual([]);
  });
});

describe('trials that are too young', () => {
  it('are told and listed by whatever is read off them', async () => {
    const low = ['2025-05-10', '2025-08-10', '2026-01-12', '2026-03-20'].map((on) => proposals('low', 12, 1, {}, on));
    const peers = ['ann', 'bea', 'cho'].flatMap((name) =>
      ['2025-05-10', '2025-08-10', '2026-01-12', '2026-03-20'].map((on) => proposals(name, 12, 8, {}, on)),
    );
    const ground = await groundOf(together(sixSellers, ...low, ...peers));
    for (const id of ['skill-gap', 'mentors', 'next-goal', 'cross-cover', 'right-seat']) {
      const { wrong, reasons } = await wrongMarks(ground, id);
      expect(wrong, id).toEqual([]);
      expect(reasons, id).toContain('not_mature');
    }
    for (const id of ['persistent-difficulty', 'recognition'])
      expect((await wrongMarks(ground, id)).wrong, id).toEqual([]);
  });
});

describe('the trained of whom nothing is said', () => {
  it('are the rows of what the effect leaves out', async () => {
    const trained = ['ann', 'bea', 'cho', 'dan'];
    const trainings = trained.map((rep_id) => ({ training_id: rep_id, rep_id, programme: 'Closing', completed_at: rep_id === 'dan' ? '2026-01-20' : '2025-07-01' })); // prettier-ignore
    const around = (name: string) => [
      proposals(name, 20, 5, {}, '2025-05-10'),
      proposals(name, 20, 8, {}, '2025-08-10'),
    ];
    const ground = await groundOf(
      together(
        { reps: [...trained, 'eve', 'fay', 'gus'].map((name) => seller(name)), programmes: [{ programme: 'Closing', skills: 'close' }], trainings }, // prettier-ignore
        ...['ann', 'bea', 'eve', 'fay', 'gus'].flatMap(around),
        proposals('cho', 20, 5, {}, '2025-05-10'),
        proposals('dan', 20, 5, {}, '2025-12-10'),
      ),
    );
    const { wrong, reasons } = await wrongMarks(ground, 'training-effect');
    expect(wrong).toEqual([]);
    expect(reasons.sort()).toEqual(['not_mature', 'too_few_trials']);
  });
});
