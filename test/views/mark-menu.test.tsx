// @vitest-environment page
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { show, useScreen } from '../../renderer/state/screen';
import { journeys } from './company';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);
beforeEach(() => showPage('funnel', { journeys: journeys(300) }));

/** The breakdown by source, its first mark walked to. */
function breakdown(): HTMLElement {
  const chart = screen.getByRole('application', { name: /by source/i });
  fireEvent.keyDown(chart, { key: 'Home' });
  return chart;
}

async function choose(item: RegExp): Promise<void> {
  fireEvent.contextMenu(breakdown());
  await settle();
  fireEvent.click(within(screen.getByRole('menu')).getByText(item));
  await settle();
}

function walked(): string {
  const chart = breakdown();
  return document.getElementById(chart.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ?? '';
}

describe('what can be done with a mark', () => {
  it('filters to what it stands for, and filters it out, each one step', async () => {
    const [name = ''] = walked().split(', ');
    await choose(/^Filter to /);
    expect(useQuestion.getState().asked.filters['source']).toEqual([name]);
    await act(() =>
      Promise.resolve(useQuestion.setState({ past: [], asked: { ...useQuestion.getState().asked, filters: {} } })),
    );
    await settle();
    const [other = ''] = walked().split(', ');
    await choose(/^Filter .* out$/);
    const { asked, past } = useQuestion.getState();
    expect(asked.filters['source']).not.toContain(other);
    expect(asked.filters['source']?.length).toBeGreaterThan(2);
    expect(past).toHaveLength(1);
  });

  it('compares the groups in the view of the measure', async () => {
    await choose(/^Compare with the others$/);
    const { view, choices } = useQuestion.getState().asked;
    expect([view, choices['measure.metric'], choices['measure.by']]).toEqual([
      'measure',
      'cohort-conversion',
      'source',
    ]);
  });

  it('puts people beside others, not alone', async () => {
    await showPage('reps');
    const chart = screen.getByRole('application', { name: 'Win rate' });
    fireEvent.keyDown(chart, { key: 'End' });
    fireEvent.contextMenu(chart);
    await settle();
    fireEvent.click(within(screen.getByRole('menu')).getByText('Compare with the others'));
    await settle();
    const names = [...document.querySelectorAll('.person')].map((person) => person.textContent);
    expect(names[0]).toBe('Kamala Devi');
    expect(names.length).toBeGreaterThan(3);
  });

  it('is told in a sentence, with the first and the last value', () => {
    const chart = breakdown();
    const words = document.getElementById(chart.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(words).toMatch(/^Won, by source: \d+ values, from .+ \(.+\) to .+ \(.+\)\. Arrow keys walk them/);
  });

  it('opens as many rows as the mark says', async () => {
    const n = Number(/n ([\d,]+)/.exec(walked())?.[1]?.replaceAll(',', ''));
    await choose(/^Rows behind it/);
    expect(useScreen.getState().behind?.part).toBe('denominator');
    const rows = screen.getByText(/behind the mark/).textContent;
    expect(Number(/[\d,]+/.exec(rows)?.[0].replaceAll(',', ''))).toBe(n);
    act(() => show({ behind: null }));
  });
});

describe('what can be done with a row of a table', () => {
  it('leads to its person, and filters to the cell that was pointed at', async () => {
    const rows = within(screen.getByRole('grid', { name: /judged, reached won$/ })).getAllByRole('row');
    const heads = within(rows[0] as HTMLElement)
      .getAllByRole('columnheader')
      .map((head) => head.textContent);
    const cellOf = (column: string): HTMLElement =>
      within(rows[1] as HTMLElement).getAllByRole('gridcell')[heads.indexOf(column)] as HTMLElement;
    const source = cellOf('Source');
    fireEvent.contextMenu(source);
    await settle();
    const menu = within(screen.getByRole('menu'));
    expect(menu.getByText('Copy the cell')).toBeDefined();
    fireEvent.click(menu.getByText(`Filter to ${source.textContent}`));
    await settle();
    expect(useQuestion.getState().asked.filters['source']).toEqual([source.textContent]);
    const rep = cellOf('Rep').textContent;
    fireEvent.contextMenu(cellOf('Rep'));
    await settle();
    fireEvent.click(within(screen.getByRole('menu')).getByText('Open the role card'));
    await settle();
    const { view, choices } = useQuestion.getState().asked;
    expect([view, choices['card.rep']]).toEqual(['role-card', rep]);
  });
});

describe('a mark that nothing else is chosen by', () => {
  it.each([
    ['retention', /^Customers still buying/],
    ['funnel', /^Journeys that reached/],
  ] as const)('opens its rows in %s', async (view, name) => {
    await showPage(view, { journeys: journeys(300) });
    const chart = screen.getByRole('application', { name });
    fireEvent.keyDown(chart, { key: 'Home' });
    fireEvent.keyDown(chart, { key: view === 'funnel' ? 'Enter' : ' ' });
    await settle();
    expect(useScreen.getState().behind?.part).toBe(view === 'funnel' ? 'entered' : 'denominator');
    act(() => show({ behind: null }));
  });

  it('can be copied in every picture, also where no rows are listed', async () => {
    await showPage('targets');
    const chart = screen.getByRole('application', { name: /^How evenly it is paid/ });
    fireEvent.keyDown(chart, { key: 'Home' });
    fireEvent.contextMenu(chart);
    await settle();
    expect(within(screen.getByRole('menu')).getByText('Copy')).toBeDefined();
  });
});
