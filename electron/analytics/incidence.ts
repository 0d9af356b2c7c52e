import type { IncidenceCurves } from '../stats/cumulative-incidence';
import { incidenceAt } from '../stats/cumulative-incidence';
import type { Table } from '../model/table';
import { numberColumn, numbersOf, withColumns } from '../model/table';
import type { Group } from './groups';
import { groupsOf } from './groups';
import type { More } from './metric';
import { daysOf } from './metric';

/** Share of immature journeys above which the estimate that uses them too is preferred; source: domain specification 5.5. */
const mostImmature = 0.1;

/** Columns of the cumulative incidence within the window; null where few enough are immature. */
export const incidenceColumns = { incidence: 'ratio', incidence_lower: 'ratio', incidence_upper: 'ratio' } as const;

/** Where more than a tenth of a cohort is immature, the share that reached the other rung within the window with the young ones in, other ends competing. Source: domain specification M01, 5.5. */
export const incidence: More = incidenceWhere(isYoung);

/** The share that came to the wanted end within the window, other ends competing, for the rows it is wanted for. */
export function incidenceWhere(isWanted: (raw: Table, row: number) => boolean): More {
  return {
    when: (raw) => Array.from({ length: raw.length }, (_, row) => row).some((row) => isWanted(raw, row)),
    join: (raw, more, options) => {
      const groups = new Map(groupsOf(more).map((group) => [JSON.stringify(group.by), group] as const));
      const window = daysOf(options['window']) ?? Infinity;
      const shares = groupsOf(raw).flatMap(({ by, rows }) => {
        const group = groups.get(JSON.stringify(by));
        const followed = group && group.rows.length > 0 ? group : null;
        return rows.map((row) =>
          followed && isWanted(raw, row) ? incidenceAt(curvesOf(more, followed), 1, window) : null,
        );
      });
      const column = (name: string, read: (share: (typeof shares)[number]) => number | null | undefined) =>
        numberColumn(
          name,
          'ratio',
          shares.map((share) => read(share) ?? null),
        );
      return withColumns(raw, [
        column('incidence', (share) => share?.value),
        column('incidence_lower', (share) => share?.lower),
        column('incidence_upper', (share) => share?.upper),
      ]);
    },
  };
}

function isYoung(raw: Table, row: number): boolean {
  const immature = numbersOf(raw, 'immature')[row] ?? 0;
  return immature > mostImmature * (numbersOf(raw, 'reached_from')[row] ?? 0);
}

/** The curves of lives counted by whole days and cause: 1 the wanted end, 2 any other, 0 still going on. The counts carry what a list of lives would. */
export function curvesOf(more: Table, { rows }: Group): IncidenceCurves {
  const [days, causes, counts] = ['life_days', 'cause', 'journeys'].map((name) => numbersOf(more, name));
  const tallies = new Map<number, [going: number, wanted: number, other: number]>();
  let left = 0;
  for (const row of rows) {
    const tally = tallies.get(days?.[row] ?? 0) ?? [0, 0, 0];
    const count = counts?.[row] ?? 0;
    const cause = causes?.[row] ?? 0;
    tally[cause === 1 ? 1 : cause === 2 ? 2 : 0] += count;
    tallies.set(days?.[row] ?? 0, tally);
    left += count;
  }
  const n = left;
  const steps: {
    time: number;
    atRisk: number;
    ends: readonly [number, number];
    reached: readonly [number, number];
    free: number;
  }[] = [];
  let free = 1;
  let reached: readonly [number, number] = [0, 0];
  for (const [time, [going, wanted, other]] of [...tallies].sort(([a], [b]) => a - b)) {
    if (wanted + other > 0) {
      reached = [reached[0] + (free * wanted) / left, reached[1] + (free * other) / left];
      free *= 1 - (wanted + other) / left;
      steps.push({ time, atRisk: left, ends: [wanted, other], reached, free });
    }
    left -= going + wanted + other;
  }
  return {
    time: Float64Array.from(steps, ({ time }) => time),
    atRisk: Float64Array.from(steps, ({ atRisk }) => atRisk),
    events: [0, 1].map((cause) => Float64Array.from(steps, ({ ends }) => ends[cause] ?? 0)),
    incidence: [0, 1].map((cause) => Float64Array.from(steps, (step) => step.reached[cause] ?? 0)),
    free: Float64Array.from(steps, (step) => step.free),
    n,
  };
}
