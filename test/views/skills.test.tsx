// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/engine';
import { words } from '../../renderer/i18n';
import { filterTo, useQuestion } from '../../renderer/state/question';
import { useScreen } from '../../renderer/state/screen';
import { boardOf, isUnpriced, rolesIn, worthOf } from '../../renderer/views/skills/board';
import { densityOf } from '../../renderer/views/skills/density';
import { skillsHeadline } from '../../renderer/views/skills/headline';
import { fakeTrials, longName } from './fake-trials';
import { rowOf as planRow } from '../../renderer/views/skills/plan';
import { furnish, headline, settle, showPage } from './page';

beforeAll(furnish);

const side = () => within(screen.getByRole('group', { name: 'The chosen cell' }));
const matrix = () => screen.getByRole('application', { name: 'People and skills, Account executive' });

describe('the skills of a sales floor', () => {
  it('name who has a gap, with what closing it is worth, and begin at the one worth most', async () => {
    await showPage('skills');
    expect(headline()).toMatch(
      /^1 person has a gap with enough evidence\. Closing it is worth about RM [\d.]+K a year\.$/,
    );
    expect(side().getByRole('heading', { name: 'Farid Hakim · Close' })).toBeDefined();
    expect(
      side().getByText(/^Gap of [\d.]+ points to the peers’ median [\d.]+%\. 99% sure it is below\.$/),
    ).toBeDefined();
    expect(side().getByText(/^Crude 20 of 120 = 16\.7%; adjusted/)).toBeDefined();
  });

  it('say who could help, what training changed, the next goal and why it lasts', async () => {
    await showPage('skills');
    expect(side().getByRole('button', { name: /^(Azman Yusof|Priya Nair)$/ })).toBeDefined();
    expect(side().getByText('Product basics: 4 trained')).toBeDefined();
    expect(side().getByText(/thin\. Chosen because low: some rise is expected anyway\.$/)).toBeDefined();
    expect(side().getByText(/of proposals won: \d+ more wins at the present 120 proposals\./)).toBeDefined();
    expect(side().getByText(/^Below most peers in 3 of 4 quarters, by attainment\./)).toBeDefined();
  });

  it('plan mentoring as a row under People & programme, filled in', async () => {
    await showPage('skills');
    fireEvent.click(side().getByRole('button', { name: 'Plan mentoring' }));
    await settle();
    const dialog = within(screen.getByRole('dialog', { name: /^(Azman Yusof|Priya Nair) mentors .+: Close$/ }));
    expect(dialog.getByText('First talk on')).toBeDefined();
    expect(dialog.getByRole('button', { name: 'Enter' })).toBeDefined();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await settle();
    expect(side().getByRole('button', { name: 'Training instead' })).toBeDefined();
  });

  it('make a row of mentoring or of training only for people that the list knows', () => {
    const planned = { skill: 'close', programme: 'Closing', day: '2026-10-05', rep: 'R1', mentor: 'R2' };
    expect(planRow({ kind: 'mentoring', mentor: 'Bee' }, planned, 'k')).toEqual({
      coaching_id: 'k',
      rep_id: 'R1',
      coach_id: 'R2',
      at: '2026-10-05',
      topic: 'close',
      kind: 'mentoring',
    });
    expect(planRow({ kind: 'training', programmes: ['Closing'] }, { ...planned, mentor: null }, 'k')).toEqual({
      training_id: 'k',
      rep_id: 'R1',
      programme: 'Closing',
      enrolled_at: '2026-10-05',
    });
    expect(planRow({ kind: 'mentoring', mentor: 'Bee' }, { ...planned, mentor: null }, 'k')).toBeNull();
    expect(planRow({ kind: 'training', programmes: ['Closing'] }, { ...planned, rep: null }, 'k')).toBeNull();
  });

  it('follow the arrow keys from cell to cell, and Enter opens the rows behind', async () => {
    await showPage('skills');
    fireEvent.keyDown(matrix(), { key: 'ArrowLeft' });
    expect(side().getByRole('heading', { name: 'Farid Hakim · Propose' })).toBeDefined();
    fireEvent.keyDown(matrix(), { key: 'ArrowUp' });
    expect(side().getByRole('heading', { name: 'Azman Yusof · Propose' })).toBeDefined();
    expect(side().getByText(/No evidence that people differ here/)).toBeDefined();
    fireEvent.keyDown(matrix(), { key: 'Enter' });
    expect(useScreen.getState().behind).toMatchObject({
      metric: 'skill-gap',
      part: 'denominator',
      where: { rep: 'Azman Yusof', skill: 'propose' },
    });
  });

  it('show those with a gap alone, filter to a name, and undo both', async () => {
    await showPage('skills');
    expect(screen.getByRole('button', { name: `Filter to ${longName}` })).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: 'With a gap' }));
    expect(screen.queryByRole('button', { name: `Filter to ${longName}` })).toBeNull();
    expect(screen.getByText('9 more without a gap')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Filter to Farid Hakim' }));
    expect(useQuestion.getState().asked.filters).toEqual({ rep: ['Farid Hakim'] });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(screen.getByRole('button', { name: `Filter to ${longName}` })).toBeDefined();
  });

  it('say honestly that nobody differs', async () => {
    await showPage('skills', { trials: fakeTrials(true) });
    expect(headline()).toBe('No evidence that people differ in any of these skills.');
    fireEvent.click(screen.getByRole('radio', { name: 'With a gap' }));
    expect(screen.getByText('Nobody with a gap to show.')).toBeDefined();
  });

  it('keep to one role, and show another when asked', async () => {
    await showPage('skills');
    fireEvent.click(screen.getByRole('radio', { name: 'SDR' }));
    await settle();
    expect(side().getByRole('heading', { name: 'Chong Wei · Reach' })).toBeDefined();
    act(() => filterTo('rep', ['Nobody']));
    await settle();
    expect(screen.getByText('Nothing is left under Rep: Nobody.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Import files' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Remove all filters' }));
    await settle();
    expect(side().getByRole('heading', { name: 'Chong Wei · Reach' })).toBeDefined();
  });
});

