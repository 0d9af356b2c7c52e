import { afterAll, expect, it } from 'vitest';
import { againstSlide } from '../../electron/review/content/against';
import type { Context } from '../../electron/review/content/context';
import { deckFrom } from '../../electron/review/templates';
import { answerMetric } from '../../electron/session/answer';
import { words } from '../../renderer/i18n';
import type { Row } from '../analytics/ground';
import { closeGrounds, groundOf } from '../analytics/ground';
import { proposals, seller, together } from '../analytics/sellers';

afterAll(closeGrounds);

const target = (id: string, value: number, whose: Row): Row => ({
  target_id: id,
  metric: 'bookings',
  period_start: '2025-10-01',
  period_end: '2026-01-01',
  value,
  currency: 'USD',
  rep_id: null,
  team_id: null,
  ...whose,
});
const ofPeople = [target('p', 8_000, { rep_id: 'ann' })];
const ofTeams = [target('t', 10_000, { team_id: 'North' })];

/** What the slide about targets says of two who sold for 6,000 each in the last quarter of 2025. */
async function said(targets: readonly Row[]) {
  const ground = await groundOf(
    together(
      { reps: ['ann', 'bea'].map((name) => seller(name)), targets },
      proposals('ann', 12, 6),
      proposals('bea', 12, 6),
    ),
    { currency: 'USD' },
  );
  const deck = deckFrom('quarterly', { year: 2025, quarter: 4 }, null);
  const slide = deck.slides.find(({ kind }) => kind === 'against');
  if (!slide) throw new Error('no slide about targets');
  const context = {
    deck,
    words: words('en'),
    frame: { settings: ground.settings, asOfDay: '2026-03-31' },
    byName: (a: string | null = '', b: string | null = '') => String(a).localeCompare(String(b)),
    ask: (metric: string, question: Parameters<typeof answerMetric>[2]) => answerMetric(ground, metric, question),
  } as Context;
  const made = await againstSlide(slide, context);
  return 'missing' in made
    ? made.missing
    : { headline: made.headline, lines: made.notes.flatMap(({ lines }) => lines) };
}

it('teams are held against their own targets, as on every page, whatever the targets of their people', async () => {
  expect(await said([...ofTeams, ...ofPeople])).toEqual({
    headline: '120.0% of the target was reached in Q4 FY25.',
    lines: ['$12K of $10K.'],
  });
});

it('where teams have no target the slide says that the targets are those of people, and who is left out', async () => {
  expect(await said(ofPeople)).toEqual({
    headline: 'People reached 75.0% of their targets in Q4 FY25.',
    lines: ['$6,000 of $8,000.', 'What people without a target sold is not counted here.'],
  });
});

it('without any target there is no slide', async () => {
  expect(await said([])).toMatch(/targets/i);
});
