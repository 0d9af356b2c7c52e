// @vitest-environment page
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ListOnItsWay } from '../../renderer/frame/list-on-its-way';
import type { ReadList } from '../../renderer/state/list-pieces';
import { inPieces } from '../../renderer/state/list-pieces';
import { copyList, stopTaking, useTaking } from '../../renderer/state/taking';

const writeText = vi.fn((_: string) => Promise.resolve());
const writing = { heads: 'No.', lines: (rows: readonly number[]) => rows.map((row) => `\n${row}`).join('') };
const numbers = Array.from({ length: 12_000 }, (_, i) => i);

let inFront = true;
beforeEach(() => {
  vi.useFakeTimers();
  inFront = true;
  vi.spyOn(document, 'hasFocus').mockImplementation(() => inFront);
  writeText.mockClear();
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  render(<ListOnItsWay />);
});
afterEach(() => {
  cleanup();
  stopTaking();
  useTaking.setState(useTaking.getInitialState());
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const pass = (milliseconds: number): Promise<void> =>
  act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)));

it('a list that takes long says after a second how far it has come, and is stopped without a trace', async () => {
  const stopped = vi.fn();
  const endless: ReadList<number> = async function* (signal) {
    signal.addEventListener('abort', stopped);
    yield { rows: numbers.slice(0, 5_000), total: numbers.length };
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))));
  };
  const copying = copyList(endless, writing);
  await pass(900);
  expect(screen.queryByRole('progressbar')).toBeNull();
  await pass(200);
  const bar = screen.getByRole('progressbar', { name: 'The list is being read' });
  expect(bar.textContent).toBe('5,000 of 12,000 rows read');
  expect(bar.getAttribute('aria-valuenow')).toBe('5000');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await act(() => copying);
  expect(stopped).toHaveBeenCalledOnce();
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(writeText).not.toHaveBeenCalled();
});

it('a list is copied to its last row, and it is said for a moment how many they are', async () => {
  const copying = copyList((signal) => inPieces(numbers, signal), writing);
  await pass(100);
  await act(() => copying);
  expect(writeText.mock.lastCall?.[0].split('\n')).toEqual(['No.', ...numbers.map(String)]);
  expect(screen.getByRole('status').textContent).toBe('12,000 rows copied');
  await pass(10_000);
  expect(screen.queryByRole('status')).toBeNull();
});

it('is handed to the clipboard once the window is in front again', async () => {
  inFront = false;
  const copying = copyList((signal) => inPieces(numbers, signal), writing);
  await pass(100);
  expect(writeText).not.toHaveBeenCalled();
  window.dispatchEvent(new Event('focus'));
  await act(() => copying);
  expect(writeText).toHaveBeenCalledOnce();
});
