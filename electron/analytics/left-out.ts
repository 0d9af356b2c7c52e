/** What the trials behind a figure leave out. */
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Unit } from '../model/units';
import type { Line } from './groups';

const reasons = ['not_mature', 'open', 'no_stage_events', 'no_amount', 'no_fx', 'negative', 'no_account'] as const;

/** The columns in which a line tells it. */
export const leftOutUnits: Readonly<Record<string, Unit>> = Object.fromEntries(
  reasons.map((reason) => [`excluded_${reason}`, 'count'] as const),
);

/** How many trials these people's skills leave out, by why; `besides` are reasons for which a trial is not left out of this figure. */
export function leftOutOf(
  raw: Table,
  cells: readonly { readonly rows: readonly number[] }[],
  besides: readonly string[] = [],
): Line {
  const told = reasons.filter((reason) => !besides.includes(reason));
  return Object.fromEntries(
    told.map((reason) => {
      const values = numbersOf(raw, `excluded_${reason}`);
      const rows = cells.flatMap((cell) => cell.rows);
      return [`excluded_${reason}`, rows.reduce((total, row) => total + (values[row] ?? 0), 0)] as const;
    }),
  );
}
