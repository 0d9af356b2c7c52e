// @vitest-environment page
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { deckFrom } from '../../electron/review/templates';
import type { Deck } from '../../electron/model/deck';
import type { Engine } from '../../renderer/engine';
import { useDeck } from '../../renderer/state/deck';
import { showView, useQuestion } from '../../renderer/state/question';
import { useScreen } from '../../renderer/state/screen';
import { fakeEngine } from './fake-engine';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);
beforeEach(() => useDeck.setState(useDeck.getInitialState(), true));

const first = (): HTMLElement => screen.getAllByRole('application')[0] ?? document.body;

/** Shows another view than the one before, and gives the first picture of it the focus. */
async function atPicture(engine?: Engine): Promise<void> {
  await showPage('overview', engine && { engine });
  act(() => showView('economics'));
  await settle();
  act(() => first().focus());
}

it('a step back to another view takes the focus to its page, which a press does not', async () => {
  await atPicture();
  fireEvent.keyDown(first(), { key: 'z', ctrlKey: true });
  await settle();
  const page = screen.getByRole('main', { name: 'Overview' });
  expect(document.activeElement).toBe(page);
  act(() => screen.getAllByRole('button')[0]?.focus());
  expect(page.hasAttribute('tabindex')).toBe(false);
});

it('a step back from the rows of a mark closes them with their view', async () => {
  await atPicture();
  fireEvent.keyDown(first(), { key: 'ArrowRight' });
  fireEvent.keyDown(first(), { key: 'Enter' });
  await settle();
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'z', ctrlKey: true });
  await settle();
  expect([useQuestion.getState().asked.view, useScreen.getState().behind]).toEqual(['overview', null]);
  expect(document.activeElement).toBe(screen.getByRole('main', { name: 'Overview' }));
});

it('what is added to the review by its key is where the focus goes on', async () => {
  const review = {
    deck: ({ year, quarter }: Deck) => Promise.resolve(deckFrom('quarterly', { year, quarter }, null)),
    keep: () => Promise.resolve(),
    versions: () => Promise.resolve([]),
    tell: ({ language }: { language: string }) =>
      Promise.resolve({ title: 'Review', language, slides: [], leftOut: [] }),
  };
  await atPicture({ ...fakeEngine().engine, review } as unknown as Engine);
  fireEvent.keyDown(first(), { key: 'r' });
  await settle();
  const added = useDeck.getState().selected;
  expect(added).not.toBeNull();
  expect(document.activeElement?.closest('[data-slide]')?.getAttribute('data-slide')).toBe(added);
});
