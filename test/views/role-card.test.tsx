// @vitest-environment page
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Homogeneity } from '../../electron/model/question';
import { filterTo, showView, useQuestion } from '../../renderer/state/question';
import { cardHeadline } from '../../renderer/views/role-card/headline';
import { measuresOf } from '../../renderer/views/role-card/measures';
import { cardedIn, peersOf, shownOf } from '../../renderer/views/role-card/people';
import { bandOf, standingOf } from '../../renderer/views/role-card/standing';
import { fakePeople } from './fake-trials';
import { furnish, headline, settle, showPage } from './page';
import { act } from '@testing-library/react';

beforeAll(furnish);

describe('the role card', () => {
  it('says in one sentence where the evidence marks the person, and shows the measures of the role', async () => {
    await showPage('role-card');
    act(() => filterTo('rep', ['Farid Hakim']));
    await settle();
    expect(headline()).toBe('Farid Hakim: a gap in Close, in line elsewhere, or too early to tell.');
    const measures = within(screen.getByRole('region', { name: 'Measures of the role' }));
    for (const name of ['Attainment', 'Win rate', 'Specialists in deals', 'Activities a day'])
      expect(measures.getByText(name)).toBeDefined();
  });

  it('alone names nobody else anywhere on the page', async () => {
    await showPage('role-card');
    act(() => filterTo('rep', ['Farid Hakim']));
    fireEvent.click(await screen.findByRole('radio', { name: '1:1' }));
    await settle();
    const page = screen.getByRole('main').textContent;
    const others = [...fakePeople.ae, ...fakePeople.sdr].filter((name) => name !== 'Farid Hakim');
    expect(others.filter((name) => page.includes(name))).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(useQuestion.getState().asked.choices['card.mode']).toBeUndefined();
  });

  it('keeps a note that was typed and left without a word', async () => {
    const { calls } = await showPage('role-card');
    fireEvent.change(screen.getByRole('textbox', { name: /note/i }), { target: { value: 'Asked about closing' } });
    act(() => showView('overview'));
    await settle();
    expect(calls.filter((call) => call === 'note')).toHaveLength(1);
  });

  it('keeps a note as a step', async () => {
    const { calls } = await showPage('role-card');
    const field = screen.getByRole('textbox', { name: 'Note on Aisyah Rahman' });
    fireEvent.change(field, { target: { value: 'Asked about the quiet quarter' } });
    fireEvent.click(screen.getByRole('button', { name: 'Keep the note' }));
    await settle();
    expect(calls.filter((call) => call === 'note')).toHaveLength(1);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(calls.filter((call) => call === 'note')).toHaveLength(2);
  });
});

describe('who has a card', () => {
  const rows = [
    { rep: 'Zul', role: 'ae', in_ramp: false },
    { rep: 'Ann', role: 'ae', in_ramp: true },
    { rep: 'Bo', role: 'ae', in_ramp: false },
    { rep: 'Cy', role: 'sdr', in_ramp: false },
  ];
  const people = cardedIn(rows);

  it('the chosen one, else the one filtered to, else the first by name', () => {
    expect(shownOf(people, 'Zul', ['Bo'])?.rep).toBe('Zul');
    expect(shownOf(people, '', ['Bo'])?.rep).toBe('Bo');
    expect(shownOf(people, '', ['Bo', 'Cy'])?.rep).toBe('Ann');
    expect(shownOf([], '')).toBeUndefined();
  });

  it('is set beside those of the role who know their work', () => {
    expect([...peersOf(people, { rep: 'Zul', role: 'ae', inRamp: false })]).toEqual(['Bo']);
  });
});

describe('the figures of a role', () => {
  it('set a person’s target beside targets of its kind, and add up the kinds of conversations', () => {
    const [target] = measuresOf('sdr');
    const targets = [
      { rep: 'A', measure: 'leads', value: 0.9 },
      { rep: 'B', measure: 'bookings', value: 1 },
      { rep: 'B', measure: 'leads', value: 1.1 },
    ];
    expect(target?.figures(targets, 'A').map(({ value }) => value)).toEqual([0.9, 1.1]);
    const mix = measuresOf('cs').at(-1);
    const kinds = [
      { rep: 'A', kind: 'call', conversations_a_day: 0.5, days: 200, state: 'ok' },
      { rep: 'A', kind: 'email', conversations_a_day: 0.25, days: 200, state: 'ok' },
    ];
    expect(mix?.figures(kinds, 'A')).toEqual([
      { rep: 'A', value: 0.75, lower: null, upper: null, n: 200, state: 'ok' },
    ]);
  });
});

describe('what is said of a figure', () => {
  const figures = [0.2, 0.3, 0.4, 0.5].map((value, i) => ({ rep: `P${i}`, value, n: 50 }));
  const peers = new Set(figures.map(({ rep }) => rep));
  const band = bandOf(figures, peers);
  const row = (over: object) => ({ rep: 'Own', value: 0.3, lower: 0.2, upper: 0.4, n: 50, state: 'ok', ...over });
  const differs: Homogeneity = { chi_square: 9, df: 3, p: 0.01, verdict: 'differs' };

  it('takes quarter, median and three quarters of four peers, and of three nothing', () => {
    // Between 0.2, 0.3, 0.4, 0.5: places 0.75, 1.5 and 2.25.
    expect(band?.p25).toBeCloseTo(0.275, 12);
    expect(band?.median).toBeCloseTo(0.35, 12);
    expect(band?.p75).toBeCloseTo(0.425, 12);
    expect(bandOf(figures.slice(0, 3), peers)).toBeNull();
  });

  it('holds to the interval, or to the engine’s test where there is one', () => {
    const key = (over: object, test?: Homogeneity) => standingOf(row(over), band, test, false).key;
    expect(key({})).toBe('card.noClear');
    expect(key({ lower: 0.36, upper: 0.5 })).toBe('card.above');
    expect(key({ lower: 0.1, upper: 0.34 })).toBe('card.below');
    expect(key({ lower: 0.36, upper: 0.5, state: 'thin' })).toBe('card.thin');
    expect(key({ lower: 0.36, upper: 0.5 }, { ...differs, verdict: 'no_difference' })).toBe('reps.noDifference');
    expect(key({ flag: 'gap' }, differs)).toBe('card.below');
    expect(key({ more_trials: 18 }, differs)).toBe('card.more');
    expect(standingOf(row({}), band, differs, true).said).toBe(false);
    expect(standingOf(undefined, band, differs, false).key).toBe('card.nothing');
  });
});

it('judges nobody who is still finding their feet', () => {
  const skills = [{ skill: 'close', verdict: 'gap' }];
  expect(cardHeadline(skills, true).key).toBe('card.headRamp');
  expect(cardHeadline(skills, false).key).toBe('card.headBehind');
  expect(cardHeadline([], false).key).toBe('card.headInLine');
});
