// @vitest-environment page
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReviewMessage } from '../../electron/contract';
import type { Deck, Slide } from '../../electron/model/deck';
import { deckFrom } from '../../electron/review/templates';
import { useDeck } from '../../renderer/state/deck';
import { Desk } from '../../renderer/views/review/desk';
import { furnish } from './page';

const whole = deckFrom('quarterly', { year: 2026, quarter: 3 }, null);
const [first] = whole.slides;

beforeEach(() => {
  furnish();
  useDeck.setState({ selected: first?.id ?? null });
});
afterEach(() => {
  cleanup();
  useDeck.setState(useDeck.getInitialState(), true);
});

/** The desk with so much written on its first slide. */
function desk(written: Partial<Pick<Slide, 'headline' | 'note'>>) {
  const slides = whole.slides.slice(0, 1).map((slide) => ({ ...slide, ...written }));
  const deck: Deck = { ...whole, slides };
  const headline = written.headline ?? 'What the data supports.';
  const drawn = { width: 1280, height: 720, alt: headline, marks: [], shapes: [] };
  const told = {
    title: 'Review',
    language: 'en',
    leftOut: [],
    slides: slides.map(({ id }) => ({ id, number: 1, headline, supported: headline, findings: [], drawn })),
  } as unknown as ReviewMessage;
  return <Desk deck={deck} told={told} />;
}

const field = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name, { selector: 'textarea' });

it('who goes on from the headline to the notes stays there once the headline is kept', () => {
  const { rerender } = render(desk({ headline: null }));
  const notes = field('Notes');
  notes.focus();
  rerender(desk({ headline: 'My own words.' }));
  expect(document.activeElement).toBe(notes);
  expect(field('Headline').value).toBe('My own words.');
});

it('a note that is undone is the one before on screen too', () => {
  const { rerender } = render(desk({ note: 'Second thought' }));
  rerender(desk({ note: 'First thought' }));
  expect(field('Notes').value).toBe('First thought');
});
