// @vitest-environment page
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, metricOf } from '../../electron/analytics';
import { EmptyView } from '../../renderer/frame/empty-view';
import { Nothing } from '../../renderer/frame/nothing';
import { words } from '../../renderer/i18n';
import { furnish } from '../views/page';

beforeAll(furnish);
afterEach(cleanup);

const tables = [...new Set(catalogue().flatMap(({ id }) => metricOf(id).needs.flatMap((need) => need)))].sort();

describe('what would have to be imported', () => {
  it.each(tables)('for a figure that lacks %s is told in every language', (table) => {
    for (const locale of ['en', 'ms'] as const) expect(words(locale).find(`needed.${table}`), locale).toBeTruthy();
  });

  it('opens from where the figure would stand, says which list it is, and closes by Escape', () => {
    render(<Nothing reason="missing:referrals" />);
    fireEvent.click(screen.getByRole('button', { name: 'What do I need to import for this?' }));
    const dialog = screen.getByRole('dialog', { name: 'What do I need to import for this?' });
    expect(within(dialog).getByText('A list of referrals: who recommended whom, and when.')).toBeDefined();
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is asked in a view that is empty, of the list that fills most of it', () => {
    render(<EmptyView text="Nothing yet." />);
    fireEvent.click(screen.getByRole('button', { name: 'What do I need to import for this?' }));
    expect(screen.getByRole('dialog').textContent).toContain('A list of deals: when each was created');
  });

  it('is not asked where no list is lacking', () => {
    render(<Nothing reason="empty" />);
    expect(screen.queryByRole('button', { name: 'What do I need to import for this?' })).toBeNull();
  });
});
