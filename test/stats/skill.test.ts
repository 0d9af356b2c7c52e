import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { posteriorCdf, posteriorMean, type Posterior } from '../../electron/stats/posterior';
import {
  assessAdjustedRates,
  assessRateSkill,
  findSkillGaps,
  keepByListRule,
  logMoneyScale,
  paceScale,
  rateScale,
  referencesOf,
  type Peer,
} from '../../electron/stats/skill';
import { adjustForMix, type StratumCounts } from '../../electron/stats/standardise';
import { near } from './near';

const rule = { scale: rateScale };

function peer(k: number, n: number, more: Partial<Peer> = {}): Peer {
  return { posterior: { family: 'beta', a: 1 + k, b: 1 + n - k }, evidence: n, observed: [k / n], ...more };
}

/** One stratum, one row a rep. */
function oneStratum(pairs: readonly (readonly [number, number])[]): StratumCounts {
  const none = pairs.map(() => 0);
  return {
    unit: pairs.map((_, i) => i),
    segment: none,
    source: none,
    size: none,
    trials: pairs.map(([, n]) => n),
    successes: pairs.map(([k]) => k),
  };
}

describe('references', () => {
  test('they leave the rep out, and reps who are no reference', () => {
    const peers = [peer(10, 100), peer(20, 100), peer(30, 100), peer(90, 100, { isReference: false })];
    const means = peers.map(({ posterior }) => posteriorMean(posterior));
    const [first, , , ramp] = referencesOf(peers);
    near(first, ((means[1] ?? 0) + (means[2] ?? 0)) / 2, 1e-15);
    near(ramp, means[1] ?? 0, 1e-15);
    near(referencesOf(peers, 'p75')[3], ((means[1] ?? 0) + (means[2] ?? 0)) / 2, 1e-15);
  });

  test('a rep nobody can be compared with has none', () => {
    expect(referencesOf([peer(1, 10)])).toEqual([null]);
    expect(findSkillGaps([peer(1, 10)], 'differs', rule)[0]).toMatchObject({
      finding: 'too_little_evidence',
      reference: null,
      gap: null,
      moreEvidence: null,
    });
  });
});

describe('the list rule', () => {
  test('the longest list whose mean chance of being false is within the limit', () => {
    // means of the sorted list: 0.02, 0.06, 0.0967, 0.135
    expect(keepByListRule([0.17, 0.02, 0.25, 0.1], 0.09)).toEqual([false, true, false, true]);
    expect(keepByListRule([0.18, 0.02, 0.1], 0.1)).toEqual([true, true, true]);
    expect(keepByListRule([0.2], 0.1)).toEqual([false]);
    expect(keepByListRule([], 0.1)).toEqual([]);
  });
});

