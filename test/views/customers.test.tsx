// @vitest-environment page
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { furnish, settle, showPage } from './page';

beforeAll(furnish);

it('opens a customer from the list by key and goes back to it, the focus with it', async () => {
  await showPage('customers');
  const list = screen.getByRole('grid', { name: 'Customers' });
  act(() => list.focus());
  fireEvent.keyDown(list, { key: 'Enter' });
  await settle();
  expect(document.activeElement?.textContent).toBe('All customers');
  fireEvent.click(document.activeElement ?? document.body);
  await settle();
  expect(document.activeElement).toBe(screen.getByRole('grid', { name: 'Customers' }));
});
