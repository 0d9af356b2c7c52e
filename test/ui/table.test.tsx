// @vitest-environment page
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Table } from '../../renderer/ui/table';
import { furnish } from '../views/page';

interface Row {
  readonly name: string;
  readonly amount: number | null;
}

const rows: readonly Row[] = [
  { name: 'Beta', amount: 20 },
  { name: 'Alfa', amount: 100 },
  { name: 'Gamma', amount: null },
];

const columns = [
  { id: 'name', head: 'Name', value: (row: Row) => row.name },
  { id: 'amount', head: 'Amount', value: (row: Row) => row.amount, align: 'right' as const },
];

function names(): string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[0]?.textContent ?? '');
}

beforeAll(furnish);
afterEach(cleanup);

describe('a table', () => {
  it('asks for more rows when its end is in sight, once for each length', () => {
    const onEnd = vi.fn();
    const { rerender } = render(<Table label="Deals" columns={columns} rows={rows} onEnd={onEnd} />);
    rerender(<Table label="Deals" columns={columns} rows={rows} onEnd={onEnd} />);
    expect(onEnd).toHaveBeenCalledTimes(1);
    rerender(<Table label="Deals" columns={columns} rows={[...rows, ...rows]} onEnd={onEnd} />);
    expect(onEnd).toHaveBeenCalledTimes(2);
    const many = Array.from({ length: 400 }, (_, i) => ({ name: String(i), amount: i }));
    rerender(<Table label="Deals" columns={columns} rows={many} onEnd={onEnd} />);
    expect(onEnd).toHaveBeenCalledTimes(2);
  });

  it('tells in full where the pointer rests what a cell has no room for, and nothing where all is in sight', () => {
    render(<Table label="Deals" columns={columns} rows={rows} />);
    const [cut, whole] = screen.getAllByRole('gridcell');
    Object.defineProperty(cut, 'scrollWidth', { value: 2_000 });
    for (const cell of [cut, whole]) if (cell) fireEvent.mouseOver(cell);
    expect([cut?.title, whole?.title]).toEqual(['Beta', '']);
  });

  it('sorts by a head, numbers by size, and the other way when it is pressed again', () => {
    render(<Table label="Deals" columns={columns} rows={rows} />);
    expect(names()).toEqual(['Beta', 'Alfa', 'Gamma']);
    fireEvent.click(screen.getByRole('button', { name: 'Amount' }));
    expect(names()).toEqual(['Alfa', 'Beta', 'Gamma']);
    fireEvent.click(screen.getByRole('button', { name: 'Amount' }));
    expect(names()).toEqual(['Beta', 'Alfa', 'Gamma']);
    expect(screen.getByRole('columnheader', { name: 'Amount' }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('puts missing values last whichever way it is sorted, and prints an en dash', () => {
    render(<Table label="Deals" columns={columns} rows={rows} sortedBy={{ id: 'amount', desc: true }} />);
    expect(names().at(-1)).toBe('Gamma');
    expect(screen.getByText('–')).toBeDefined();
  });

  it('is walked by arrow keys, extended with Shift, and opened with Enter', () => {
    const onOpen = vi.fn();
    render(<Table label="Deals" columns={columns} rows={rows} onOpen={onOpen} />);
    const grid = screen.getByRole('grid', { name: 'Deals' });
    fireEvent.keyDown(grid, { key: 'ArrowDown' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    expect(screen.getAllByRole('row', { selected: true })).toHaveLength(2);
  });

  it('marks no word of a row that is clicked twice; one click may still begin to', () => {
    render(<Table label="Deals" columns={columns} rows={rows} />);
    const cell = screen.getByText('Beta');
    expect(fireEvent.mouseDown(cell, { detail: 1 })).toBe(true);
    expect(fireEvent.mouseDown(cell, { detail: 2 })).toBe(false);
  });

  it('copies the selected rows with their heads', () => {
    const writeText = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    render(<Table label="Deals" columns={columns} rows={rows} />);
    const grid = screen.getByRole('grid', { name: 'Deals' });
    fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true });
    fireEvent.keyDown(grid, { key: 'c', ctrlKey: true });
    expect(writeText).toHaveBeenCalledWith('Name\tAmount\nBeta\t20\nAlfa\t100');
  });

  it('draws only what is in sight of a hundred thousand rows', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ name: `Row ${i}`, amount: i }));
    render(<Table label="Many" columns={columns} rows={many} />);
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid', { name: 'Many' }).getAttribute('aria-rowcount')).toBe('100001');
  });

  it('lets a list that is longer than its rows be sorted where it is, and only by what that can', () => {
    const onSort = vi.fn();
    const order = { by: { id: 'amount', desc: true }, onSort, can: (id: string) => id === 'amount' };
    render(<Table label="Deals" columns={columns} rows={rows} order={order} />);
    expect(names()).toEqual(['Beta', 'Alfa', 'Gamma']);
    expect(screen.queryByRole('button', { name: 'Name' })).toBeNull();
    expect(screen.getByRole('columnheader', { name: 'Name' }).hasAttribute('aria-sort')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Amount' }));
    expect(onSort).toHaveBeenCalledWith('amount', false);
    expect(names()).toEqual(['Beta', 'Alfa', 'Gamma']);
  });

  it('has a menu for each row, by a right click with its cell and by the menu key without', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    render(<Table label="Deals" columns={columns} rows={rows} />);
    const items = async () => (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
    const [, cell] = within(screen.getAllByRole('row')[2] as HTMLElement).getAllByRole('gridcell');
    fireEvent.mouseDown(cell as HTMLElement);
    fireEvent.contextMenu(cell as HTMLElement);
    expect(await items()).toEqual(['Copy the cell', 'Copy the row']);
    fireEvent.click(screen.getByText('Copy the cell'));
    expect(writeText).toHaveBeenLastCalledWith('100');
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    const grid = screen.getByRole('grid', { name: 'Deals' });
    fireEvent.keyDown(grid, { key: 'F10', shiftKey: true });
    expect(await items()).toEqual(['Copy the row']);
    fireEvent.click(screen.getByText('Copy the row'));
    expect(writeText).toHaveBeenLastCalledWith('Name\tAmount\nAlfa\t100');
  });
});
