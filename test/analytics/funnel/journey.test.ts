import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../../../electron/model/question';
import { answerRows } from '../../../electron/session/answer';
import type { PathQuestion } from '../../../electron/stats/journey-paths';
import { bestPath } from '../../../electron/stats/journey-paths';
import { hasSharedData, sharedData } from '../../shared-data';
import type { Row } from '../ground';
import { ask, closeGrounds, groundOf } from '../ground';
import { closed, deal, history, lastly, stage_map } from '../sales';

afterAll(closeGrounds);

type Order = 'ordered' | 'strict' | 'unordered';

interface Case {
  readonly name: string;
  readonly order: Order;
  readonly steps: readonly string[];
  readonly window_seconds: number;
  readonly exclusions?: readonly { readonly event: string; readonly from_step: number; readonly to_step: number }[];
  readonly entities: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  readonly expected: {
    readonly counts: readonly number[];
    readonly average_conversion_seconds?: readonly number[];
    readonly [reached: `reached_${number}`]: readonly string[];
  };
}

/** Kinds of activity that stand for the events of the cases, whatever those are called. */
const stand = ['call', 'email', 'demo', 'visit', 'message', 'task'] as const;

function standIns(names: readonly string[]): (name: string) => string {
  const all = [...new Set(names.filter((name) => name !== '*'))];
  return (name) => (name === '*' ? '*' : (stand[all.indexOf(name)] ?? 'note'));
}

const at = (seconds: number) =>
  new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** Entities as leads, their events as activities; leads begin long before, so that their own beginning is no event among the others. */
function groundFor(entities: Case['entities'], name: (event: string) => string) {
  const { leads, activities } = tablesFor(entities, name);
  return groundOf({ leads, activities: [...activities, lastly('2027-01-01')], stage_map });
}

function tablesFor(entities: Case['entities'], name: (event: string) => string, source: string | null = null) {
  const told = Object.entries(entities).map(([entity, events]) => [`${source ?? ''}${entity}`, events] as const);
  const leads = told.map(([lead_id]): Row => ({ lead_id, source, created_at: '2020-01-01' }));
  const activities = told.flatMap(([lead_id, events]) =>
    events.map(([event, seconds], i): Row => ({
      activity_id: `${lead_id}-${i}`,
      lead_id,
      at: at(seconds),
      kind: name(event),
    })),
  );
  return { leads, activities };
}

const ask73 = (steps: readonly string[], order: Order, seconds: number | null, exclude = '') => ({
  from: '2025-06-01',
  options: { steps: steps.join(','), order, exclude, window: seconds === null ? 'inf' : `${seconds}s` },
});

describe.skipIf(!hasSharedData)('the reference cases of funnels', () => {
  const { cases } = JSON.parse(
    readFileSync(hasSharedData ? sharedData('reference', 'funnel_cases.json') : '/dev/null', 'utf8') || '{"cases":[]}',
  ) as { cases: Case[] };

  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const name = standIns([
      ...one.steps,
      ...(one.exclusions ?? []).map(({ event }) => event),
      ...Object.values(one.entities).flatMap((events) => events.map(([event]) => event)),
    ]);
    const ground = await groundFor(one.entities, name);
    const exclude = (one.exclusions ?? [])
      .map(({ event, from_step, to_step }) => `${name(event)}:${from_step}:${to_step}`)
      .join(',');
    const question = ask73(one.steps.map(name), one.order, one.window_seconds, exclude);
    const { rows } = await ask(ground, 'journey', question);
    expect(rows.map((row) => row['reached'] ?? 0)).toEqual(one.expected.counts);
    expect(rows.map((row) => row['numerator'])).toEqual(one.expected.counts);
    for (const [step] of one.steps.entries()) {
      const who = one.expected[`reached_${step + 1}`];
      const request = {
        metric: 'journey',
        question: { ...everything, ...question },
        where: { step: String(step + 1) },
        part: 'numerator' as const,
        offset: 0,
        limit: 50,
      };
      const { table, count } = await answerRows(ground, request);
      expect(count).toBe(one.expected.counts[step]);
      const column = table.columns.find((found) => found.name === 'lead_id');
      if (who && column?.kind === 'text')
        expect(Array.from(column.codes, (code) => column.dictionary[code]).sort()).toEqual([...who].sort());
    }
    const waits = one.expected.average_conversion_seconds;
    if (waits)
      expect(rows.slice(1).map((row) => Number(row['mean_days']) * 86400)).toEqual(
        waits.map((wait) => expect.closeTo(wait, 6) as unknown),
      );
  });
});

