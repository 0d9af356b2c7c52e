import { expect, test } from 'vitest';
import { generateSample } from '../../samples/generator/sample';
import { closeTrials, effectOf, reachTrials } from './read-sample';

const seeds = [1, 2, 3, 4, 5, 6];
const samples = seeds.map((seed) => generateSample(seed));
const again = generateSample(1);

test('a seed gives the same bytes again, another seed other ones', () => {
  const [first, second] = samples;
  expect([...again.files]).toEqual([...(first?.files ?? [])]);
  expect(second?.files.get('opportunities.csv')).not.toBe(again.files.get('opportunities.csv'));
});

test('other seeds tell the same story: enough proposals, leavers, chains and a top-heavy plan', () => {
  for (const { truth } of samples) {
    expect(Math.min(...truth.mature_proposals.map((one) => one.count))).toBeGreaterThanOrEqual(115);
    expect(truth.quiet_leavers.length).toBeGreaterThan(20);
    expect(truth.referral_chains.length).toBeGreaterThan(5);
    expect(truth.improved_below_target.months_missed).toHaveLength(7);
    expect((truth.incentives[0]?.top20_share ?? 0) - (truth.incentives[1]?.top20_share ?? 1)).toBeGreaterThan(0.25);
  }
});

test('successes scatter around the planted rates as they should', () => {
  let squares = 0;
  let count = 0;
  for (const { truth } of samples) {
    for (const one of truth.skills) {
      if (one.period === 'last_four_quarters' || one.trials < 30) continue;
      const variance = one.trials * one.own_mix_rate * (1 - one.own_mix_rate);
      squares += (one.successes - one.trials * one.own_mix_rate) ** 2 / variance;
      count++;
    }
  }
  // Sum of `count` squares of about standard normal values: mean 1, standard deviation of the mean √(2 / count).
  expect(count).toBeGreaterThan(600);
  expect(Math.abs(squares / count - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
});

test('training has its planted effect on average over seeds', () => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const effects = samples.map(({ files, truth }) => {
    const treated = (name: string): (typeof truth.programmes)[number]['treated'] =>
      truth.programmes.find((one) => one.programme === name)?.treated ?? [];
    return {
      reach: effectOf(reachTrials(files), treated('Opening calls'), ['R03', 'R05', 'R06', 'R10']),
      close: effectOf(closeTrials(files), treated('Closing with confidence'), [
        'R12',
        'R13',
        'R15',
        'R16',
        'R17',
        'R18',
      ]),
    };
  });
  expect(mean(effects.map((one) => one.reach))).toBeGreaterThan(0.06);
  expect(mean(effects.map((one) => one.reach))).toBeLessThan(0.19);
  expect(mean(effects.map((one) => one.close))).toBeGreaterThan(0.06);
  expect(mean(effects.map((one) => one.close))).toBeLessThan(0.22);
});
