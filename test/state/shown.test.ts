import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { change, clearFilters, filterTo, firstQuestion, showView, useQuestion } from '../../renderer/state/question';
import type { Ahead } from '../../renderer/state/shown';
import { followWith, useShown } from '../../renderer/state/shown';

/** What was asked ahead, oldest first, and what became of it. */
let asked: { readonly filters: unknown; readonly shown: unknown; answer: () => void; left: number }[];

beforeEach(() => {
  vi.useFakeTimers();
  followWith(() => null);
  useQuestion.setState({ past: [], asked: firstQuestion, future: [] });
  asked = [];
  followWith((now, shown): Ahead => {
    const own = { filters: now.filters, shown: shown.filters, answer: () => {}, left: 0 };
    asked.push(own);
    return { whenAnswered: (then) => (own.answer = then), leave: () => own.left++ };
  });
});

afterEach(() => {
  followWith(() => null);
  vi.useRealTimers();
});

const shown = () => useShown.getState().asked.filters;

test('the view is drawn for other filters when their answers are there', () => {
  filterTo('team', ['Central']);
  expect(shown()).toEqual({});
  asked[0]?.answer();
  expect(shown()).toEqual({ team: ['Central'] });
  expect(asked[0]?.left).toBe(0);
  vi.runAllTimers();
  expect(asked[0]?.left).toBe(1);
});

test('answers that take long are waited for where it can be seen', () => {
  filterTo('team', ['Central']);
  vi.advanceTimersByTime(99);
  expect(shown()).toEqual({});
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual({ team: ['Central'] });
});

test('another choice meanwhile is asked before the first is given up, and is waited for no longer than that', () => {
  filterTo('team', ['Central']);
  vi.advanceTimersByTime(60);
  filterTo('segment', ['SMB']);
  expect(asked.map(({ left }) => left)).toEqual([1, 0]);
  expect(asked[1]?.shown).toEqual({});
  asked[0]?.answer();
  expect(shown()).toEqual({});
  vi.advanceTimersByTime(40);
  expect(shown()).toEqual({ team: ['Central'], segment: ['SMB'] });
});

test('another view, and what is chosen in one, is drawn at once', () => {
  filterTo('team', ['Central']);
  showView('funnel');
  expect(useShown.getState().asked).toBe(useQuestion.getState().asked);
  expect(shown()).toEqual({ team: ['Central'] });
  change({ kind: 'setting' }, { choices: { grain: 'month' } });
  expect(useShown.getState().asked.choices).toEqual({ grain: 'month' });
  // Given up once: given up twice, it would take what the page has asked for itself by then.
  vi.runAllTimers();
  expect(asked.map(({ left }) => left)).toEqual([1]);
});

test('so is a choice where nothing on screen depends on it', () => {
  followWith(() => null);
  filterTo('team', ['Central']);
  expect(shown()).toEqual({ team: ['Central'] });
  clearFilters();
  expect(shown()).toEqual({});
});
