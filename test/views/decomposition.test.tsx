// @vitest-environment page
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { change, undo, useQuestion } from '../../renderer/state/question';
import { journeys } from './company';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);
beforeEach(async () => {
  await showPage('measure', { journeys: journeys(400) });
  const { choices } = useQuestion.getState().asked;
  act(() =>
    change(
      { kind: 'setting' },
      { period: { kind: 'all' }, choices: { ...choices, 'measure.metric': 'win-rate', 'measure.by': 'source' } },
    ),
  );
  await settle();
});

/** The marks of the split on screen with the n that each names. */
function marks(by: RegExp): readonly { readonly name: string; readonly n: number }[] {
  const chart = screen.getByRole('application', { name: by });
  const found: { name: string; n: number }[] = [];
  fireEvent.keyDown(chart, { key: 'Home' });
  for (let before = ''; ; fireEvent.keyDown(chart, { key: 'ArrowDown' })) {
    const id = chart.getAttribute('aria-activedescendant') ?? '';
    if (id === before) return found;
    before = id;
    const label = document.getElementById(id)?.getAttribute('aria-label') ?? '';
    found.push({ name: label.split(', ')[0] ?? '', n: Number(/n ([\d,]+)/.exec(label)?.[1]?.replaceAll(',', '')) });
  }
}

const total = (all: readonly { readonly n: number }[]): number => all.reduce((sum, { n }) => sum + n, 0);

describe('a measure split further', () => {
  it('goes into a group, whose parts add up to it, and comes back by its chip or by undo', async () => {
    const sources = marks(/by source$/);
    const [first] = sources;
    fireEvent.keyDown(screen.getByRole('application', { name: /by source$/ }), { key: 'Home' });
    fireEvent.keyDown(screen.getByRole('application', { name: /by source$/ }), { key: ' ' });
    await settle();
    const path = screen.getByRole('group', { name: 'Split so far' });
    expect(path.textContent).toContain(first?.name);
    const { choices } = useQuestion.getState().asked;
    expect(total(marks(new RegExp(`by ${choices['measure.by'] ?? ''}$`)))).toBe(first?.n);
    act(undo);
    await settle();
    expect(marks(/by source$/)).toEqual(sources);
    expect(screen.queryByRole('group', { name: 'Split so far' })).toBeNull();
  });

  it('shows every group over time on the same axis', async () => {
    fireEvent.click(screen.getByRole('radio', { name: 'Over time' }));
    await settle();
    const axes = screen
      .getAllByRole('application')
      .map((chart) =>
        [...chart.querySelectorAll('text')].map((text) => text.textContent).filter((text) => /^\d+%$/.test(text)),
      );
    expect(axes.length).toBeGreaterThan(3);
    for (const axis of axes) expect(axis).toEqual(axes[0]);
    expect(axes[0]?.length).toBeGreaterThan(1);
  });
});
