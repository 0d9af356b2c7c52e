// Marks whose rows are no plain part of an answer: bars of the funnel with their young journeys, spans of days, who was still there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Part, Question } from '../../electron/model/question';
import { everything } from '../../electron/model/question';
import { answerRows } from '../../electron/session/answer';
import { Grounds } from '../../electron/session/ground';
import { seeded } from '../../electron/stats/random';
import { OpenDeck } from './open-deck';

let deck: OpenDeck;
const random = seeded(5);
const day = (offset: number): string => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);

beforeAll(async () => {
  deck = await OpenDeck.fresh();
  const deals = ['opportunity_id,account_id,created_at,closed_at,stage,amount,owner_id'];
  const orders = ['order_id,account_id,ordered_at,amount'];
  for (let i = 0; i < 120; i++) {
    const began = random.integer(200);
    const closed = began + 1 + random.integer(60);
    const stage = closed > 215 ? 'Proposal' : random.bernoulli(0.5) ? 'Won' : 'Lost';
    deals.push(`o${i},a${i % 30},${day(began)},${stage === 'Proposal' ? '' : day(closed)},${stage},100,Aina`);
    orders.push(`p${i},a${i % 30},${day(began)},50`);
  }
  orders.push(`last,a1,${day(215)},50`);
  await deck.load([deck.file('deals.csv', deals.join('\n')), deck.file('orders.csv', orders.join('\n'))]);
});
afterAll(() => deck.close());

async function count(
  metric: string,
  asked: Partial<Question>,
  where: Readonly<Record<string, string | null>>,
  part: Part,
): Promise<number> {
  const { database, definitions } = deck.workspace;
  const ground = await new Grounds(database, definitions.settings, definitions.revision).at(null);
  const question = { ...everything, ...asked };
  return (await answerRows(ground, { metric, question, where, part, offset: 0, limit: 1 })).count;
}

describe('as many rows as the mark says', () => {
  it('are behind the bars of the funnel, the young ones among them', async () => {
    const question = { options: { from: 'qualified', to: 'won', window: '90d' } };
    const [row = {}] = await deck.ask('cohort-conversion', question);
    expect(Number(row['immature_hits'])).toBeGreaterThan(0);
    expect(await count('cohort-conversion', question, {}, 'entered')).toBe(row['reached_from']);
    expect(await count('cohort-conversion', question, {}, 'reached')).toBe(
      Number(row['numerator']) + Number(row['immature_hits']),
    );
  });

  it('are behind a span of days that a step took', async () => {
    const question = { options: { steps: 'qualified,won', window: '90d' } };
    const of = (where: Record<string, string>): Promise<number> =>
      count('stage-conversion', question, { from_rung: 'qualified', to_rung: 'won', ...where }, 'numerator');
    const spans = await Promise.all(
      [0, 10, 20, 30, 40, 50, 60].map((from) => of({ least_days: String(from), under_days: String(from + 10) })),
    );
    expect(spans.filter((n) => n > 0).length).toBeGreaterThan(3);
    expect(spans.reduce((sum, n) => sum + n, 0)).toBe(await of({}));
  });

  it('are behind the customers still there after so many days', async () => {
    const rows = await deck.ask('customer-survival');
    const told = rows.filter((row) => Number(row['t_days']) > 0);
    expect(told.length).toBeGreaterThan(0);
    for (const row of told.slice(0, 3)) {
      expect(await count('customer-survival', {}, { at_days: String(row['t_days']) }, 'denominator')).toBe(
        row['at_risk'],
      );
    }
  });
});
