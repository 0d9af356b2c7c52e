// Over questions drawn at random, the same every time: what a mark says is what its rows number, and what the page shows is what the command prints.
import { createRouterClient } from '@orpc/server';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { metricOf } from '../../electron/analytics';
import { readCommandLine } from '../../electron/command/arguments';
import { commands } from '../../electron/command/run';
import { callsOf } from '../../electron/engine';
import type { Part, Question } from '../../electron/model/question';
import type { Cell } from '../../electron/model/table';
import { rowsOf } from '../../electron/model/table';
import { createSession } from '../../electron/session';
import { seeded } from '../../electron/stats/random';
import { gridOf } from '../../renderer/grid';
import { rangeOf, shifted } from '../../renderer/state/period';
import type { Period } from '../../renderer/state/period';
import { change, filterTo, firstQuestion, undo, useQuestion } from '../../renderer/state/question';
import { sent } from '../../renderer/state/use-metric';
import { calendarOf } from '../../renderer/state/workspace';

type Row = Readonly<Record<string, Cell>>;

const home = mkdtempSync(join(tmpdir(), 'quarterdeck-questions-'));
const folder = join(home, 'w');
const session = createSession();
const engine = createRouterClient(callsOf(session));
const random = seeded(11);

const values: Readonly<Record<string, readonly string[]>> = {
  rep: ['Aina', 'Badrul', 'Chong', 'Devi'],
  source: ['Referral', 'Website', 'Trade fair'],
  segment: ['SMB', 'Government'],
};
const dimensions = Object.keys(values);