describe('journey explorer', () => {
  // All stories stand in one workspace, told apart by their source: making forty of them would take a minute.
  it('agrees with the statistics room on random stories, orders, windows and exclusions', async () => {
    const names = ['call', 'email', 'demo', 'visit'] as const;
    const event = fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 40 }));
    const story = fc.record({
      entities: fc.dictionary(
        fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        fc.array(event, { minLength: 1, maxLength: 8 }),
        { minKeys: 1 },
      ),
      steps: fc.array(fc.constantFrom(...names.slice(0, 3), '*'), { minLength: 2, maxLength: 4 }),
      order: fc.constantFrom<Order>('ordered', 'strict', 'unordered'),
      window: fc.option(fc.integer({ min: 1, max: 40 })),
      exclusion: fc.option(
        fc
          .tuple(fc.constantFrom('visit', 'demo'), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 }))
          .filter(([, from, to]) => from < to),
      ),
    });
    const stories = fc.sample(story, { numRuns: 40, seed: 73 });
    const tables = stories.map(({ entities }, i) => tablesFor(entities, (name) => name, `story ${i}`));
    const ground = await groundOf({
      leads: tables.flatMap(({ leads }) => leads),
      activities: [...tables.flatMap(({ activities }) => activities), lastly('2027-01-01')],
      stage_map,
    });
    for (const [i, told] of stories.entries()) {
      const { entities, steps, order, window, exclusion } = told;
      const question = { ...ask73(steps, order, window, exclusion?.join(':')), filters: { source: [`story ${i}`] } };
      const { rows } = await ask(ground, 'journey', question);
      const asked: PathQuestion = {
        steps,
        order,
        window: window ?? Infinity,
        tie: 'step',
        ...(exclusion ? { exclusions: [{ name: exclusion[0], fromStep: exclusion[1], toStep: exclusion[2] }] } : {}),
      };
      const paths = Object.values(entities).map((events) => {
        const moments = events.map(([name, seconds]) => ({ name, at: seconds }));
        return bestPath(moments, asked)?.at.length ?? 0;
      });
      const expected = steps.map((_, step) => paths.filter((reached) => reached > step).length);
      const found = rows.map((row) => row['reached'] ?? 0);
      expect(found, JSON.stringify(told)).toEqual(expected[0] === 0 ? [0] : expected);
    }
  });

  it('goes over rungs, activities, orders, surveys and cases together, by rep of the step asked for', async () => {
    const ground = await groundOf({
      accounts: [{ account_id: 'acme', name: 'Acme' }],
      opportunities: [
        deal('a', { account_id: 'acme', owner_id: 'Owner' }),
        deal('b', { account_id: 'acme', owner_id: 'Owner' }),
      ],
      stage_events: [
        ...history('a', ['2026-01-05', 'Qualified', { rep_id: 'Seller' }], ['2026-01-15', 'Won', { rep_id: 'Closer' }]),
        ...history('b', ['2026-01-05', 'Qualified', { rep_id: 'Seller' }]),
      ],
      activities: [
        {
          activity_id: '1',
          opportunity_id: 'a',
          at: '2026-01-10',
          kind: 'meeting',
          is_conversation: true,
          rep_id: 'Expert',
        },
        lastly('2026-12-31'),
      ],
      cases: [{ case_id: 'c', account_id: 'acme', opened_at: '2026-01-20', kind: 'complaint' }],
      stage_map,
    });
    const steps = 'qualified,activity:meeting,won,complaint';
    const { rows } = await ask(ground, 'journey', { options: { steps } });
    expect(rows.map((row) => [row['event'], row['numerator'], row['denominator'], row['mean_days']])).toEqual([
      ['qualified', 2, 2, null],
      ['activity:meeting', 1, 2, 5],
      ['won', 1, 2, 5],
      ['complaint', 1, 2, 5],
    ]);
    const { rows: byRep } = await ask(ground, 'journey', { by: ['rep'], options: { steps, credit: 'step:3' } });
    expect(byRep.filter((row) => row['step'] === '1').map((row) => [row['rep'], row['numerator']])).toEqual([
      ['Closer', 1],
      ['Owner', 1],
    ]);
    const { rows: accounts } = await ask(ground, 'journey', {
      options: { steps: 'conversation,case', over: 'account' },
    });
    expect(accounts.map((row) => [row['event'], row['numerator']])).toEqual([
      ['conversation', 1],
      ['case', 1],
    ]);
  });

  it('over customers, what was merged into another is one with it', async () => {
    const ground = await groundOf({
      accounts: [
        { account_id: 'a', name: 'A' },
        { account_id: 'b', name: 'B', merged_into: 'a' },
      ],
      opportunities: [deal('x', { account_id: 'b' }), deal('y', { account_id: 'a', created_at: '2026-01-08' })],
      stage_events: [...history('x', ['2026-01-05', 'Qualified']), ...history('y', ['2026-01-08', 'Meeting'])],
      orders: [{ order_id: 'o', account_id: 'b', ordered_at: '2026-01-10', amount: 1 }],
      cases: [{ case_id: 'c', account_id: 'a', opened_at: '2026-01-12', kind: 'question' }],
      activities: [lastly('2026-06-30')],
      stage_map,
    });
    const options = { steps: 'qualified,meeting,order,case', over: 'account' };
    const { rows } = await ask(ground, 'journey', { options });
    expect(rows.map((row) => [row['numerator'], row['denominator']])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('attempts too young for the window are counted apart, never as lost', async () => {
    const ground = await groundOf({
      opportunities: [deal('old'), deal('young', { created_at: '2026-03-20' })],
      stage_events: [
        ...history('old', ['2026-01-05', 'Qualified']),
        ...history('young', ['2026-03-20', 'Qualified'], ['2026-03-25', 'Won']),
      ],
      stage_map,
      activities: [lastly('2026-04-10')],
    });
    const { rows } = await ask(ground, 'journey', { options: { steps: 'qualified,won' } });
    expect(rows.map((row) => [row['numerator'], row['denominator'], row['reached'], row['immature']])).toEqual([
      [1, 1, 2, 1],
      [0, 1, 1, 1],
    ]);
  });

  it('a closed deal whose stages nobody recorded began as qualified, as in the funnel; one with a history only as recorded', async () => {
    const ground = await groundOf({
      opportunities: [
        closed('won', 'Won', '2026-01-20'),
        closed('lost', 'Lost', '2026-02-01'),
        deal('open'),
        closed('told', 'Won', '2026-02-10'),
      ],
      stage_events: history('told', ['2026-01-10', 'Proposal'], ['2026-02-10', 'Won']),
      stage_map,
      activities: [lastly('2026-12-31')],
    });
    const { rows } = await ask(ground, 'journey', { options: { steps: 'qualified,won' } });
    expect(rows.map((row) => [row['numerator'], row['denominator']])).toEqual([
      [3, 3],
      [1, 3],
    ]);
  });

  it('refuses steps it does not know, one alone, and an exclusion that ends before it begins', async () => {
    const ground = await groundOf({ opportunities: [deal('a')], stage_map });
    for (const options of [
      { steps: 'qualified' },
      { steps: 'qualified,sold' },
      { exclude: 'complaint:2:1' },
      { window: 'soon' },
    ]) {
      await expect(ask(ground, 'journey', { options: options })).rejects.toThrow('unknown_option');
    }
  });
});
