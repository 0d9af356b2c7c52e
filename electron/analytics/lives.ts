import type { Lifetimes } from '../stats/survival';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';

/** Lives as columns of numbers. */
export type Lives = Lifetimes & { readonly time: Float64Array };

/** Lives of a group told once a unit, from rows that give a length with how many ended then and how many were last seen then. */
export function livesOf(raw: Table, rows: readonly number[], length: string): Lives {
  const lengths = numbersOf(raw, length);
  const ended = numbersOf(raw, 'ended');
  const running = numbersOf(raw, 'running');
  const count = rows.reduce((sum, row) => sum + (ended[row] ?? 0) + (running[row] ?? 0), 0);
  const time = new Float64Array(count);
  const event = new Float64Array(count);
  let at = 0;
  for (const row of rows) {
    const [ends, goes] = [ended[row] ?? 0, running[row] ?? 0];
    time.fill(Math.max(0, lengths[row] ?? 0), at, at + ends + goes);
    event.fill(1, at, at + ends);
    at += ends + goes;
  }
  return { time, event };
}
