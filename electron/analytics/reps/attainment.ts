import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { exactSum } from '../exact-sum';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

export const attainmentColumns = {
  numerator: 'score',
  denominator: 'score',
  actual_money: 'money',
  target_money: 'money',
  holders: 'count',
  met: 'count',
  met_share: 'ratio',
  teams: 'count',
  teams_met: 'count',
} as const;

const leftOut = [
  'excluded_no_target',
  'excluded_no_fx',
  'excluded_future',
  'excluded_metric_missing',
  'excluded_value_missing',
  'excluded_counted_by_people',
] as const;

/** One line a group and measure: sum of what was credited over sum of the targets, and how many of those with a target reached it, the teams among them counted apart too. Beside the lines, each team with a target of its own that counts. Source: domain specification M51. */
export function attainment(raw: Table, context: FinishContext): Table {
  context.extra['teams'] = teamsOf(raw);
  const measures = textsOf(raw, 'measure');
  const lines = groupsOf(raw).flatMap(({ by, rows }) => {
    const found = [...new Set(rows.map((row) => measures[row] ?? 'bookings'))].sort(moneyFirst);
    return (found.length > 0 ? found : ['bookings'])
      .map((measure) => ({
        by,
        line: lineOf(
          raw,
          measure,
          rows.filter((row) => measures[row] === measure),
        ),
      }))
      .filter(({ line }) => !nobody(by, line));
  });
  const left = Object.fromEntries(leftOut.map((name) => [name, 'count'] as const));
  return tableOf(lines, {
    ...envelopeUnits('ratio'),
    measure: 'label',
    ...attainmentColumns,
    complete: 'flag',
    ...left,
  });
}

// A team's own target that its people's stand for belongs to no person.
const nobody = (by: readonly (string | null)[], { n, excluded_no_target }: Line): boolean =>
  n === 0 && excluded_no_target === 0 && by.some((label) => label !== null);

const moneyFirst = (a: string, b: string): number =>
  Number(b === 'bookings') - Number(a === 'bookings') || a.localeCompare(b);

function lineOf(raw: Table, measure: string, rows: readonly number[]): Line {
  const sum = (name: string) => exactSum(rows.map((row) => numbersOf(raw, name)[row] ?? 0));
  const [target, actual, n] = [sum('target'), sum('actual'), sum('targets')];
  const [targets, actuals] = [numbersOf(raw, 'target'), numbersOf(raw, 'actual')];
  const holders = rows.filter((row) => (targets[row] ?? 0) > 0);
  const met = holders.filter((row) => (actuals[row] ?? 0) >= (targets[row] ?? 0));
  const teams = textsOf(raw, 'own_team');
  const ofTeams = (some: readonly number[]) => some.filter((row) => teams[row] !== null).length;
  const isMoney = measure === 'bookings' && n > 0;
  return {
    measure,
    value: target > 0 ? actual / target : null,
    numerator: n > 0 ? actual : null,
    denominator: n > 0 ? target : null,
    n,
    state: 'ok',
    reason: target > 0 ? null : n > 0 ? 'target_zero' : 'no_target',
    complete: sum('running') === 0,
    actual_money: isMoney ? actual : null,
    target_money: isMoney ? target : null,
    holders: holders.length,
    met: met.length,
    met_share: holders.length > 0 ? met.length / holders.length : null,
    teams: ofTeams(holders),
    teams_met: ofTeams(met),
    ...Object.fromEntries(leftOut.map((name) => [name, sum(name)] as const)),
  };
}

// What each team was credited with and was to reach, by what is counted; only targets of its own that stand in the lines.
function teamsOf(raw: Table) {
  const [names, measures] = [textsOf(raw, 'own_team'), textsOf(raw, 'measure')];
  const [actuals, targets, counts] = [numbersOf(raw, 'actual'), numbersOf(raw, 'target'), numbersOf(raw, 'targets')];
  const rowsOf = new Map<string, number[]>();
  names.forEach((team, row) => {
    if (team === null || !((counts[row] ?? 0) > 0)) return;
    const key = JSON.stringify([team, measures[row]]);
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  });
  return [...rowsOf.values()].map((rows) => {
    const sum = (of: ArrayLike<number>) => exactSum(rows.map((row) => of[row] ?? 0));
    const [actual, target, [first = 0]] = [sum(actuals), sum(targets), rows];
    return { team: names[first], measure: measures[first], actual, target, value: target > 0 ? actual / target : null };
  });
}
