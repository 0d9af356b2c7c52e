// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../../electron/model/question';
import { countedOf } from '../../renderer/frame/review-keys';
import { useQuestion } from '../../renderer/state/question';
import { wilson } from '../../electron/stats/intervals';
import { chanceOfSpread, differenceOf } from '../../renderer/views/reps/apart';
import { pairsOf } from '../../renderer/views/reps/pairs';
import { comparable, moved, peersOf, shownPeople } from '../../renderer/views/reps/people';
import { apartVerdict } from '../../renderer/views/reps/verdict';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

describe('the comparison', () => {
  it('shows the first four by name, never by result, over four quarters', async () => {
    await showPage('reps');
    expect(screen.getByRole('button', { name: /^Period: 4 quarters to Q3 FY26$/ })).toBeDefined();
    const people = document.querySelectorAll('.person');
    expect([...people].map((person) => person.textContent)).toEqual([
      'Aisyah Rahman',
      'Azman Yusof',
      'Farid Hakim',
      'Kamala Devi',
    ]);
  });

  it('has a verdict in words for every measure', async () => {
    await showPage('reps');
    const rows = document.querySelectorAll('.measures > .measure');
    expect(rows).toHaveLength(7);
    for (const row of rows) expect(row.querySelector('.verdict')?.textContent ?? '').not.toBe('');
  });

  it('moves a person with Alt and an arrow, and undo takes it back', async () => {
    await showPage('reps');
    const first = document.querySelector('.person') ?? document.body;
    fireEvent.keyDown(first, { key: 'ArrowRight', altKey: true });
    await settle();
    expect(useQuestion.getState().asked.reps.chosen).toEqual([
      'Azman Yusof',
      'Aisyah Rahman',
      'Farid Hakim',
      'Kamala Devi',
    ]);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(useQuestion.getState().asked.reps.chosen).toEqual([]);
  });

  it('opens a measure more closely: each person over eight quarters, and each two of them', async () => {
    await showPage('reps');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await settle();
    const sheet = within(screen.getByRole('dialog', { name: 'Close' }));
    expect(sheet.getByRole('application', { name: 'Close, Azman Yusof' })).toBeDefined();
    expect(sheet.getByText(/^None is put before another here/)).toBeDefined();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says of each row under Adjusted why it is as counted, and says nothing of it under Crude', async () => {
    await showPage('reps');
    const notes = () =>
      [...document.querySelectorAll('.measures > .measure > div:first-child')].map(
        (name) => /as counted.*$/.exec(name.textContent ?? '')?.[0] ?? null,
      );
    const adjusted = notes();
    expect(adjusted.slice(-2), 'money and days').toEqual(['as counted', 'as counted']);
    fireEvent.click(screen.getByRole('radio', { name: 'Crude' }));
    await settle();
    expect(notes()).toEqual(adjusted.map(() => null));
  });

  it('explains a rate with what it is adjusted by', async () => {
    await showPage('reps');
    fireEvent.click(document.querySelector('.measure-value button') ?? document.body);
    await settle();
    const panel = within(screen.getByRole('dialog', { name: 'Rate, crude and adjusted for the mix' }));
    expect(panel.getByText(/segment, source and size/)).toBeDefined();
    for (const name of ['Expected', 'Adjusted', 'Shrunken']) expect(panel.getByText(name)).toBeDefined();
  });

  it('puts the rate as counted on a slide, under its own name', () => {
    const step = { from: 'proposal', to: 'won', window: '90d' };
    const asked = (options: Record<string, string>) => ({ ...everything, by: ['rep'], options });
    expect(countedOf({ metric: 'mix-adjustment', question: asked({ of: 'cohort-conversion', ...step }) })).toEqual({
      metric: 'cohort-conversion',
      question: asked(step),
    });
    expect(countedOf({ metric: 'bookings', question: asked({}) }).metric).toBe('bookings');
  });

  it('compares teams too', async () => {
    await showPage('reps');
    fireEvent.click(screen.getByRole('radio', { name: 'Teams' }));
    await settle();
    expect([...document.querySelectorAll('.person')].map((person) => person.textContent)).toEqual([
      'Central',
      'East',
      'North',
      'South',
    ]);
  });
});

