import { expect, it } from 'vitest';
import { defaultSettings } from '../../electron/model/settings';
import { deckFor, earlierDeck, madeAgain, withVersion } from '../../electron/review/decks';
import { quarterDays, quarterOf } from '../../electron/review/quarter';
import { deckFrom } from '../../electron/review/templates';

const said = { at: '2026-07-01T00:00:00Z', settings: {}, imports: ['1'], slides: [] };
const second = deckFrom('quarterly', { year: 2026, quarter: 2 }, null);
const wish = { template: 'quarterly' as const, year: 2026, quarter: 3, rep: null };

it('a deck made again for the next quarter keeps its notes and writes its headlines anew', () => {
  const noted = {
    ...second,
    slides: second.slides.map((slide) => ({ ...slide, note: `note of ${slide.id}`, headline: 'mine' })),
  };
  const third = madeAgain(noted, { year: 2026, quarter: 3 });
  expect(third.slides.map(({ note }) => note)).toEqual(noted.slides.map(({ note }) => note));
  expect(third.slides.every(({ headline }) => headline === null)).toBe(true);
  expect([third.madeFrom, third.quarter]).toEqual([noted.id, 3]);
});

it('older versions are kept, and the same version twice is one', () => {
  const once = withVersion([], second, said);
  expect(withVersion(once, second, { ...said, at: '2026-07-02T00:00:00Z' })).toBe(once);
  const changed = { ...second, slides: second.slides.slice(1) };
  expect(withVersion(once, changed, said)).toHaveLength(2);
});

it('a quarter without a deck is made again from the latest earlier one', () => {
  const kept = withVersion([], second, said);
  expect(earlierDeck(wish, kept)?.quarter).toBe(2);
  expect(deckFor(wish, kept).madeFrom).toBe(second.id);
  expect(deckFor(wish, []).madeFrom).toBeNull();
});

it('a one-to-one asks about one person alone', () => {
  const deck = deckFrom('one-to-one', { year: 2026, quarter: 3 }, 'Ong Hui Min');
  expect(deck.slides.every(({ filters }) => filters['rep']?.join() === 'Ong Hui Min')).toBe(true);
});

it('a fiscal quarter is named as the calendar names it', () => {
  const calendar = { ...defaultSettings, fiscal_start_month: 4, fiscal_naming: 'ends' as const };
  // FY2026 ends in March 2026; its third quarter is October to December 2025.
  expect(quarterDays(quarterOf('2026Q3'), 1, calendar)).toEqual({ from: '2025-10-01', to: '2026-01-01' });
  const weeks = { ...defaultSettings, fiscal_calendar: '4-4-5' as const };
  expect(quarterDays(quarterOf('2026Q1'), 2, weeks)).toEqual({ from: '2025-09-28', to: '2026-03-29' });
  expect(() => quarterOf('2026-3')).toThrow();
});
