import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import type { Results } from './plan-pay';

/** What one person reached in one quarter. */
export interface Quarter {
  /** First day, days since 1970. */
  readonly startOn: number;
  readonly isNow: boolean;
  readonly isComplete: boolean;
  /** One of the last four complete quarters. */
  readonly isLastYear: boolean;
  /** Measures carried on to the end of the quarter at the pace so far. */
  readonly results: Results;
}

/** Somebody with their quarters, oldest first. */
export interface Earner {
  readonly rep: string;
  readonly team: string;
  readonly role: string;
  readonly quarters: readonly Quarter[];
}

interface Sums {
  startOn: number;
  isNow: boolean;
  isLastYear: boolean;
  gone: number;
  all: number;
  results: Record<string, number>;
  reached: number[];
  /** What the team they were in then reached of its targets; null without any. */
  team: number | null;
}

/** People, in the role and team they have at the end of the quarter asked for, with their results by quarter: the measures themselves, attainment as the mean of what each target was reached to, and that of the team they were in then. */
export function earnersOf(raw: Table, rows: readonly number[]): readonly Earner[] {
  const [reps, teams, roles, measures] = ['rep', 'team', 'role', 'measure'].map((name) => textsOf(raw, name));
  const [starts, now, lastYear, gone, all, actual, target, teamActual, teamTarget] = [
    'quarter_on',
    'is_now',
    'is_last_year',
    'days_gone',
    'days_all',
    'actual',
    'target',
    'team_actual',
    'team_target',
  ].map((name) => numbersOf(raw, name));
  const people = new Map<string, { team: string; role: string; quarters: Map<number, Sums> }>();
  for (const row of rows) {
    const rep = reps?.[row] ?? '';
    const person = people.get(rep) ?? {
      team: teams?.[row] ?? '',
      role: roles?.[row] ?? 'other',
      quarters: new Map<number, Sums>(),
    };
    people.set(rep, person);
    const startOn = starts?.[row] ?? 0;
    const scale = (gone?.[row] ?? 1) > 0 ? (all?.[row] ?? 1) / (gone?.[row] ?? 1) : 1;
    const quarter = person.quarters.get(startOn) ?? {
      startOn,
      isNow: now?.[row] === 1,
      isLastYear: lastYear?.[row] === 1,
      gone: gone?.[row] ?? 1,
      all: all?.[row] ?? 1,
      results: {},
      reached: [],
      team: (teamTarget?.[row] ?? 0) > 0 ? (scale * (teamActual?.[row] ?? 0)) / (teamTarget?.[row] ?? 1) : null,
    };
    person.quarters.set(startOn, quarter);
    const done = (actual?.[row] ?? 0) * scale;
    const aim = target?.[row] ?? NaN;
    quarter.results[measures?.[row] ?? ''] = done;
    if (aim > 0) quarter.reached.push(done / aim);
  }
  return [...people].map(([rep, { team, role, quarters }]) => ({
    rep,
    team,
    role,
    quarters: [...quarters.values()].sort((a, b) => a.startOn - b.startOn).map(quarterOf),
  }));
}

function quarterOf(sums: Sums): Quarter {
  const { reached, results, team } = sums;
  return {
    startOn: sums.startOn,
    isNow: sums.isNow,
    isLastYear: sums.isLastYear,
    isComplete: sums.gone >= sums.all,
    results: {
      ...results,
      count: results['count'] ?? 0,
      bookings: results['bookings'] ?? 0,
      ...(reached.length > 0 ? { attainment: reached.reduce((sum, one) => sum + one, 0) / reached.length } : {}),
      ...(team === null ? {} : { team }),
    },
  };
}