describe('segments and quarters side by side', () => {
  it.each([
    ['Segments', 'segment'],
    ['Quarters', 'period'],
  ] as const)('%s have a row a measure, with a verdict each', async (name, unit) => {
    await showPage('reps');
    fireEvent.click(screen.getByRole('radio', { name }));
    await settle();
    expect(useQuestion.getState().asked.reps.unit).toBe(unit);
    const names = [...document.querySelectorAll('.person')].map((person) => person.textContent ?? '');
    expect(names.length).toBeGreaterThan(1);
    expect(screen.queryByRole('radio', { name: 'Adjusted' }), 'nothing is adjusted there').toBeNull();
    expect(screen.getByText('As counted; only people and teams are adjusted')).toBeDefined();
    if (unit === 'period') expect(names.at(-1)).toBe('Q3 FY26');
    const rows = document.querySelectorAll('.measures > .measure');
    expect(rows).toHaveLength(7);
    for (const row of rows) expect(row.querySelector('.verdict')?.textContent ?? '').not.toBe('');
  });

  const names = (list: readonly string[]): string => list.join(' and ');
  const one = (name: string, value: number, n: number, half = 0.05) => ({
    ...{ name, value, n, more: null, derived: false, thin: false },
    lower: value - half,
    upper: value + half,
  });

  it('are put before one another where the interval of the difference leaves out 0, though their own intervals meet', () => {
    const said = apartVerdict([one('SME', 0.3, 200), one('School', 0.38, 200)], names);
    expect(said.ahead).toEqual({ first: ['School'], second: ['SME'] });
    expect(said.text.args['sure']).toBe('98%');
  });

  it('say how many more each would take where it does not', () => {
    const close = apartVerdict([one('SME', 0.3, 100), one('School', 0.35, 120)], names);
    expect(close.ahead).toBeNull();
    // 0.05 = root of 0.25 / (100 + n) + 0.3 / (120 + n).
    expect(close.detail).toEqual({ key: 'reps.moreEach', args: { first: 'School', second: 'SME', n: 110 } });
    const called = (list: readonly string[]): string => list.map((name) => `called ${name}`).join(' and ');
    const said = apartVerdict([one('2026Q1', 0.3, 100), one('2026Q2', 0.35, 120)], called);
    expect(said.detail?.args).toEqual({ first: 'called 2026Q2', second: 'called 2026Q1', n: 110 });
    expect(apartVerdict([one('SME', 0.3, 100), one('School', 0.301, 100)], names).detail?.key).toBe('reps.overlapping');
  });

  it('are not told apart by picking the furthest two of six that spread no more than chance', () => {
    const six = [0.26, 0.29, 0.3, 0.3, 0.31, 0.335].map((value, i) => one(`Q${i}`, value, 100));
    const verdict = apartVerdict(six, names);
    expect(verdict.ahead).toBeNull();
    expect(verdict.detail?.key).toBe('reps.noDifferenceNote');
    expect(pairsOf('days', six, undefined).every(({ sure }) => sure === null)).toBe(true);
  });

  it('have the published interval of a difference of two shares', () => {
    const share = (name: string, k: number, n: number) => ({ ...one(name, k / n, n), ...wilson(k, n, 0.95) });
    const { lower, upper } = differenceOf(share('a', 56, 70), share('b', 48, 80));
    expect([lower, upper].map((end) => end.toFixed(4))).toEqual(['0.0524', '0.3339']);
  });

  it('have the probability of chance that the distribution gives', () => {
    // Six figures, squares about their mean 11.0705: the 95th percentile of five degrees of freedom.
    const step = Math.sqrt(11.0705 / 6) / 1.959964;
    const six = [1, -1, 1, -1, 1, -1].map((side, i) => one(`Q${i}`, 1 + side * step, 100, 1));
    expect(chanceOfSpread(six)).toBeCloseTo(0.05, 2);
  });
});

describe('each two of them', () => {
  const person = (name: string, value: number | null, thin = false) => ({
    ...{ name, value, more: null, derived: false, thin },
    lower: value === null ? null : value - 0.04,
    upper: value === null ? null : value + 0.04,
  });
  const differs = { verdict: 'differs' as const, chi_square: 14, df: 4, p: 0.01 };
  const people = [person('Ali', 0.3), person('Bee', 0.5), person('Cik', 0.31), person('Dee', 0.9, true)];

  it('are put one before the other only where that is sure', () => {
    const said = pairsOf('rate', people, differs).filter(({ sure }) => sure !== null);
    expect(said.map(({ first, second }) => [first, second])).toEqual([
      ['Bee', 'Ali'],
      ['Bee', 'Cik'],
    ]);
    expect(pairsOf('rate', people, differs)).toHaveLength(6);
  });

  it('are not told apart in sums, nor where people do not differ; in days only by the interval of the difference', () => {
    expect(pairsOf('money', people, differs)).toEqual([]);
    expect(pairsOf('rate', people, { ...differs, verdict: 'no_difference' })).toEqual([]);
    const close = pairsOf('days', [person('Ali', 0.3), person('Bee', 0.35)], undefined);
    expect(close).toEqual([{ first: 'Ali', second: 'Bee', sure: null }]);
  });
});

describe('who is compared', () => {
  const rows = ['Zara', 'Unassigned', 'Ali', 'Unknown', 'Empty'].map((rep) => ({
    rep,
    n: rep === 'Empty' ? 0 : 10,
    value: 0.3,
  }));

  it('is everybody with something to judge, by name, but nobody’s own bucket', () => {
    expect(comparable(rows, 'rep')).toEqual(['Ali', 'Zara']);
  });

  it('is whom the manager chose, in that order, as far as they are there', () => {
    expect(shownPeople(['Zara', 'Gone', 'Ali'], ['Ali', 'Zara', 'Bala'])).toEqual(['Zara', 'Ali']);
    expect(shownPeople([], ['Ali', 'Bala', 'Zara'])).toEqual(['Ali', 'Bala', 'Zara']);
  });

  it('keeps its order at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  });

  it('has no band of peers below five', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((rep, i) => ({ rep, n: 40, value: i / 10 }));
    expect(peersOf(many.slice(1), 'rep', false)).toBeNull();
    expect(peersOf(many, 'rep', false)).toEqual({ p25: 0.1, median: 0.2, p75: 0.3 });
  });
});
