import { kaplanMeier, survivalQuantile } from '../../stats/survival';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf } from '../../model/table';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { livesOf } from '../lives';
import { middleState } from '../finish';
import type { FinishContext } from '../metric';

/** Median and quartiles of the days until paid, unpaid deals counted as still running, with the shares of invoices on time and of payments that failed. Source: domain specification M29, 5.4. */
export function daysToPaid(raw: Table, { settings }: FinishContext): Table {
  const lines = groupsOf(raw).map((group) => ({ by: group.by, line: lineOf(raw, group, settings) }));
  return tableOf(lines, {
    ...envelopeUnits('days'),
    median_days: 'days',
    p25_days: 'days',
    p75_days: 'days',
    mean_days: 'days',
    paid: 'count',
    on_time: 'ratio',
    due: 'count',
    failed_share: 'ratio',
    attempts: 'count',
    excluded_no_invoice: 'count',
  });
}

function lineOf(raw: Table, { rows }: Group, settings: Settings): Line {
  const total = (name: string) => {
    const values = numbersOf(raw, name);
    return rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
  };
  const lives = livesOf(raw, rows, 'life_days');
  const curve = kaplanMeier(lives);
  const median = survivalQuantile(curve);
  const paidDays = lives.time.filter((_, i) => lives.event[i] === 1);
  const [due, attempts] = [total('due'), total('attempts')];
  return {
    value: median.value,
    median_days: median.value,
    lower: median.lower,
    upper: median.upper,
    method: median.value === null ? null : 'kaplan-meier',
    n: curve.n,
    state: middleState(curve.n, settings),
    reason: curve.n === 0 ? 'empty' : median.value === null ? 'not_reached' : null,
    p25_days: survivalQuantile(curve, 0.25).value,
    p75_days: survivalQuantile(curve, 0.75).value,
    mean_days: paidDays.length > 0 ? paidDays.reduce((sum, days) => sum + days, 0) / paidDays.length : null,
    paid: paidDays.length,
    on_time: due > 0 ? total('on_time') / due : null,
    due,
    failed_share: attempts > 0 ? total('failed') / attempts : null,
    attempts,
    excluded_no_invoice: total('excluded_no_invoice'),
  };
}
