import { median, quantileSorted } from '../../stats/quantile';
import { drawPosterior, posteriorMean } from '../../stats/posterior';
import { seeded } from '../../stats/random';
import type { Table } from '../../model/table';
import type { Settings } from '../../model/settings';
import { evidenced } from '../evidence';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext } from '../metric';
import type { Turn } from '../../model/pause';
import type { Person, SkillCell, SkillTable } from '../skill-board';
import { skillBoard } from '../skill-board';

export const seatColumns = {
  rep: 'label',
  team: 'label',
  role: 'label',
  present_fit: 'score',
  p_better: 'ratio',
  evidenced_share: 'ratio',
  skills: 'count',
  question: 'flag',
} as const;

const draws = 2000;
const widest = 2;
const betterBy = 0.5;
const certainty = 0.8;

/** One skill of a seat as one person stands in it, on the scale of the peers' spread. */
interface Standing {
  readonly z: number;
  readonly draws: Float64Array;
}

interface Fit {
  readonly person: Person;
  readonly seat: string;
  readonly value: number | null;
  readonly draws: Float64Array | null;
  readonly share: number | null;
  readonly skills: number;
  /** What is known of the person in the skills of the seat. */
  readonly cells: readonly SkillCell[];
}

/** One line a person and seat. Source: domain specification M55. */
export async function rightSeat(raw: Table, { settings, turn }: FinishContext): Promise<Table> {
  const lines: { by: Group['by']; line: Line }[] = [];
  for (const { by, rows } of groupsOf(raw)) {
    const skills = await skillBoard(raw, rows, { reference: 'median', settings }, turn);
    const board = skills.filter(({ skill }) => skill !== 'pace');
    const fits: Fit[] = [];
    for (const seat of new Set(board.map(({ role }) => role)))
      fits.push(...(await fitsOf(seat, board, settings, turn)));
    lines.push(...fits.map((fit) => ({ by, line: { ...lineOf(fit, fits), ...leftOutOf(raw, fit.cells) } })));
  }
  return tableOf(lines, { ...envelopeUnits('score'), seat: 'label', ...seatColumns, ...leftOutUnits });
}

async function fitsOf(
  seat: string,
  board: readonly SkillTable[],
  settings: Settings,
  turn: Turn,
): Promise<readonly Fit[]> {
  const tables = board.filter(({ role }) => role === seat);
  const weighing = tables.filter(({ verdict }) => verdict === 'differs');
  const people = new Map<string, Person>();
  for (const { cells } of tables)
    for (const { person, trials } of cells)
      if (person.isCurrent && trials > 0 && !people.has(person.rep)) people.set(person.rep, person);
  const fits: Fit[] = [];
  for (const person of people.values()) {
    await turn();
    fits.push({ ...fitOf(person, seat, weighing, settings), cells: cellsOf(tables, person) });
  }
  return fits;
}

function cellsOf(tables: readonly SkillTable[], { rep }: Person): readonly SkillCell[] {
  return tables.flatMap(({ cells }) => cells.filter(({ person }) => person.rep === rep));
}

function fitOf(person: Person, seat: string, weighing: readonly SkillTable[], settings: Settings): Omit<Fit, 'cells'> {
  const standings = weighing.flatMap((table) => standingOf(table, person.rep, settings) ?? []);
  const share = weighing.length > 0 ? standings.length / weighing.length : null;
  const said = share !== null && share >= 0.5;
  return {
    person,
    seat,
    share,
    skills: standings.length,
    value: said ? mean(standings.map(({ z }) => z)) : null,
    draws: said
      ? Float64Array.from({ length: draws }, (_, i) => mean(standings.map((standing) => standing.draws[i] ?? 0)))
      : null,
  };
}

function standingOf(table: SkillTable, rep: string, settings: Settings): Standing | null {
  const cell = table.cells.find(({ person }) => person.rep === rep);
  if (!cell?.posterior || !evidenced(cell, settings)) return null;
  const peers = table.cells.filter((other) => other.person.isPeer && other.person.rep !== rep && other.trials > 0);
  const means = peers.flatMap(({ posterior }) => (posterior ? [posteriorMean(posterior)] : []));
  const middle = median(means);
  const sd = deviation(means);
  if (middle === null || !(sd > 0)) return null;
  const scaled = (figure: number) => Math.max(-widest, Math.min(widest, (figure - middle) / sd));
  return { z: scaled(posteriorMean(cell.posterior)), draws: drawn(cell, table.skill, scaled) };
}

function drawn({ posterior, person }: SkillCell, skill: string, scaled: (figure: number) => number): Float64Array {
  const random = seeded(
    [...`${person.repId} ${skill}`].reduce((hash, sign) => (hash * 31 + sign.charCodeAt(0)) | 0, 1),
  );
  return Float64Array.from({ length: draws }, () => (posterior ? scaled(drawPosterior(posterior, random)) : 0));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

function lineOf({ person, seat, value, draws: own, share, skills }: Fit, fits: readonly Fit[]): Line {
  const present = fits.find((fit) => fit.person.rep === person.rep && fit.seat === person.ownRole);
  const sorted = own && Float64Array.from(own).sort();
  const other = seat !== person.ownRole;
  const better = other && own && present?.draws ? shareBetter(own, present.draws) : null;
  return {
    seat,
    rep: person.rep,
    team: person.team,
    role: person.ownRole,
    value,
    n: skills,
    lower: sorted && quantileSorted(sorted, 0.025),
    upper: sorted && quantileSorted(sorted, 0.975),
    method: sorted && 'draws',
    state: 'ok',
    reason: value !== null ? null : share === null ? 'no_difference' : 'too_little_evidence',
    present_fit: present?.value,
    p_better: better,
    evidenced_share: share,
    skills,
    question: better !== null && better >= certainty,
  };
}

function shareBetter(other: Float64Array, present: Float64Array): number {
  let count = 0;
  other.forEach((fit, i) => (count += Number(fit - (present[i] ?? 0) > betterBy)));
  return count / other.length;
}
