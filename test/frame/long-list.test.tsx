// @vitest-environment page
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LongList } from '../../renderer/frame/long-list';

afterEach(cleanup);

function show(count: number): void {
  const names = Array.from({ length: count }, (_, i) => `Person ${i + 1}`);
  render(
    <LongList label="People" items={names} nameOf={(name) => name}>
      {(name) => (
        <div key={name} role="listitem">
          {name}
        </div>
      )}
    </LongList>,
  );
}

const lines = (): number => screen.queryAllByRole('listitem').length;

it('a short list is whole, without a field', () => {
  show(24);
  expect(lines()).toBe(24);
  expect(screen.queryByRole('searchbox')).toBeNull();
});

it('a long one shows its beginning, says how many follow and shows them when asked', () => {
  show(200);
  expect(lines()).toBe(24);
  fireEvent.click(screen.getByRole('button', { name: '176 more' }));
  expect(lines()).toBe(200);
});

it('is searched beyond what it shows, and says when nobody is found', () => {
  show(200);
  const field = screen.getByRole('searchbox', { name: 'Search in: People' });
  fireEvent.change(field, { target: { value: 'person 17' } });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Person 17',
    ...Array.from({ length: 10 }, (_, i) => `Person ${170 + i}`),
  ]);
  fireEvent.change(field, { target: { value: 'nobody' } });
  expect(lines()).toBe(0);
  expect(screen.getByText('Nothing found')).toBeTruthy();
});
