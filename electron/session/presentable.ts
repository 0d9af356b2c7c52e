import type { Table } from '../model/table';

const shown = [
  'journey_id',
  'opportunity_id',
  'lead_id',
  'account_id',
  'account',
  'rep',
  'team',
  'stage',
  'outcome',
  'began_on',
  'closed_on',
  'on_day',
  'amount_money',
  'start_money',
  'end_money',
  'cycle_days',
  'step_days',
  'segment',
  'source',
  'product',
  'region',
  'industry',
  'size_band',
  'loss_reason',
  'competitor',
  'money_note',
  'hit',
  'left_out',
];

/** Whether a column of rows behind a mark is one that a person reads. */
export function isPresentable(name: string): boolean {
  return shown.includes(name) || name.startsWith('x_');
}

/** What a person reads in the list of rows behind a mark, in reading order; the working columns stay behind. */
export function presentable(table: Table): Table {
  const wanted = shown.filter((name) => table.columns.some((column) => column.name === name));
  const extra = table.columns.map(({ name }) => name).filter((name) => isPresentable(name) && !shown.includes(name));
  return {
    ...table,
    columns: [...wanted, ...extra].flatMap((name) => table.columns.filter((column) => column.name === name)),
  };
}
