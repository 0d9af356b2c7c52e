import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binsOf, funnelSteps } from '../../renderer/views/funnel/steps';
import { valueSteps } from '../../renderer/views/funnel/value-steps';

const rungs = ['lead', 'qualified', 'won'];

// Of 100 leads 90 are old enough: 50 of them were qualified and 20 won; 10 are too young, 4 of these were qualified so far.
const toQualified = {
  reached_from: 100,
  numerator: 50,
  denominator: 90,
  immature: 10,
  immature_hits: 4,
  ended_lost: 25,
  ended_no_decision: 5,
  ended_disqualified: 8,
  still_open: 2,
  value: 50 / 90,
  n: 90,
  state: 'ok',
};
const toWon = {
  ...toQualified,
  numerator: 20,
  immature_hits: 1,
  ended_lost: 45,
  ended_no_decision: 10,
  ended_disqualified: 9,
  still_open: 6,
  value: 20 / 90,
};
const pair = { from_rung: 'qualified', to_rung: 'won', value: 0.4, n: 50, numerator: 20, median_days: 21, state: 'ok' };

describe('the steps of a cohort', () => {
  const steps = funnelSteps(rungs, [toQualified, toWon], [pair]);

  it('count who reached them so far, and apart who is too young to judge', () => {
    expect(steps.map(({ reached, young }) => ({ reached, young }))).toEqual([
      { reached: 100, young: 0 },
      { reached: 54, young: 4 },
      { reached: 21, young: 1 },
    ]);
  });

  it('name each lost journey once, at the step it was lost at, and the names add up to the drop', () => {
    expect(steps[1]?.others).toEqual({ lost: 25, no_decision: 5, disqualified: 8, open: 2 });
    expect(steps[2]?.others).toEqual({ lost: 20, no_decision: 5, disqualified: 1, open: 4 });
    const { lost = 0, no_decision = 0, disqualified = 0, open = 0 } = steps[2]?.others ?? {};
    expect(lost + no_decision + disqualified + open).toBe(50 - 20);
  });

  it('take the rate of a step from the pair, not from the two bars', () => {
    expect(steps[2]?.ofPrevious?.value).toBe(0.4);
    expect(steps[2]?.medianDays).toBe(21);
    expect(steps[0]?.ofFirst).toBeNull();
  });

  it('are there without figures while the answers are on their way', () => {
    expect(funnelSteps(rungs, [undefined, undefined], []).map(({ reached }) => reached)).toEqual([null, null, null]);
  });
});

describe('the steps in money', () => {
  const row = (from_rung: string, to_rung: string, more: object) => ({ from_rung, to_rung, state: 'ok', ...more });

  it('take each bar from the first step and each share from the step before', () => {
    const steps = valueSteps(rungs, [
      row('lead', 'qualified', { numerator: 900, denominator: 900, immature_hits_money: 100, hits_without_money: 3 }),
      row('qualified', 'won', { numerator: 400, denominator: 1_600, value: 0.25, n: 20 }),
      row('lead', 'won', { numerator: 300, denominator: 900, immature_hits_money: 50, hits_without_money: 1 }),
    ]);
    expect(steps.map(({ reached, young, withoutMoney }) => ({ reached, young, withoutMoney }))).toEqual([
      { reached: null, young: 0, withoutMoney: undefined },
      { reached: 1000, young: 100, withoutMoney: 3 },
      { reached: 350, young: 50, withoutMoney: 1 },
    ]);
    expect(steps.map(({ ofFirst, ofPrevious }) => [ofFirst, ofPrevious?.value])).toEqual([
      [null, undefined],
      [null, undefined],
      [null, 0.25],
    ]);
  });

  it('where deals begin it, the first has its money and all without an amount', () => {
    const [first] = valueSteps(
      ['qualified', 'won'],
      [
        row('qualified', 'won', {
          denominator: 1_600,
          immature_money: 200,
          excluded: '{"no_amount":2,"not_mature":4}',
        }),
      ],
    );
    expect(first).toMatchObject({ reached: 1_800, withoutMoney: 2, young: 0 });
  });
});

describe('bins of durations', () => {
  it('hold every duration once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 2_000, noNaN: true }), { minLength: 1, maxLength: 200 }),
        (days) => {
          const bins = binsOf(days);
          expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(days.length);
          expect(bins.length).toBeLessThanOrEqual(13);
          bins.slice(1).forEach((bin, i) => expect(bin.from).toBe(bins[i]?.to));
        },
      ),
    );
  });

  it('are none where nothing took any time to count', () => {
    expect(binsOf([])).toEqual([]);
  });

  it('begin at 0 and hold same-day journeys in the first', () => {
    expect(binsOf([0, 0, 0])).toEqual([{ from: 0, to: 1, count: 3 }]);
  });
});
