// @vitest-environment page
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { useQuestion } from '../../renderer/state/question';
import { setSqlText, useSql } from '../../renderer/state/sql';
import { pictureIn } from '../../renderer/views/data/sql/picture-in';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

async function ran(text: string): Promise<void> {
  await showPage('sql');
  setSqlText(text);
  fireEvent.click(screen.getByRole('button', { name: 'Run' }));
  await settle();
}

describe('what a query gives', () => {
  it('is a table, and a chart with its table twin', async () => {
    await ran('deals of each');
    expect(screen.getByRole('grid', { name: 'SQL over this workspace' })).toBeDefined();
    fireEvent.click(screen.getByRole('radio', { name: 'Chart' }));
    await settle();
    expect(screen.getByRole('application', { name: 'deals by rung' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Show as table' })).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await settle();
    expect(screen.getByRole('grid', { name: 'SQL over this workspace' })).toBeDefined();
  });

  it('stays where another query was given up, and goes where it failed', async () => {
    await ran('deals of each');
    const problem = (code: 'query_cancelled' | 'query_failed') =>
      act(() => useSql.setState({ problem: { code, args: {}, detail: '' } }));
    problem('query_cancelled');
    expect(screen.getByText('Cancelled. Nothing was changed.')).toBeDefined();
    expect(screen.getByRole('grid', { name: 'SQL over this workspace' })).toBeDefined();
    problem('query_failed');
    expect(screen.queryByRole('grid', { name: 'SQL over this workspace' })).toBeNull();
    act(() => useSql.setState({ problem: null }));
  });

  it('goes to the review', async () => {
    await ran('select 1');
    fireEvent.click(screen.getByRole('button', { name: 'Add to the review' }));
    await settle();
    expect(useQuestion.getState().asked.view).toBe('review');
  });

  it('has the macros of the model beside it', async () => {
    await showPage('sql');
    expect(screen.getByText('in_period(on_day)')).toBeDefined();
    expect(screen.queryByText(/^date_trunc/)).toBeNull();
  });
});

describe('what of it is drawn', () => {
  const columns = [
    { name: 'month', unit: 'label' as const },
    { name: 'team', unit: 'label' as const },
    { name: 'deals', unit: 'count' as const },
  ];

  it('is a line over time where the names are periods, in their order', () => {
    const rows = [
      { month: '2026-02', team: 'A', deals: 3 },
      { month: '2026-01', team: 'A', deals: 2 },
    ];
    const found = pictureIn({ columns, rows });
    expect(found).toMatchObject({ by: 'month', column: 'deals', inTime: true });
    expect(found?.table.columns[1]).toMatchObject({ name: 'value', values: Float64Array.of(2, 3) });
  });

  it('is bars in their own order where names are no periods or come twice', () => {
    const twice = [
      { month: '2026-02', team: 'A', deals: 3 },
      { month: '2026-02', team: 'B', deals: 2 },
    ];
    expect(pictureIn({ columns, rows: twice })).toMatchObject({ inTime: false });
  });

  it('is nothing without names, without numbers, without rows and with too many', () => {
    const row = { month: 'x', team: 'A', deals: 3 };
    const [name, , number] = columns;
    if (!name || !number) throw new Error('no columns');
    expect(pictureIn({ columns: [name], rows: [row] })).toBeNull();
    expect(pictureIn({ columns: [number], rows: [row] })).toBeNull();
    expect(pictureIn({ columns, rows: [] })).toBeNull();
    expect(pictureIn({ columns, rows: Array.from({ length: 201 }, () => row) })).toBeNull();
  });
});
