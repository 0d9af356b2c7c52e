import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReviewContent, SlideContent } from '../../electron/review/content/content';
import { createSession } from '../../electron/session';

/*
 * Two exports of the same CRM, three months apart. In June: forty deals closed in each of two quarters, every second one won for 100. In September: forty
 * of the third quarter, two of June that were entered late (won for 1,000 and 2,000), and one of June told anew (D2-4, won for 150 instead of 100).
 */
const home = mkdtempSync(join(tmpdir(), 'quarterdeck-again-'));
const session = createSession();
const head = 'opportunity_id,account_id,owner_id,created_at,stage,closed_at,is_won,amount';

const deal = (id: string, month: number, won: boolean, amount = 100): string =>
  [id, `A-${id}`, 'Ann', `2026-0${month}-01`, won ? 'Won' : 'Lost', `2026-0${month}-20`, won, amount].join(',');
const quarter = (number: number, month: number): readonly string[] =>
  Array.from({ length: 40 }, (_, i) => deal(`D${number}-${i}`, month, i % 2 === 0));

async function load(name: string, rows: readonly string[]): Promise<string> {
  const path = join(home, name);
  writeFileSync(path, [head, ...rows].join('\n'));
  const files = [await session.stage(path)];
  const map = { [name]: { stages: { Won: 'won', Lost: 'lost' } } };
  for await (const event of session.load(files, map)) if (event.type === 'done') return event.result.import_id ?? '';
  throw new Error('no result');
}

const wish = (number: number) => ({ template: 'board' as const, year: 2026, quarter: number, rep: null });
const slideIn = ({ slides }: ReviewContent, kind: string): SlideContent | undefined =>
  slides.find((slide) => slide.kind === kind);

beforeAll(async () => {
  await session.open(join(home, 'deals.quarterdeck'), true);
}, 60_000);

afterAll(async () => {
  await session.close();
  rmSync(home, { recursive: true, force: true });
});

it('a review made again for the next quarter keeps its notes and lists what came late, no more and no less', async () => {
  await load('june.csv', [...quarter(1, 2), ...quarter(2, 5)]);
  const second = await session.deck(wish(2));
  const noted = {
    ...second,
    slides: second.slides.map((slide) =>
      slide.id === 'bookings' ? { ...slide, note: 'Ask about the tender.' } : slide,
    ),
  };
  await session.keepDeck(noted);
  const june = await session.tell(noted, 'en');
  await session.keepSaid(noted, june);
  expect(june.content.slides.map(({ headline }) => headline)).toContain('Bookings $2,000 in Q2 FY26; $2,000 in Q1.');

  const late = await load('september.csv', [
    ...quarter(3, 8),
    deal('L-1', 5, true, 1_000),
    deal('L-2', 5, true, 2_000),
    deal('D2-4', 5, true, 150),
  ]);
  const third = await session.deck(wish(3));
  expect([third.madeFrom, third.quarter]).toEqual([second.id, 3]);
  expect(third.slides.map(({ note }) => note)).toEqual(noted.slides.map(({ note }) => note));

  const september = await session.tell(third, 'en');
  // Of Q2 5,050 are booked: 20 of 100, one of them 50 more, and the two that came late.
  expect(september.content.slides.map(({ headline }) => headline)).toContain(
    'Bookings $2,000 in Q3 FY26; $5,050 in Q2.',
  );
  expect(september.content.slides.find(({ id }) => id === 'bookings')?.notes.flatMap(({ lines }) => lines)).toContain(
    'Ask about the tender.',
  );
  const changed = slideIn(september.content, 'changed');
  const rows =
    changed?.picture.kind === 'grid' ? changed.picture.rows.map((cells) => cells.map(({ text }) => text)) : [];
  // Of 42 closed deals 22 are won; who told D2-4 anew said nothing of the first quarter, which does not appear. What D2-4 is worth moves no share of deals won.
  const late2 = '2 late entries in september.csv (L-1, L-2)';
  expect(rows).toEqual([
    ['Bookings, Q2 FY26', '$2,000', '$5,050', `1 corrected row in september.csv (D2-4); ${late2}`],
    ['Win rate, Q2 FY26', '50.0%', '52.4%', late2],
  ]);
  expect(changed?.headline).toBe('2 numbers of Q2 FY26 are told differently today.');

  await session.undo(late);
  const undone = await session.tell(third, 'en');
  const unmoved = slideIn(undone.content, 'changed');
  expect(unmoved?.headline).toBe('No number of Q2 FY26 is told differently today.');
  expect(unmoved?.picture).toMatchObject({ kind: 'words', paragraphs: [{ head: 'Nothing changed' }] });
  const again = await session.tell(noted, 'en');
  expect(again.content.slides).toEqual(june.content.slides);
}, 60_000);

it('a review given up half way says so, whatever it was at, and is not kept', async () => {
  const deck = await session.deck(wish(1));
  const stop = new AbortController();
  const seen: number[] = [];
  const making = session.tell(
    deck,
    'en',
    ({ done }) => {
      seen.push(done);
      if (done === 1) stop.abort();
    },
    stop.signal,
  );
  await expect(making).rejects.toMatchObject({ code: 'review_cancelled' });
  expect(seen.slice(0, 2)).toEqual([0, 1]);
  expect(Math.max(...seen)).toBeLessThan(deck.slides.length - 1);
  const shown = session.writeReview(
    deck,
    'en',
    { format: 'html', ratio: '16:9', paper: 'slide', mask: { customers: false, reps: false } },
    AbortSignal.abort(),
  );
  await expect(shown).rejects.toMatchObject({ code: 'review_cancelled' });
  expect(session.versions('board', null).filter(({ deck }) => deck.quarter === 1)).toEqual([]);
});
