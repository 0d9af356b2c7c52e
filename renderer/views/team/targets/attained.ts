import type { Row } from '../../../engine';
import { excludedOf, numberIn, textIn } from '../../../frame/answers';

/** One person's result against one kind of target, or a team's against one of its own. */
export interface Attained {
  /** Name of the person or the team. */
  readonly rep: string;
  readonly isTeam: boolean;
  readonly measure: string;
  readonly actual: number | null;
  readonly target: number | null;
  /** Share of the target; null without one. */
  readonly value: number | null;
  readonly hasTarget: boolean;
}

/** Teams with targets of their own, then everybody by name, one line for each kind of target, whoever has none included. */
export function attainedOf(rows: readonly Row[], teams: readonly Row[] = []): readonly Attained[] {
  return [...byName(teams.flatMap(teamOf)), ...byName(peopleOf(rows))];
}

function byName(lines: readonly Attained[]): readonly Attained[] {
  return [...lines].sort((a, b) => a.rep.localeCompare(b.rep) || a.measure.localeCompare(b.measure));
}

function teamOf(row: Row): readonly Attained[] {
  const [rep, measure] = [textIn(row, 'team'), textIn(row, 'measure') ?? 'bookings'];
  const [actual, target, value] = ['actual', 'target', 'value'].map((name) => numberIn(row, name) ?? null);
  if (rep === null) return [];
  return [
    {
      rep,
      isTeam: true,
      measure,
      actual: actual ?? null,
      target: target ?? null,
      value: value ?? null,
      hasTarget: true,
    },
  ];
}

// A line of nobody holds but the targets that teams have of their own.
const isOfTeams = (row: Row): boolean =>
  textIn(row, 'rep') === 'Unassigned' && numberIn(row, 'holders') === numberIn(row, 'teams');

function peopleOf(rows: readonly Row[]): readonly Attained[] {
  return rows
    .filter((row) => !isOfTeams(row))
    .flatMap((row): Attained[] => {
      const rep = textIn(row, 'rep');
      const hasTarget = (numberIn(row, 'n') ?? 0) > 0;
      if (rep === null || (!hasTarget && !('no_target' in excludedOf(row)))) return [];
      return [
        {
          rep,
          isTeam: false,
          measure: textIn(row, 'measure') ?? 'bookings',
          actual: hasTarget ? numberIn(row, 'numerator') : null,
          target: hasTarget ? numberIn(row, 'denominator') : null,
          value: numberIn(row, 'value'),
          hasTarget,
        },
      ];
    });
}

/** How much of their target one person reached. */
export interface Share {
  readonly rep: string;
  readonly share: number;
}

/** Share of the target each person reached, teams left out, where there are several kinds their mean, as incentive plans count it. */
export function sharesOf(attained: readonly Attained[]): readonly Share[] {
  const people = new Map<string, number[]>();
  for (const { rep, isTeam, value } of attained)
    if (value !== null && !isTeam) people.set(rep, [...(people.get(rep) ?? []), value]);
  return [...people].map(([rep, values]) => ({
    rep,
    share: values.reduce((sum, value) => sum + value, 0) / values.length,
  }));
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  /** Who they are, by name. */
  readonly people: readonly string[];
}

/** Widths of a bar: a fifth of the target, narrower where that would leave fewer than about three bars. */
const widths = [0.2, 0.1, 0.05, 0.02] as const;
const fewestBars = 2.5;

function widthFor(shares: readonly Share[]): number {
  const values = shares.map(({ share }) => share);
  const spread = Math.max(...values) - Math.min(...values);
  const narrowest = spread > 0 ? 0.02 : 0.2;
  return widths.find((width) => spread / width >= fewestBars) ?? narrowest;
}

/** How many people reached how much of their target, in even steps; empty steps between are there too. */
export function binsOf(shares: readonly Share[]): readonly Bin[] {
  if (shares.length === 0) return [];
  const width = widthFor(shares);
  const at = ({ share }: Share): number => Math.floor(share / width + 1e-9);
  const [first, last] = [Math.min(...shares.map(at)), Math.max(...shares.map(at))];
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    people: shares.flatMap((each) => (at(each) === first + i ? [each.rep] : [])),
  }));
}

/** The middle one; null of none. */
export function medianOf(shares: readonly Share[]): number | null {
  const sorted = shares.map(({ share }) => share).sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
