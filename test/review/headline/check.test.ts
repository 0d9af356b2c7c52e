import { describe, expect, it } from 'vitest';
import type { ChangeFact, Direction, Facts } from '../../../electron/review/headline/facts';
import { directionOf, noFacts, sharesStanding, standingsOf } from '../../../electron/review/headline/facts';
import { checkHeadline } from '../../../electron/review/headline/check';
import { numberColumn, textColumn } from '../../../electron/model/table';
import type { Table } from '../../../electron/model/table';

const measure = (direction: Direction, names = ['Win rate', 'Kadar kemenangan'], less = false): ChangeFact => ({
  measures: names,
  direction,
  less,
  change: null,
  times: null,
});
const only = (direction: Direction): Facts => ({ ...noFacts, changes: [measure(direction)] });
const times = (direction: Direction, factor: number): Facts => ({
  ...noFacts,
  changes: [{ ...measure(direction), times: factor }],
});
const quoting = (figures: readonly number[]): Facts => ({ ...only('up'), figures });
const two: Facts = {
  ...noFacts,
  changes: [measure('none'), measure('up', ['Revenue kept', 'Pengekalan hasil'])],
};
const days: Facts = { ...noFacts, changes: [measure('down', ['Days to win', 'Hari ke menang'], true)] };
const teams: Facts = {
  ...noFacts,
  standings: [
    { name: 'North', above: ['Central', 'South'], below: [] },
    { name: 'Central', above: [], below: ['North'] },
    { name: 'South', above: [], below: ['North'] },
  ],
};
const people: Facts = { ...teams, people: true };

describe('a claim and its interval', () => {
  it.each([
    ['Win rate rose to 34.6%.', only('up'), []],
    ['Win rate rose to 30.2%.', only('none'), ['no_clear_change']],
    ['Win rate fell to 30.2%.', only('down'), []],
    ['Fewer proposals are won: down from 43.', only('none'), ['no_clear_change', 'no_clear_change']],
    ['Win rate rose to 34.6%.', only('down'), ['other_way']],
    ['Win rate improved.', only('thin'), ['thin']],
    ['Bookings grew in Q3.', { ...noFacts, changes: [measure('sum', ['Bookings', 'Nilai tempahan'])] }, ['sum']],
    ['Win rate did not rise.', only('none'), []],
    ['Win rate 30.2%, no clear change from Q2.', only('none'), []],
    ['Win rate 34.6%, no clear change from Q2.', only('up'), ['changed']],
    ['Win rate is steady.', only('none'), ['not_the_same']],
    ['Revenue kept rose, while win rate shows no clear change.', two, []],
    ['Win rate rose and revenue kept rose.', two, ['no_clear_change']],
    ['Days to win improved: shorter than before.', days, []],
    ['North is ahead of Central.', teams, []],
    ['Central is ahead of South.', teams, ['not_separable']],
    ['North has the best win rate.', teams, []],
    ['South is the worst.', people, ['person_last']],
    ['Kadar kemenangan naik kepada 34.6%.', only('up'), []],
    ['Kadar kemenangan meningkat kepada 30.2%.', only('none'), ['no_clear_change']],
    ['Central yang terbaik.', teams, ['not_separable']],
    ['More than 30 of 100 proposals are won.', only('none'), []],
    ['Did win rate rise?', only('none'), []],
    ['Win rate soared to 34.6%.', only('none'), ['no_clear_change']],
    ['Win rate dipped slightly.', only('none'), ['no_clear_change']],
    ['Win rate has never been higher.', only('none'), ['not_separable']],
    ['A record quarter for win rate.', only('none'), ['not_separable']],
    ['Win rate hardly rose.', only('none'), []],
    ['It cannot be said that win rate rose.', only('none'), []],
    ['We follow up on 30.2% of deals.', only('none'), []],
    ['Win rate ↑ to 30.2%', only('none'), ['no_clear_change']],
    ['Win rate +4 points', only('none'), ['no_clear_change']],
    ['Win rate 30.2%, the change between −9.4 and +0.7 points', only('none'), []],
    ['Win rate 30.2%, the change −9.4 to +0.7 points', only('none'), []],
    ['Win rate doubled.', times('up', 1.2), ['figure']],
    ['Win rate doubled.', times('up', 2.04), []],
    ['Win rate doubled.', times('none', 2.04), ['no_clear_change']],
    ['Win rate did not double: it rose.', times('up', 1.2), []],
    ['Win rate tripled.', times('up', 2.1), ['figure']],
    ['Win rate halved.', times('down', 0.8), ['figure']],
    ['Win rate halved.', times('down', 0.49), []],
    ['Kadar kemenangan berganda.', times('up', 1.2), ['figure']],
    ['Kadar kemenangan naik kepada empat puluh peratus.', quoting([34.6]), ['figure']],
    ['Kadar kemenangan naik kepada empat puluh peratus.', quoting([40.2]), []],
    ['Kadar kemenangan naik sebanyak sepertiga.', quoting([12]), ['figure']],
    ['Central outsells South.', teams, ['not_separable']],
    ['South finished last.', people, ['person_last']],
    ['South is the least successful.', people, ['person_last']],
    ['Kadar kemenangan menjunam.', only('none'), ['no_clear_change']],
    ['Kadar kemenangan semakin baik.', only('none'), ['no_clear_change']],
    ['Kadar kemenangan kekal.', only('none'), ['not_the_same']],
    ['Kadar kemenangan mencatat rekod.', only('none'), ['not_separable']],
    ['South paling corot.', people, ['person_last']],
    ['South yang paling teruk.', people, ['person_last']],
  ] satisfies [string, Facts, string[]][])('%s', (text, facts, codes) => {
    expect(checkHeadline(text, facts).map(({ code }) => code)).toEqual(codes);
  });

  it('marks a number that is not on the slide, and no quarter or year', () => {
    const facts = { ...only('up'), figures: [0.346, 34.6, 2_115_005.9] };
    expect(checkHeadline('Win rate rose to 34.6% in Q3 FY26; bookings RM 2.12M.', facts)).toEqual([]);
    expect(checkHeadline('Win rate rose to 34.6% in 4 quarters to Q3 FY26.', facts)).toEqual([]);
    expect(checkHeadline('Win rate rose to 34.6%; bookings RM 2.1 million.', facts)).toEqual([]);
    expect(checkHeadline('Win rate rose by a third, to forty percent.', facts).map(({ claim }) => claim)).toEqual([
      'forty',
      'a third',
    ]);
    expect(checkHeadline('Win rate rose to 50% in Q3 2026.', facts)).toEqual([{ claim: '50', code: 'figure' }]);
  });
});

