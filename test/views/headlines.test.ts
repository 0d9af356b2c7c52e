// @vitest-environment page
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Homogeneity } from '../../electron/model/question';
import type { Row } from '../../renderer/engine';
import type { Change } from '../../renderer/frame/change';
import { changeIn, verdictWords } from '../../renderer/frame/change';
import { allMessages, words } from '../../renderer/i18n';
import { formatsOf } from '../../renderer/ui/use-format';
import { funnelHeadline } from '../../renderer/views/funnel/headline';
import { overviewHeadline } from '../../renderer/views/overview/headline';
import { repsHeadline } from '../../renderer/views/reps';
import { namesText } from '../../renderer/frame/names-text';
import type { Standing } from '../../renderer/views/reps/verdict';
import { daysVerdict, rateVerdict } from '../../renderer/views/reps/verdict';

const english = words('en');

/** Rows of `measured-change` as the engine may give them, sensible or not. */
const rows: fc.Arbitrary<Row> = fc.record({
  value: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  lower: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  upper: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  now: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  before: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  n: fc.nat(1_000),
  state: fc.constantFrom('ok', 'thin', 'immature', 'derived', 'unavailable'),
  verdict: fc.constantFrom('improved', 'declined', 'no_clear_change'),
});

const claims = /\b(rose|fell|higher|lower|fewer|less|more|shorter|longer|ahead|wins? more)\b/i;

function overviewText(change: Change): string {
  const facts = {
    bookings: 'RM 4.86M',
    unpriced: 0,
    ofTarget: null,
    period: 'Q3 FY26',
    metric: 'Win rate',
    value: '31.2%',
    change,
    against: 'Q2',
    before: '33.0%',
  };
  return overviewHeadline(facts)
    .map(({ key, args }) => english.t(key, args))
    .join(' ');
}

function funnelText(change: Change): string {
  const { key, args } = funnelHeadline({
    unit: 'count',
    change,
    now: '34',
    before: '43',
    hundred: '100',
    against: 'Q1',
  });
  return english.t(key, args);
}

function funnelMoneyText(change: Change): string {
  const facts = { unit: 'money', change, now: 'RM 34', before: 'RM 43', hundred: 'RM 100', against: 'Q1' } as const;
  const { key, args } = funnelHeadline(facts);
  return english.t(key, args);
}

describe('a headline about a change', () => {
  it('claims one only where the verdict is improved or declined and there is evidence enough', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const allowed =
          row['value'] !== null &&
          ['ok', 'derived'].includes(String(row['state'])) &&
          row['verdict'] !== 'no_clear_change';
        const change = changeIn(row);
        for (const text of [overviewText(change), funnelText(change), funnelMoneyText(change)])
          expect(claims.test(text), text).toBe(allowed);
      }),
    );
  });

  it('goes the way the difference goes', () => {
    const row = { lower: 0.011, upper: 0.211, now: 0.229, before: 0.115, n: 200, state: 'ok' };
    expect(overviewText(changeIn({ ...row, value: 0.114, verdict: 'improved' }))).toBe(
      'Bookings reached RM 4.86M. Win rate rose to 31.2%, from 33.0% in Q2.',
    );
    expect(overviewText(changeIn({ ...row, value: -0.114, verdict: 'declined' }))).toContain(
      'Win rate fell to 31.2%, from 33.0% in Q2.',
    );
    expect(funnelText(changeIn({ ...row, value: -0.093, verdict: 'declined' }))).toBe(
      'Fewer qualified journeys are won: 34 of 100, down from 43 in Q1.',
    );
    expect(funnelMoneyText(changeIn({ ...row, value: -0.093, verdict: 'declined' }))).toBe(
      'Less of what qualifies is won: RM 34 of each RM 100, down from RM 43 in Q1.',
    );
  });

  it('says that nothing is clear, and that it cannot tell, as results', () => {
    const row = {
      value: -0.018,
      lower: -0.071,
      upper: 0.035,
      now: 0.312,
      before: 0.33,
      n: 900,
      verdict: 'no_clear_change',
    };
    expect(overviewText(changeIn({ ...row, state: 'ok' }))).toContain('no clear change from Q2');
    expect(overviewText(changeIn({ ...row, state: 'thin' }))).toContain('too few yet to call a change from Q2');
  });

  it('says what was not there instead of zero', () => {
    const facts = {
      bookings: null,
      unpriced: 0,
      ofTarget: null,
      period: 'Q3 FY26',
      metric: 'Win rate',
      value: null,
      change: changeIn(undefined),
      against: '',
      before: '–',
    };
    const said = (more: object) => overviewHeadline({ ...facts, ...more }).map(({ key, args }) => english.t(key, args));
    expect(said({})).toEqual(['No deals were closed in Q3 FY26.']);
    expect(said({ value: '20.0%' })[0]).toBe('Nothing was won in Q3 FY26.');
    expect(said({ bookings: 'RM 2M', ofTarget: '116%' })).toEqual(['Bookings reached RM 2M, 116% of the target.']);
    expect(said({ unpriced: 20 })).toEqual(['20 deals were won in Q3 FY26, with no amount to add up.']);
  });
});