const cell = (rep: string, skill: string, over: Row = {}): Row => ({
  rep,
  skill,
  role: 'ae',
  measure: 'ratio',
  verdict: 'in_line',
  posterior: 0.4,
  in_ramp: false,
  ...over,
});

describe('the board', () => {
  it('stands in the order of the work, people by name, whatever the order of the rows', () => {
    const rows = [
      cell('Zul', 'pace'),
      cell('Zul', 'close'),
      cell('Ann', 'close'),
      cell('Ann', 'discover', { role: 'sdr' }),
    ];
    const board = boardOf('ae', rows, []);
    expect(board.skills.map(({ id }) => id)).toEqual(['close', 'pace']);
    expect(board.people.map(({ rep }) => rep)).toEqual(['Ann', 'Zul']);
    expect(rolesIn(rows)).toEqual(['ae', 'sdr']);
  });

  it('sums to the headline: the values at the ends of the rows are what closing all is worth', () => {
    const person = fc.record({
      worth: fc.option(fc.double({ min: 0, max: 1e7, noNaN: true })),
      gaps: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (people) => {
        const rows = people.flatMap(({ worth, gaps }, i) =>
          Array.from({ length: gaps }, (_, k) =>
            cell(`P${i}`, ['discover', 'propose', 'close'][k] ?? '', {
              verdict: 'gap',
              together_money: worth === null ? null : worth / gaps,
              person_money: worth ?? 0,
            }),
          ),
        );
        const board = boardOf('ae', rows, []);
        const shown = board.people.flatMap(({ worth }) => worth?.value ?? []);
        let told: number | null = null;
        const sentences = skillsHeadline(board, (value) => String((told = value)));
        const sum = shown.reduce((total, value) => total + value, 0);
        if (shown.length === 0) expect(sentences.at(-1)?.key).toBe('skills.headUnpriced');
        else expect(told).toBe(sum);
        expect(sentences.some(({ key }) => key === 'skills.headWorthSome')).toBe(
          shown.length > 0 && board.people.some(isUnpriced),
        );
      }),
    );
  });

  it('puts the ends of the sum half widths added in squares away', () => {
    const rows = [
      cell('A', 'close', {
        verdict: 'gap',
        together_money: 100,
        person_money: 100,
        person_lower_money: 70,
        person_upper_money: 130,
      }),
      cell('B', 'close', {
        verdict: 'gap',
        together_money: 200,
        person_money: 200,
        person_lower_money: 160,
        person_upper_money: 240,
      }),
    ];
    // 30² + 40² = 50².
    expect(worthOf(boardOf('ae', rows, []).people)).toEqual({ value: 300, lower: 250, upper: 350 });
  });
});

describe('its headline', () => {
  const board = (verdict: string) => boardOf('ae', [cell('Ann', 'close')], [{ role: 'ae', skill: 'close', verdict }]);
  const key = (verdict: string) => skillsHeadline(board(verdict), String)[0]?.key;

  it('tells nobody behind, nobody differing and too few to compare apart', () => {
    expect(key('differs')).toBe('skills.headNobody');
    expect(key('no_difference')).toBe('skills.headAlike');
    expect(key('too_few')).toBe('skills.headTooFew');
    expect(skillsHeadline(boardOf('ae', [], []), String)[0]?.key).toBe('skills.headNothing');
  });

  it('says once that it cannot be put in money', () => {
    const [first, second] = skillsHeadline(boardOf('ae', [cell('Ann', 'pace', { verdict: 'gap' })], []), String);
    expect([first, second].map((each) => each && words('en').t(each.key, each.args)).join(' ')).toBe(
      '1 person has a gap with enough evidence. It cannot be put in money.',
    );
  });
});

describe('the curve of what is believed', () => {
  const top = (row: Row): number | undefined => {
    const found = densityOf(row);
    return found?.x[found.height.indexOf(1)];
  };

  it('is highest at the mode of its family', () => {
    const about = { lower: 0.2, upper: 0.4, reference: 0.3, measure: 'ratio' };
    expect(top({ ...about, belief: 'beta', belief_a: 31, belief_b: 71 })).toBeCloseTo(0.3, 2);
    expect(
      top({ lower: 2, upper: 4, reference: 3, measure: 'pace', belief: 'gamma', belief_a: 31, belief_b: 10 }),
    ).toBeCloseTo(3, 1);
    const log = { lower: 7_000, upper: 9_000, reference: 8_000, measure: 'money', belief: 'log-normal' };
    expect(top({ ...log, belief_a: 9, belief_b: 0.1 })).toBeCloseTo(Math.exp(9 - 0.01), -2);
  });

  it('is not drawn of somebody of whom nothing is believed', () => {
    expect(densityOf({ belief: null, lower: 0.1, upper: 0.2 })).toBeNull();
  });
});
