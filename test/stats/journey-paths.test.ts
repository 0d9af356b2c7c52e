import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestPath, countPaths, type PathEvent, type PathQuestion } from '../../electron/stats/journey-paths';
import { hasSharedData } from '../shared-data';
import { reference } from './near';

interface FunnelCase {
  name: string;
  order: PathQuestion['order'];
  tie?: 'step_order';
  steps: string[];
  window_seconds: number;
  exclusions?: { event: string; from_step: number; to_step: number }[];
  entities: Record<string, [string, number][]>;
  expected: {
    counts: number[];
    reached_1?: string[];
    reached_2?: string[];
    reached_3?: string[];
    average_conversion_seconds?: number[];
  };
}

function events(list: readonly (readonly [string, number])[]): PathEvent[] {
  return list.map(([name, at]) => ({ name, at }));
}

const cases = hasSharedData ? reference<{ cases: FunnelCase[] }>('funnel_cases.json').cases : [];

describe.skipIf(!hasSharedData)('the published funnel cases', () => {
  test('there are twelve', () => {
    expect(cases).toHaveLength(12);
  });

  test.each(cases)('$name', ({ order, tie, steps, window_seconds, exclusions, entities, expected }) => {
    const question: PathQuestion = {
      steps,
      order,
      window: window_seconds,
      exclusions: (exclusions ?? []).map(({ event, from_step, to_step }) => ({
        name: event,
        fromStep: from_step,
        toStep: to_step,
      })),
      tie: tie === 'step_order' ? 'step' : 'input',
    };
    const found = countPaths(
      Object.values(entities).map((list) => events(list)),
      question,
    );
    expect(found.reached).toEqual(expected.counts);
    const reachedAtLeast = (k: number): string[] =>
      Object.entries(entities)
        .filter(([, list]) => (bestPath(events(list), question)?.at.length ?? 0) >= k)
        .map(([name]) => name)
        .sort();
    if (expected.reached_1) expect(reachedAtLeast(1)).toEqual(expected.reached_1);
    if (expected.reached_2) expect(reachedAtLeast(2)).toEqual(expected.reached_2);
    if (expected.reached_3) expect(reachedAtLeast(3)).toEqual(expected.reached_3);
    if (expected.average_conversion_seconds) expect(found.meanWait).toEqual(expected.average_conversion_seconds);
  });
});

describe('journey paths', () => {
  const ask = (more: Partial<PathQuestion> = {}): PathQuestion => ({
    steps: ['proposal', 'won'],
    order: 'ordered',
    window: 10,
    ...more,
  });

  test('the window includes its last instant and no later one', () => {
    expect(
      bestPath(
        events([
          ['proposal', 0],
          ['won', 10],
        ]),
        ask(),
      )?.at,
    ).toEqual([0, 10]);
    expect(
      bestPath(
        events([
          ['proposal', 0],
          ['won', 11],
        ]),
        ask(),
      )?.at,
    ).toEqual([0]);
  });

  test('a later start may do better than the first, and on a tie the earliest is credited', () => {
    expect(
      bestPath(
        events([
          ['proposal', 0],
          ['proposal', 8],
          ['won', 15],
        ]),
        ask(),
      )?.events,
    ).toEqual([1, 2]);
    expect(
      bestPath(
        events([
          ['proposal', 0],
          ['proposal', 1],
          ['won', 5],
        ]),
        ask(),
      )?.events,
    ).toEqual([0, 2]);
  });

  test('a complaint between proposal and won discards the attempt, one after won does not', () => {
    const question = ask({ exclusions: [{ name: 'complaint', fromStep: 0, toStep: 1 }] });
    expect(
      bestPath(
        events([
          ['proposal', 0],
          ['complaint', 1],
          ['won', 2],
        ]),
        question,
      ),
    ).toBeNull();
    expect(
      bestPath(
        events([
          ['proposal', 0],
          ['won', 2],
          ['complaint', 3],
        ]),
        question,
      )?.at,
    ).toEqual([0, 2]);
    expect(
      bestPath(
        events([
          ['complaint', 0],
          ['proposal', 1],
          ['won', 2],
        ]),
        question,
      )?.at,
    ).toEqual([1, 2]);
  });

  test('the input need not be sorted; two at one instant keep their order or take that of the steps', () => {
    expect(
      bestPath(
        events([
          ['won', 5],
          ['proposal', 1],
        ]),
        ask(),
      )?.events,
    ).toEqual([1, 0]);
    const same = events([
      ['won', 3],
      ['proposal', 3],
    ]);
    expect(bestPath(same, ask())?.events).toEqual([1]);
    expect(bestPath(same, ask({ tie: 'step' }))?.events).toEqual([1, 0]);
  });

  test('in any order a named step is served before the one that takes anything', () => {
    const question = ask({ steps: ['*', 'won'], order: 'unordered' });
    expect(
      bestPath(
        events([
          ['won', 0],
          ['call', 1],
        ]),
        question,
      )?.at,
    ).toEqual([0, 1]);
  });

  test('nothing that starts a path is no path, nobody is no mean, and a path needs a step', () => {
    expect(bestPath(events([['won', 1]]), ask())).toBeNull();
    expect(countPaths([], ask())).toEqual({ reached: [0, 0], meanWait: [null] });
    expect(() => bestPath([], ask({ steps: [] }))).toThrow(RangeError);
  });

  const journey = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'x'), fc.integer({ min: 0, max: 20 })), {
    maxLength: 15,
  });

  test('counts never rise along the steps; strict never beats ordered, nor ordered unordered; a longer window never hurts', () => {
    fc.assert(
      fc.property(journey, fc.integer({ min: 0, max: 20 }), (list, window) => {
        const reach = (order: PathQuestion['order'], within: number): number =>
          bestPath(events(list), { steps: ['a', 'b', 'c'], order, window: within })?.at.length ?? 0;
        expect(reach('strict', window)).toBeLessThanOrEqual(reach('ordered', window));
        expect(reach('ordered', window)).toBeLessThanOrEqual(reach('unordered', window));
        expect(reach('ordered', window)).toBeLessThanOrEqual(reach('ordered', Infinity));
        const { reached } = countPaths([events(list)], { steps: ['a', 'b', 'c'], order: 'ordered', window });
        reached.forEach((count, k) => expect(count).toBeLessThanOrEqual(reached[k - 1] ?? 1));
      }),
    );
  });

  test('without a window the first start does whatever any start can', () => {
    fc.assert(
      fc.property(journey, (list) => {
        const question = { steps: ['a', 'b', 'c'], order: 'ordered' as const };
        const endless = bestPath(events(list), { ...question, window: Infinity });
        const long = bestPath(events(list), { ...question, window: 1000 });
        expect(endless).toEqual(long);
      }),
    );
  });
});