describe('a verdict under a figure', () => {
  const formats = formatsOf('en');

  it('says longer of days that improved nothing, and shorter of those that did', () => {
    const row = { value: 6, lower: 2, upper: 10, now: 48, before: 42, n: 60, state: 'ok', verdict: 'declined' };
    expect(verdictWords(changeIn(row), 'days', 'Q2', english, formats)).toEqual({
      text: 'Longer than Q2 (42)',
      detail: 'difference +2 to +10 days',
      said: true,
    });
  });

  it('has words for every key it may use, in both languages', () => {
    const used = ['higher', 'lower', 'shorter', 'longer', 'no_clear_change', 'cannot_tell', 'none'];
    const keys = new Set(allMessages('ms').map(([key]) => key));
    expect(used.filter((name) => !keys.has(`verdict.${name}`))).toEqual([]);
  });
});

const differs: Homogeneity = { chi_square: 20, df: 4, p: 0.001, verdict: 'differs' };
const names = namesText(english);

function standing(name: string, value: number, half: number, over: Partial<Standing> = {}): Standing {
  return { name, value, lower: value - half, upper: value + half, more: null, derived: false, thin: false, ...over };
}

describe('a verdict about people', () => {
  const apart = [standing('Aisyah', 0.4, 0.05), standing('Farid', 0.2, 0.05), standing('Suresh', 0.38, 0.05)];

  it('names who is ahead, how sure that is, and who cannot be told apart', () => {
    const verdict = rateVerdict(apart, differs, 'rep', names);
    expect(english.t(verdict.text.key, verdict.text.args)).toBe('Aisyah and Suresh ahead of Farid, 99% sure');
    expect(repsHeadline(verdict, 'rep', english)).toBe('Aisyah and Suresh win more often than Farid.');
  });

  it('says that people do not differ where the test finds no evidence, however far the values lie apart', () => {
    const verdict = rateVerdict(apart, { ...differs, p: 0.4, verdict: 'no_difference' }, 'rep', names);
    expect(english.t(verdict.text.key, verdict.text.args)).toBe('No evidence that people differ here');
    expect(repsHeadline(verdict, 'rep', english)).toBe('Win rates: no evidence that people differ here.');
  });

  it('says how many more it would take where it cannot tell yet', () => {
    const close = [standing('Aisyah', 0.3, 0.1, { more: 18 }), standing('Farid', 0.28, 0.1)];
    const verdict = rateVerdict(close, differs, 'rep', names);
    expect(english.t(verdict.text.key, verdict.text.args)).toBe('Cannot tell yet');
    expect(verdict.detail && english.t(verdict.detail.key, verdict.detail.args)).toBe('Aisyah or Farid: about 18 more');
  });

  it('never ranks anybody below the evidence rule, nor on what replaces missing data', () => {
    const thin = apart.map((each) => ({ ...each, thin: true }));
    expect(rateVerdict(thin, differs, 'rep', names).ahead).toBeNull();
    const derived = apart.map((each) => ({ ...each, derived: true }));
    expect(rateVerdict(derived, differs, 'rep', names).text.key).toBe('reps.derived');
  });

  it('claims nothing unless the engine found that people differ', () => {
    const standings = fc.array(
      fc.record({
        name: fc.string({ minLength: 1 }),
        value: fc.double({ min: 0, max: 1, noNaN: true }),
        half: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
      }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(standings, fc.constantFrom('no_difference' as const, 'too_few' as const), (people, verdict) => {
        const all = people.map(({ name, value, half }) => standing(name, value, half));
        expect(rateVerdict(all, { ...differs, verdict }, 'rep', names).ahead).toBeNull();
      }),
    );
  });

  it('about days holds only where the interval of the difference leaves out 0', () => {
    const slow = [standing('Farid', 52, 4), standing('Aisyah', 38, 4), standing('Suresh', 42, 4)];
    const verdict = daysVerdict(slow, names);
    expect(english.t(verdict.text.key, verdict.text.args)).toBe('Farid takes longer than Suresh and Aisyah, 99% sure');
    const [, , third] = slow;
    const two = daysVerdict(
      [...slow.slice(0, 2), { ...third, name: 'Suresh', value: 50, lower: 46, upper: 54 } as Standing],
      names,
    );
    expect(english.t(two.text.key, two.text.args)).toBe('Farid and Suresh take longer than Aisyah, 99% sure');
    expect(daysVerdict([standing('A', 50, 5), standing('B', 45, 5)], names).said).toBe(false);
  });
});
