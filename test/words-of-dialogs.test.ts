// @vitest-environment page
// Everything that opens over a view, and every view of an empty workspace, in the language of brackets.
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { enteredNames } from '../electron/model/entered';
import { addFiles, load } from '../renderer/state/load';
import { viewIds } from '../renderer/state/question';
import { callFilter, show, showBehind } from '../renderer/state/screen';
import { setSqlText, useSql } from '../renderer/state/sql';
import { startTour } from '../renderer/state/tour';
import { useWorkspace } from '../renderer/state/workspace';
import { furnish, settle, showPage } from './views/page';
import { saidWithoutWords } from './views/said-without-words';
import { brackets } from './views/words-of-brackets';

beforeAll(furnish);

const question = { from: '2026-07-01', to: '2026-10-01', asOf: null, by: [], filters: {}, options: {} };

/** The button whose words begin with this key. */
const button = (key: string): HTMLElement => {
  const [first] = screen.getAllByRole('button').filter((each) => {
    const name = each.getAttribute('aria-label') ?? each.textContent ?? '';
    return name.startsWith(`[${key}`);
  });
  if (!first) throw new Error(`no button ${key}`);
  return first;
};

async function press(key: string): Promise<void> {
  fireEvent.click(button(key));
  await settle();
}

describe('nothing is said outside of words', () => {
  it.each(viewIds)('in %s of an empty workspace', async (view) => {
    await showPage(view, { words: brackets, tables: {} });
    expect(saidWithoutWords()).toEqual([]);
  });

  it('in what a figure needs', async () => {
    await showPage('retention', { words: brackets, tables: { opportunities: 1 } });
    for (const ask of screen.queryAllByRole('button', { name: '[needed.ask]' }).slice(0, 1)) {
      fireEvent.click(ask);
      await settle();
      expect(saidWithoutWords()).toEqual([]);
    }
  });

  it.each(['about', 'savedViews', 'glossary'] as const)('in %s', async (shown) => {
    await showPage('overview', { words: brackets });
    act(() => show({ [shown]: true }));
    await settle();
    expect(screen.getByRole('dialog').textContent).toMatch(/\[/);
    expect(saidWithoutWords('DuckDB')).toEqual([]);
  });

  it('in the tour, the rows behind a figure, and the charts as tables', async () => {
    await showPage('overview', { words: brackets });
    act(startTour);
    await settle();
    expect(saidWithoutWords()).toEqual([]);
    act(() => showBehind({ metric: 'win-rate', question, part: 'denominator', title: '[title]' }));
    await settle();
    expect(within(screen.getByRole('dialog')).getAllByRole('row').length).toBeGreaterThan(1);
    expect(saidWithoutWords()).toEqual([]);
    act(() => show({ behind: null, twin: true }));
    await settle();
    expect(saidWithoutWords()).toEqual([]);
  });

  it('in the choice of a period, a comparison and a filter', async () => {
    await showPage('overview', { words: brackets });
    await press('frame.periodNow');
    for (const kind of within(screen.getByRole('dialog')).getAllByRole('radio')) {
      fireEvent.click(kind);
      await settle();
      // The library's own words for a screen reader, which it has in no Malay.
      expect(saidWithoutWords('Selected Date')).toEqual([]);
    }
    await showPage('overview', { words: brackets });
    act(callFilter);
    await settle();
    expect(saidWithoutWords()).toEqual([]);
  });

  it('in what can be done with a mark', async () => {
    await showPage('funnel', { words: brackets });
    const [chart] = screen.getAllByRole('application');
    if (!chart) throw new Error('no chart');
    fireEvent.keyDown(chart, { key: 'Home' });
    fireEvent.contextMenu(chart);
    await settle();
    expect(screen.getByRole('menu').textContent).toContain('[mark.');
    expect(saidWithoutWords()).toEqual([]);
  });

  it.each(enteredNames)('in the grid of %s', async (table) => {
    await showPage('people', { words: brackets });
    await press(`entered.${table}]`);
    expect(saidWithoutWords()).toEqual([]);
  });

  it('in a load that is done, and where a source is forgotten', async () => {
    await showPage('import', { words: brackets });
    await press('load.forget]:');
    expect(saidWithoutWords()).toEqual([]);
    await press('common.cancel');
    await act(() => addFiles([{ stored: '1/a.csv', name: 'opportunities.csv' }]));
    await act(load);
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('[load.done');
    expect(saidWithoutWords()).toEqual([]);
  });

  it('in the checks and the rows behind one', async () => {
    await showPage('checks', { words: brackets });
    const found = { id: 'no_owner', count: 12, sql: 'select', consequence: 'English', remedy: 'English' };
    const reference = { ...found, id: 'unknown_activities_account_id' };
    act(() =>
      useWorkspace.setState(({ workspace }) => ({
        workspace: workspace && { ...workspace, checks: [found, reference] },
      })),
    );
    await settle();
    expect(saidWithoutWords()).toEqual([]);
    await press('checks.open');
    expect(screen.getByRole('dialog')).toBeDefined();
    expect(saidWithoutWords()).toEqual([]);
  });

  it('in what a query gave: table, chart, plan, and why it gave none', async () => {
    await showPage('sql', { words: brackets });
    setSqlText('deals of each');
    await press('sql.run');
    expect(saidWithoutWords('rung deals each')).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: '[sql.chart]' }));
    await settle();
    expect(saidWithoutWords('rung deals each')).toEqual([]);
    await press('sql.explain');
    expect(saidWithoutWords('rung deals each SEQ SCAN')).toEqual([]);
    act(() => useSql.setState({ problem: { code: 'query_failed', args: {}, detail: '' } }));
    await settle();
    expect(saidWithoutWords('rung deals each')).toEqual([]);
    act(() => useSql.setState({ problem: null, result: null, text: '' }));
  });
});
