// @vitest-environment page
import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { undo, useQuestion } from '../../renderer/state/question';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

describe('People & programme', () => {
  it('is typed in by keys, saved whole, and taken back by undo', async () => {
    const { calls } = await showPage('people');
    const grid = screen.getByRole('grid', { name: 'Reps' });
    expect(grid.textContent).toContain('Aminah');
    fireEvent.keyDown(grid, { key: 'ArrowRight' });
    fireEvent.keyDown(grid, { key: 'X' });
    const input = screen.getByRole('textbox', { name: 'Name' });
    fireEvent.change(input, { target: { value: 'Aminah binti Osman' } });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(screen.getByText('1 row changed and not used yet')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Use these rows' }));
    await settle();
    expect(calls).toContain('save:reps:2');
    expect(useQuestion.getState().past.at(-1)?.name).toEqual({ kind: 'entry', table: 'reps' });
    undo();
    await settle();
    expect(calls.filter((call) => call.startsWith('save:reps'))).toEqual(['save:reps:2', 'save:reps:1']);
  });

  it('takes a block from a spreadsheet at the chosen cell, though the browser tells of it at the page', async () => {
    await showPage('people');
    const grid = screen.getByRole('grid', { name: 'Reps' });
    grid.focus();
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    const pasted = { getData: () => 'R77\tHana binti Yusuf\nR78\tRavi a/l Kumar' };
    fireEvent.paste(document.body, { clipboardData: pasted });
    expect(grid.textContent).toContain('Hana binti Yusuf');
    expect(grid.textContent).toContain('Ravi a/l Kumar');
    grid.blur();
    const other = { getData: () => 'R79\tNobody' };
    fireEvent.paste(document.body, { clipboardData: other });
    expect(grid.textContent).not.toContain('Nobody');
    expect(screen.getByText('2 rows changed and not used yet')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Drop the changes' }));
  });

  it('leaves a cell as it was on Escape', async () => {
    await showPage('people');
    const grid = screen.getByRole('grid', { name: 'Reps' });
    fireEvent.keyDown(grid, { key: 'ArrowRight' });
    fireEvent.keyDown(grid, { key: 'Z' });
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Name' }), { key: 'Escape' });
    expect(screen.getByText('1 entered by you, 2 from files')).toBeDefined();
  });
});