function one<T>(list: readonly T[]): T {
  const found = list[random.integer(list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

function day(offset: number): string {
  return new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
}

/** A company of 160 deals: who, from where, how far, and when they were talked to. */
function files(): readonly string[] {
  const deals = ['opportunity_id,account_id,created_at,closed_at,stage,amount,owner_id,source,segment'];
  const touches = ['activity_id,at,kind,opportunity_id,rep_id,is_conversation'];
  const orders = ['order_id,account_id,ordered_at,amount'];
  for (let i = 0; i < 160; i++) {
    const began = random.integer(600);
    const end = one(['Won', 'Won', 'Lost', 'Proposal', 'Qualified']);
    const closed = end === 'Won' || end === 'Lost' ? day(began + 5 + random.integer(120)) : '';
    const source = random.bernoulli(0.1) ? '' : one(values['source'] ?? []);
    const rep = one(values['rep'] ?? []);
    deals.push(
      `o${i},a${i % 40},${day(began)},${closed},${end},${100 + random.integer(9_000)},${rep},${source},${one(values['segment'] ?? [])}`,
    );
    touches.push(`t${i},${day(began + 2)},call,o${i},${rep},${random.bernoulli(0.7)}`);
    if (end === 'Won') orders.push(`p${i},a${i % 40},${closed},${100 + random.integer(9_000)}`);
  }
  return Object.entries({ deals, touches, orders }).map(([name, lines]) => {
    const path = join(home, `${name}.csv`);
    writeFileSync(path, lines.join('\n'));
    return path;
  });
}

beforeAll(async () => {
  await session.open(folder, true);
  const incoming = [];
  for (const path of files()) incoming.push(await session.stage(path));
  for await (const event of session.plan(incoming, {}))
    if (event.type === 'planned') for await (const loading of session.load(incoming, event.plan.map)) void loading;
});
afterAll(async () => {
  await session.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => useQuestion.setState({ past: [], asked: firstQuestion, future: [] }));

/** A question a person could have come to by a few steps: a period, filters, a split. */
function drawn(known: readonly string[]): Question {
  const from = random.integer(500);
  const dates = random.bernoulli(0.3)
    ? { from: null, to: null }
    : { from: day(from), to: day(from + 60 + random.integer(300)) };
  const filters = Object.fromEntries(
    dimensions
      .filter((name) => known.includes(name) && random.bernoulli(0.3))
      .map((name) => [name, (values[name] ?? []).filter(() => random.bernoulli(0.6))] as const)
      .filter(([, list]) => list.length > 0),
  );
  const by = dimensions.filter((name) => known.includes(name) && random.bernoulli(0.4)).slice(0, 2);
  return { ...dates, asOf: null, by, filters, options: {} };
}

async function behind(metric: string, question: Question, row: Row, part: Part): Promise<number> {
  const keys = [...question.by, ...metricOf(metric).keys];
  const where = Object.fromEntries(
    keys.filter((name) => name in row).map((name) => [name, row[name] === null ? null : String(row[name])] as const),
  );
  return (await session.rows({ metric, question, where, part, offset: 0, limit: 1 })).count;
}

describe('questions drawn at random', () => {
  it('have as many rows behind each mark as it counts', async () => {
    const rates = session
      .metrics()
      .filter(({ id }) => metricOf(id).kind === 'rate' && metricOf(id).carries.length === 0);
    const wrong: string[] = [];
    let marks = 0;
    for (let i = 0; i < 14; i++) {
      const { id, dimensions: known } = one(rates);
      const question = drawn(known);
      for (const row of rowsOf((await session.answer(id, question)).table).slice(0, 2)) {
        if (typeof row['denominator'] !== 'number' || typeof row['numerator'] !== 'number') continue;
        for (const part of ['numerator', 'denominator'] as const) {
          const count = await behind(id, question, row, part);
          marks++;
          if (count !== row[part])
            wrong.push(`${id} ${part} ${String(row[part])} has ${count} rows: ${JSON.stringify([question, row])}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(marks).toBeGreaterThan(20);
  });

  it('are parts that sum to the whole, whatever is filtered', async () => {
    for (let i = 0; i < 15; i++) {
      const [metric, column] = one([
        ['win-rate', 'numerator'],
        ['win-rate', 'denominator'],
        ['bookings', 'value'],
        ['cohort-conversion', 'denominator'],
      ] as const);
      const question = { ...drawn(dimensions), by: [one(dimensions)] };
      const sum = async (by: readonly string[]): Promise<number> =>
        rowsOf((await session.answer(metric, { ...question, by })).table).reduce(
          (total, row) => total + Number(row[column] ?? 0),
          0,
        );
      expect(await sum(question.by), JSON.stringify([metric, question])).toBeCloseTo(await sum([]), 6);
    }
  });

  it('are answered on the page, cross-filtered step by step, as the command answers them', async () => {
    const calendar = calendarOf(await session.state());
    for (let i = 0; i < 10; i++) {
      const metric = one(['win-rate', 'bookings', 'cohort-conversion', 'cycle-length', 'conversation-conversion']);
      const period: Period = shifted({ kind: 'quarter', year: 2026, quarter: 1 }, -random.integer(5)) ?? {
        kind: 'all',
      };
      const [first, second] = [one(dimensions), one(dimensions)];
      change({ kind: 'period' }, { period });
      filterTo(first, [one(values[first] ?? [])]);
      filterTo(second, [...new Set([one(values[second] ?? []), one(values[second] ?? [])])]);
      if (random.bernoulli(0.3)) undo();
      const { filters } = useQuestion.getState().asked;
      const question = { ...rangeOf(period, calendar), asOf: null, by: [first], filters, options: {} };
      const { arrow } = await engine.metrics.answer({ metric, question: sent(question) });
      const flags = Object.entries(filters).flatMap(([name, list]) =>
        list.flatMap((value) => ['--filter', `${name}=${value}`]),
      );
      const dates = question.from === null ? [] : ['--from', question.from, '--to', question.to ?? ''];
      const line = readCommandLine([
        'metric',
        metric,
        '--workspace',
        folder,
        '--json',
        '--by',
        first,
        ...dates,
        ...flags,
      ]);
      const printed = await commands['metric']?.(session, line, { note: () => {}, progress: () => {} });
      const document = printed && 'json' in printed ? (printed.json as { rows: readonly unknown[] }) : { rows: [] };
      const shown = gridOf(arrow).rows.map((row) => ({
        ...row,
        excluded: JSON.parse(String(row['excluded'])) as unknown,
      }));
      expect(document.rows, JSON.stringify(question)).toEqual(shown);
    }
  });
});
