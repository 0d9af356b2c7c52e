import { expect, it } from 'vitest';
import { matrixSlide, praiseSlide, sharedOut } from '../../electron/review/content/people';
import type { Context } from '../../electron/review/content/context';
import { deckFrom } from '../../electron/review/templates';
import { defaultSettings } from '../../electron/model/settings';
import type { Answer } from '../../electron/model/question';
import { numberColumn, textColumn } from '../../electron/model/table';
import { words } from '../../renderer/i18n';

it('every list of thanks is shown, short ones whole', () => {
  // Ten places: each list gets one in turn until the two of the short one are in, the others share the eight that are left.
  expect(sharedOut([27, 2, 9], 10)).toEqual([4, 2, 4]);
  expect(sharedOut([3, 4], 10)).toEqual([3, 4]);
  expect(sharedOut([20], 10)).toEqual([10]);
  expect(sharedOut([0, 0], 10)).toEqual([0, 0]);
});

/** What the slide of skills shows of twenty people: a verdict on one skill each, everybody else in line. */
async function skills(verdictOf: (i: number) => string) {
  const names = Array.from({ length: 20 }, (_, i) => `Person ${String(i).padStart(2, '0')}`);
  const text = (name: string, values: readonly string[]) => textColumn(name, 'label', values);
  const columns = [
    text('rep', names),
    text(
      'skill',
      names.map(() => 'close'),
    ),
    text(
      'verdict',
      names.map((_, i) => verdictOf(i)),
    ),
    text(
      'state',
      names.map(() => 'ok'),
    ),
    numberColumn(
      'posterior',
      'ratio',
      names.map(() => 0.3),
    ),
  ];
  const deck = deckFrom('quarterly', { year: 2025, quarter: 4 }, null);
  const slide = deck.slides.find(({ kind }) => kind === 'matrix');
  if (!slide) throw new Error('no slide of skills');
  const answer = { table: { columns, length: names.length }, currency: 'USD' } as unknown as Answer;
  const made = await matrixSlide(slide, {
    deck,
    words: words('en'),
    frame: { settings: defaultSettings, asOfDay: '2026-03-31' },
    byName: (a: unknown, b: unknown) => String(a).localeCompare(String(b)),
    ask: () => Promise.resolve(answer),
  } as unknown as Context);
  if ('missing' in made || made.picture.kind !== 'grid') throw new Error('no grid');
  const { rows, rest } = made.picture;
  return { people: rows.map(([name]) => name?.text ?? ''), rest };
}

it('who has a gap is listed before who has none, and nobody who stands out is called in line', async () => {
  const { people, rest } = await skills((i) => (i < 8 ? 'strength' : i < 17 ? 'gap' : 'in_line'));
  expect(people).toEqual(
    [0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((i) => `Person ${String(i).padStart(2, '0')}`),
  );
  expect(rest).toBe('5 more people stand out, not listed; 3 people in line with their peers, not listed');
});

it('where all who stand out are listed the others are in line', async () => {
  const { people, rest } = await skills((i) => (i === 4 ? 'gap' : 'in_line'));
  expect(people).toEqual(['Person 04']);
  expect(rest).toBe('19 people in line with their peers, not listed');
});

async function thanks(...named: readonly (readonly [rep: string, list: string])[]) {
  const text = (name: string, values: readonly string[]) => textColumn(name, 'label', values);
  const columns = [
    text(
      'rep',
      named.map(([rep]) => rep),
    ),
    text(
      'list',
      named.map(([, list]) => list),
    ),
    text(
      'skill',
      named.map(() => 'close'),
    ),
  ];
  const deck = deckFrom('quarterly', { year: 2025, quarter: 4 }, null);
  const slide = deck.slides.find(({ kind }) => kind === 'praise');
  if (!slide) throw new Error('no slide of thanks');
  const made = await praiseSlide(slide, {
    deck,
    words: words('en'),
    frame: { settings: defaultSettings, asOfDay: '2026-03-31' },
    byName: (a: unknown, b: unknown) => String(a).localeCompare(String(b)),
    ask: () => Promise.resolve({ table: { columns, length: named.length }, currency: 'USD' } as unknown as Answer),
  } as unknown as Context);
  if ('missing' in made || made.picture.kind !== 'grid') throw new Error('no grid');
  return { headline: made.headline, lines: made.picture.rows.length };
}

it('who stands on two lists of thanks is one person, named twice', async () => {
  const twice = await thanks(['Ann', 'met_target'], ['Ann', 'steady_strong'], ['Ben', 'met_target']);
  expect(twice).toEqual({ headline: '2 people to thank, named 3 times.', lines: 3 });
  expect((await thanks(['Ann', 'met_target'], ['Ben', 'met_target'])).headline).toBe('2 people to thank.');
});
