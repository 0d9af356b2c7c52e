import { poissonInterval } from '../../stats/intervals';
import type { Settings } from '../../model/settings';
import type { Table } from '../../model/table';
import { numbersOf, textAt } from '../../model/table';
import { middleState } from '../finish';
import type { FinishContext } from '../metric';
import type { Group, Line } from '../groups';
import { envelopeUnits, linesByGroup, tableOf } from '../groups';

export const mixColumns = {
  activities: 'count',
  conversations: 'count',
  conversations_a_day: 'score',
  days: 'count',
} as const;

/** One line a group and kind, over the group's working days. Source: domain specification M52. */
export async function activityMix(raw: Table, { settings, turn }: FinishContext): Promise<Table> {
  const kindOf = textAt(raw, 'kind');
  const lines = await linesByGroup(raw, turn, (group) => linesOf(raw, group, kindOf, settings));
  return tableOf(lines, {
    ...envelopeUnits('score'),
    kind: 'label',
    ...mixColumns,
    from_flags: 'count',
    excluded_no_owner: 'count',
  });
}

function linesOf(
  raw: Table,
  { rows }: Group,
  kindOf: (row: number) => string | null,
  settings: Settings,
): readonly Line[] {
  const sum = (name: string) => rows.reduce((total, row) => total + (numbersOf(raw, name)[row] ?? 0), 0);
  const [days, derived] = [sum('days'), sum('derived_days')];
  const found = rows.filter((row) => kindOf(row) !== null);
  return found.map((row) => {
    const activities = numbersOf(raw, 'activities')[row] ?? 0;
    const conversations = numbersOf(raw, 'conversations')[row] ?? 0;
    const limits = poissonInterval(activities, days);
    return {
      kind: kindOf(row),
      value: days > 0 ? activities / days : null,
      numerator: activities,
      denominator: days,
      n: days,
      lower: limits?.lower,
      upper: limits?.upper,
      method: limits && 'poisson',
      state: middleState(days, settings),
      reason: days > 0 ? null : 'empty',
      activities,
      conversations,
      conversations_a_day: days > 0 ? conversations / days : null,
      days,
      from_flags: derived,
      excluded_no_owner: numbersOf(raw, 'excluded_no_owner')[row] ?? 0,
    };
  });
}
