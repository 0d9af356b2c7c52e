// @vitest-environment page
import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { comparable, moved, peersOf, shownPeople } from '../../renderer/views/reps/people';
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
