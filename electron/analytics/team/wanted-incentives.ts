import { wilson } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { enough } from '../finish';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

/** Fewest people whose wishes are told apart; source: domain specification M68. */
const fewest = 5;

/** One line a group and kind of incentive; of a group of fewer than five people only that there is one. Source: domain specification M68. */
export function wantedIncentives(raw: Table, { settings }: FinishContext): Table {
  const lines = groupsOf(raw).flatMap((group) => linesOf(raw, group, settings).map((line) => ({ by: group.by, line })));
  return tableOf(lines, { ...envelopeUnits('ratio'), wanted: 'label', excluded_no_answer: 'count' });
}

function linesOf(raw: Table, { rows }: Group, settings: FinishContext['settings']): readonly Line[] {
  const wanted = textsOf(raw, 'wanted');
  const people = numbersOf(raw, 'people');
  const excluded_no_answer = rows.reduce((sum, row) => sum + (numbersOf(raw, 'excluded_no_answer')[row] ?? 0), 0);
  const kinds = rows.filter((row) => wanted[row] !== null);
  const n = kinds.reduce((sum, row) => sum + (people[row] ?? 0), 0);
  if (n < fewest) {
    const reason = n > 0 ? 'fewer_than_five' : 'empty';
    return [{ wanted: null, value: null, n, state: n > 0 ? 'thin' : 'ok', reason, excluded_no_answer }];
  }
  return kinds.map((row) => {
    const k = people[row] ?? 0;
    const limits = wilson(k, n);
    return {
      wanted: wanted[row],
      value: k / n,
      numerator: k,
      denominator: n,
      n,
      lower: limits?.lower,
      upper: limits?.upper,
      method: 'wilson',
      state: enough(n, k / n, settings) ? 'ok' : 'thin',
      excluded_no_answer,
    };
  });
}