function quarters(hits: readonly number[], sizes: readonly number[]): Table {
  return {
    length: hits.length,
    columns: [
      numberColumn(
        'value',
        'ratio',
        hits.map((k, i) => k / (sizes[i] ?? 1)),
      ),
      numberColumn('numerator', 'count', hits),
      numberColumn('denominator', 'count', sizes),
      textColumn(
        'method',
        'label',
        hits.map(() => 'wilson'),
      ),
      textColumn(
        'state',
        'label',
        hits.map(() => 'ok'),
      ),
    ],
  };
}

// A plain congruential generator: the same draws on every machine.
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
}

describe('chance', () => {
  it('lets neither rose nor fell pass in more than 5 percent of 200 quarters without a change', () => {
    const next = draws(20_260_930);
    const wins = (n: number): number => Array.from({ length: n }, next).filter((u) => u < 0.31).length;
    const passed = { rose: 0, fell: 0 };
    for (let i = 0; i < 200; i++) {
      const table = quarters([wins(400), wins(380)], [400, 380]);
      const facts: Facts = {
        ...noFacts,
        changes: [{ measures: ['Win rate'], less: false, ...directionOf(table, 1, 0) }],
      };
      if (checkHeadline('Win rate rose.', facts).length === 0) passed.rose++;
      if (checkHeadline('Win rate fell.', facts).length === 0) passed.fell++;
    }
    expect(passed.rose).toBeLessThanOrEqual(10);
    expect(passed.fell).toBeLessThanOrEqual(10);
    expect(passed.rose + passed.fell).toBeGreaterThan(0);
  });

  it('sees a true rise', () => {
    expect(directionOf(quarters([110, 160], [400, 400]), 1, 0).direction).toBe('up');
    expect(directionOf(quarters([160, 110], [400, 400]), 1, 0).direction).toBe('down');
    expect(directionOf(quarters([160], [400]), 0, -1).direction).toBe('nothing');
  });

  it('tells groups apart only where they differ as a whole', () => {
    const table = quarters([160, 110], [400, 400]);
    expect(standingsOf(table, ['A', 'B'], true)[0]?.above).toEqual(['B']);
    expect(standingsOf(table, ['A', 'B'], false)[0]?.above).toEqual([]);
  });

  it('tells shares of one whole apart by the variance of their difference', () => {
    // 76 against 68 of 336: difference 2.4 points, half width 1.96 * sqrt(0.4286/336) = 7.0 points.
    expect(sharesStanding(quarters([76, 68], [336, 336]), ['A', 'B'])[0]?.above).toEqual([]);
    expect(sharesStanding(quarters([120, 40], [336, 336]), ['A', 'B'])[0]?.above).toEqual(['B']);
  });
});