describe('skill findings', () => {
  const team = [peer(20, 200), peer(80, 200), peer(82, 200), peer(79, 200), peer(84, 200), peer(140, 200)];

  test('far below is a gap, far above a strength, near is in line', () => {
    const findings = findSkillGaps(team, 'differs', rule);
    expect(findings.map(({ finding }) => finding).slice(0, 2)).toEqual(['gap', 'in_line']);
    expect(findings[5]?.finding).toBe('strength');
    const gap = findings[0];
    near(gap?.gap, (gap?.reference ?? NaN) - (gap?.mean ?? NaN), 1e-15);
    expect(gap?.probabilityBelow).toBeGreaterThan(0.999);
    expect((gap?.lower ?? 1) < (gap?.mean ?? 0) && (gap?.mean ?? 1) < (gap?.upper ?? 0)).toBe(true);
  });

  test('when people do not differ nobody is flagged', () => {
    const findings = findSkillGaps(team, 'no_difference', rule);
    expect(new Set(findings.map(({ finding }) => finding))).toEqual(new Set(['no_difference']));
    expect(findSkillGaps(team, 'too_few', rule)[0]?.finding).toBe('too_little_evidence');
  });

  test('too few trials is no gap however low, and says how many more', () => {
    const thin = [peer(0, 20), ...team.slice(1)];
    const found = findSkillGaps(thin, 'differs', rule)[0];
    expect(found?.finding).toBe('too_little_evidence');
    expect(found?.moreEvidence).toBeGreaterThanOrEqual(10);
  });

  test('an unsettled difference asks for about z2 ref (1 - ref) / gap2 trials less those there are', () => {
    // own 36/100 against peers at 0.4: below, but not with 0.90
    const found = findSkillGaps([peer(36, 100), ...team.slice(1, 5), peer(81, 200)], 'differs', rule)[0];
    expect(found?.finding).toBe('too_little_evidence');
    const { reference = 0, gap = 1 } = { reference: found?.reference ?? 0, gap: found?.gap ?? 1 };
    expect(found?.moreEvidence).toBe(Math.ceil((3.841458820694124 * reference * (1 - reference)) / gap ** 2) - 100);
  });

  test('beside somebody far off the others are named only if they differ among themselves; every figure is of one prior', () => {
    const wins = [60, 70, 50, 18, 64, 56, 62, 58, 57, 60];
    const { fit, findings } = assessRateSkill(oneStratum(wins.map((won) => [won, 120])), wins.length);
    expect(findings.flatMap(({ finding }, unit) => (finding === 'gap' ? [unit] : []))).toEqual([3]);
    // By the wide prior alone 70 of 120 would be a strength and 50 a gap.
    expect(findings[1]).toMatchObject({ finding: 'in_line', moreEvidence: null });
    expect(findings[2]).toMatchObject({ finding: 'in_line', moreEvidence: null });
    expect(findings[1]?.probabilityBelow).toBeLessThan(0.05);
    expect(findings[2]?.probabilityBelow).toBeGreaterThan(0.95);
    wins.forEach((won, unit) =>
      near(findings[unit]?.mean, ((fit?.alpha ?? 0) + won) / ((fit?.strength ?? 0) + 120), 1e-12),
    );
  });

  test('a certain but trifling difference is in line', () => {
    const sure = (mean: number): Peer => ({
      posterior: { family: 'beta', a: mean * 1e6, b: (1 - mean) * 1e6 },
      evidence: 1e6,
      observed: [mean],
    });
    const findings = findSkillGaps([sure(0.385), ...[0.4, 0.4, 0.401, 0.4, 0.402].map(sure)], 'differs', rule);
    expect(findings[0]).toMatchObject({ finding: 'in_line', moreEvidence: null });
    expect(findings[0]?.probabilityBelow).toBeGreaterThan(0.99);
  });

  test('a reference of 0 or 1 never flags', () => {
    const sure = (a: number, b: number): Peer => ({
      posterior: { family: 'beta', a, b },
      evidence: 500,
      observed: [0.5],
    });
    expect(rateScale.missing(500, 0)).toBe(Infinity);
    expect(findSkillGaps([sure(50, 50), sure(1e9, 1e-3), sure(1e9, 1e-3)], 'differs', rule)[0]?.finding).not.toBe(
      'gap',
    );
  });

  test('money is judged in percent of the reference and pace in percent of the pace', () => {
    const money = logMoneyScale(0.64);
    near(money.size(Math.log(1000), Math.log(950)), 0.05, 1e-12);
    expect(money.missing(9, 7)).toBe(1);
    near(money.varianceOfOne(7), 0.64, 0);
    near(paceScale.size(4, 3), 0.25, 1e-12);
    expect(paceScale.missing(100, 0.02)).toBe(150);
    expect(paceScale.missing(10, 4)).toBe(20);
    expect(paceScale.missing(10, 0)).toBe(Infinity);
    const normal = (mean: number): Peer => ({
      posterior: { family: 'normal', mean, sd: 0.05 },
      evidence: 40,
      observed: [mean],
    });
    const findings = findSkillGaps([7, 8, 8.02, 8.05, 7.98, 8.01].map(normal), 'differs', { scale: money });
    expect(findings[0]?.finding).toBe('gap');
    expect(findings[1]?.finding).toBe('in_line');
  });

  test('at a reference equal to the own posterior mean the chance of being below is near one half', () => {
    const evidenced = fc.tuple(fc.integer({ min: 30, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(evidenced, ([n, share]) => {
        const rarest = 5 / n;
        const mean = rarest + share * (1 - 2 * rarest);
        const posterior: Posterior = { family: 'beta', a: mean * (n + 2), b: (1 - mean) * (n + 2) };
        const below = posteriorCdf(posterior, posteriorMean(posterior));
        expect(below >= 0.4 && below <= 0.6).toBe(true);
      }),
    );
  });
});

describe('a whole rate skill', () => {
  const team = fc.array(
    fc.integer({ min: 1, max: 250 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
    { minLength: 2, maxLength: 14 },
  );

  test('if everyone has exactly the common rate nobody is flagged', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 5, maxLength: 20 }), (tens) => {
        const { findings, fit } = assessRateSkill(oneStratum(tens.map((ten) => [3 * ten, 10 * ten])), tens.length);
        expect(fit?.verdict).toBe('no_difference');
        expect(findings.every(({ finding }) => finding === 'no_difference')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a flagged gap has crude or adjusted rate below the reference, a strength above, and both have the evidence', () => {
    fc.assert(
      fc.property(team, (pairs) => {
        const { rates, findings } = assessRateSkill(oneStratum(pairs), pairs.length);
        findings.forEach(({ finding, reference }, i) => {
          const { crude, adjusted, effectiveTrials } = rates[i]!;
          const own = [crude ?? NaN, adjusted ?? NaN];
          if (finding === 'gap') expect(Math.min(...own)).toBeLessThan(reference ?? NaN);
          if (finding === 'strength') expect(Math.max(...own)).toBeGreaterThan(reference ?? NaN);
          if (finding === 'gap' || finding === 'strength') {
            const expected = effectiveTrials * Math.min(reference ?? 0, 1 - (reference ?? 0));
            expect(effectiveTrials >= 30 && expected >= 5 - 1e-9).toBe(true);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  test('renaming reps and reordering rows change nothing', () => {
    fc.assert(
      fc.property(team, (pairs) => {
        const forward = assessRateSkill(oneStratum(pairs), pairs.length).findings;
        const back = assessRateSkill(oneStratum([...pairs].reverse()), pairs.length).findings.reverse();
        forward.forEach((found, i) => {
          expect(back[i]?.finding).toBe(found.finding);
          near(back[i]?.mean, found.mean, 1e-5);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('mix alone is not a gap: the same skill on harder deals is flagged only without adjustment', () => {
    // easy deals are won at 0.6, hard ones at 0.2, by everyone; rep 0 has the hard ones
    const mixes = [
      [180, 20],
      [40, 160],
      [60, 140],
      [50, 150],
      [45, 155],
      [70, 130],
    ];
    const rows = mixes.flatMap(([hard = 0, easy = 0], unit) => [
      { unit, segment: 0, n: hard, k: Math.round(hard * 0.2) },
      { unit, segment: 1, n: easy, k: Math.round(easy * 0.6) },
    ]);
    const counts: StratumCounts = {
      unit: rows.map((row) => row.unit),
      segment: rows.map((row) => row.segment),
      source: rows.map(() => 0),
      size: rows.map(() => 0),
      trials: rows.map((row) => row.n),
      successes: rows.map((row) => row.k),
    };
    expect(assessRateSkill(counts, 6).findings[0]?.finding).toBe('no_difference');
    const unadjusted = assessAdjustedRates(adjustForMix({ ...counts, segment: rows.map(() => 0) }, 6));
    expect(unadjusted.findings[0]?.finding).toBe('gap');
  });

  test('nobody with a trial, nothing to say', () => {
    expect(assessRateSkill(oneStratum([[0, 0]]), 1)).toMatchObject({ fit: null, findings: [], posteriors: [] });
  });

  test('a rep in ramp is compared but not part of the prior', () => {
    const pairs: [number, number][] = [
      [60, 200],
      [62, 200],
      [90, 200],
      [30, 200],
      [58, 200],
      [2, 200],
    ];
    const skill = assessRateSkill(oneStratum(pairs), 6, { isReference: (unit) => unit !== 5 });
    const without = assessRateSkill(oneStratum(pairs.slice(0, 5)), 5);
    expect(skill.fit).toEqual(without.fit);
    expect(skill.findings[5]?.finding).toBe('gap');
  });
});
