/** What the results say of each person's seat. Pure; the engine's answers in, people by name out, nobody ranked. */
import type { Row } from '../../../engine';
import { numberIn, textIn } from '../../../frame/answers';

/** How somebody stands to the middle of the own role, as far as the interval goes. */
export type Standing = 'above' | 'below' | 'in_line' | 'no_difference' | 'cannot_tell' | 'in_ramp';

/** Another role somebody has results in. */
export interface OtherSeat {
  readonly seat: string;
  readonly fit: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Probability that it fits better by half a standard deviation; null where the own seat cannot be judged. */
  readonly better: number | null;
  /** The engine raises it as a question. */
  readonly question: boolean;
}

export interface Person {
  readonly rep: string;
  readonly role: string;
  readonly standing: Standing;
  readonly fit: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Skills of the own seat with evidence, of those in which people differ, and how many more would let it be judged. */
  readonly skills: number;
  readonly weighing: number;
  readonly missing: number;
  readonly others: readonly OtherSeat[];
}

/** Everybody with a seat, by name; `inRamp` are those still finding their feet, of whom nothing is said. */
export function peopleOf(rows: readonly Row[], inRamp: ReadonlySet<string>): readonly Person[] {
  const names = [...new Set(rows.flatMap((row) => textIn(row, 'rep') ?? []))].sort((a, b) => a.localeCompare(b));
  return names.map((rep) => {
    const own = rows.filter((row) => textIn(row, 'rep') === rep);
    const role = textIn(own[0], 'role') ?? 'other';
    const seat = own.find((row) => textIn(row, 'seat') === role);
    const weighing = weighingIn(rows, role);
    const skills = numberIn(seat, 'skills') ?? 0;
    return {
      rep,
      role,
      standing: inRamp.has(rep) ? 'in_ramp' : standingOf(seat),
      fit: numberIn(seat, 'value'),
      lower: numberIn(seat, 'lower'),
      upper: numberIn(seat, 'upper'),
      skills,
      weighing,
      missing: Math.max(0, Math.ceil(weighing / 2) - skills),
      others: own.flatMap((row) => otherSeat(row, role) ?? []),
    };
  });
}

/** True where the results say something of somebody: beside the middle of the role, or another seat worth a question. */
export function standsApart({ standing, others }: Person): boolean {
  return (
    standing !== 'in_ramp' && (standing === 'above' || standing === 'below' || others.some(({ question }) => question))
  );
}

/** Those of whom something is said before the others, each by name. */
export function apartFirst(people: readonly Person[]): readonly Person[] {
  return [...people.filter(standsApart), ...people.filter((person) => !standsApart(person))];
}

/** The roles of these people, each with its people by name. */
export function byRole(people: readonly Person[]): readonly (readonly [role: string, people: readonly Person[]])[] {
  return [...new Set(people.map(({ role }) => role))]
    .sort()
    .map((role) => [role, people.filter((person) => person.role === role)] as const);
}

function standingOf(seat: Row | undefined): Standing {
  const [value, lower, upper] = [numberIn(seat, 'value'), numberIn(seat, 'lower'), numberIn(seat, 'upper')];
  if (value === null || lower === null || upper === null)
    return textIn(seat, 'reason') === 'no_difference' ? 'no_difference' : 'cannot_tell';
  return lower > 0 ? 'above' : upper < 0 ? 'below' : 'in_line';
}

function otherSeat(row: Row, role: string): OtherSeat | null {
  const [seat, fit] = [textIn(row, 'seat'), numberIn(row, 'value')];
  if (seat === null || seat === role || fit === null) return null;
  const better = numberIn(row, 'p_better');
  const [lower, upper] = [numberIn(row, 'lower'), numberIn(row, 'upper')];
  return { seat, fit, lower, upper, better, question: row['question'] === true || row['question'] === 1 };
}

// The share is told per person; whoever has evidence in some of the skills tells how many there are.
function weighingIn(rows: readonly Row[], seat: string): number {
  const told = rows.flatMap((row) => {
    const [share, skills] = [numberIn(row, 'evidenced_share') ?? 0, numberIn(row, 'skills') ?? 0];
    return textIn(row, 'seat') === seat && share > 0 ? [Math.round(skills / share)] : [];
  });
  return Math.max(0, ...told);
}
