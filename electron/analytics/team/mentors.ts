import { assignBest } from '../../stats/assignment';
import { posteriorCdf, posteriorInterval, posteriorMean } from '../../stats/posterior';
import { quantile } from '../../stats/quantile';
import { mixDistance } from '../../stats/standardise';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import { gapWorths, personKey } from '../gap-worth';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext, Fitted, Options } from '../metric';
import type { Person, SkillCell, SkillTable } from '../skill-board';
import { skillBoard } from '../skill-board';

export const mentorColumns = {
  rep: 'label',
  team: 'label',
  role: 'label',
  measure: 'label',
  mentor: 'label',
  mentee_value: 'score',
  mentor_value: 'score',
  mentor_lower: 'score',
  mentor_upper: 'score',
  mentor_level: 'label',
  mentor_tenure_months: 'score',
  mentor_mentees: 'count',
  overlap: 'ratio',
  alone_money: 'money',
  candidates: 'count',
  programmes: 'label',
} as const;

const fewestMonths = 12;
const certainty = 0.8;
const ranks: Readonly<Record<string, number>> = { junior: 1, mid: 2, senior: 3 };

/** Programmes by the skill they teach, for the document and for gaps nobody can help with. */
export function programmesOf(gathered: Table): (options: Options) => Fitted {
  const [skills, programmes] = [textsOf(gathered, 'skill'), textsOf(gathered, 'programme')];
  const bySkill: Record<string, string[]> = {};
  skills.forEach((skill, i) => {
    const programme = programmes[i];
    if (skill !== null && programme) (bySkill[skill] ??= []).push(programme);
  });
  return () => ({ parameters: {}, extra: { programmes: bySkill } });
}

interface Gap {
  readonly table: SkillTable;
  readonly cell: SkillCell;
  readonly money: number | null;
}

interface Candidate {
  readonly cell: SkillCell;
  readonly overlap: number;
  readonly score: number;
}

/** One line a gap: the mentor, or none and the programmes. Source: domain specification 7.7. */
export async function mentors(raw: Table, { settings, options, extra, turn }: FinishContext): Promise<Table> {
  const weights = numbersOf(raw, 'trials');
  const strata = strataOf(raw);
  const lines: { by: Group['by']; line: Line }[] = [];
  for (const { by, rows } of groupsOf(raw)) {
    const board = await skillBoard(raw, rows, { reference: 'median', settings }, turn);
    const worths = await gapWorths(board, raw, turn);
    const gaps = board.flatMap((table) =>
      table.cells
        .filter(({ person, finding }) => person.isCurrent && finding?.finding === 'gap')
        .map((cell): Gap => {
          const worth = worths.get(personKey(table.role, cell.person.rep));
          return { table, cell, money: worth?.bySkill.get(table.skill)?.alone ?? null };
        }),
    );
    const found: (readonly Candidate[])[] = [];
    for (const gap of gaps) {
      await turn();
      found.push(candidatesOf(gap, options, (a, b) => overlapOf(a, b, weights, strata)));
    }
    const chosen = matched(found, Number(options['limit'] ?? 2));
    lines.push(
      ...gaps.map((gap, i) => ({
        by,
        line: { ...lineOf(gap, chosen[i] ?? null, found[i]?.length ?? 0, extra), ...leftOutOf(raw, [gap.cell]) },
      })),
    );
  }
  return tableOf(lines, { ...envelopeUnits('score'), skill: 'label', ...mentorColumns, ...leftOutUnits });
}

function candidatesOf(
  { table, cell, money }: Gap,
  options: Options,
  overlap: (a: SkillCell, b: SkillCell) => number,
): readonly Candidate[] {
  if (!cell.posterior) return [];
  const own = posteriorMean(cell.posterior);
  return table.cells.flatMap((other): Candidate[] => {
    if (!other.posterior || !couldMentor(other, cell.person, table, options)) return [];
    const shared = overlap(cell, other);
    // Where no money is known the two figures and the common work decide; the score itself stays unsaid.
    const score = (posteriorMean(other.posterior) - own) * shared * ((money ?? 1000) / 1000);
    return score > 0 ? [{ cell: other, overlap: shared, score }] : [];
  });
}

function couldMentor(other: SkillCell, mentee: Person, table: SkillTable, options: Options): boolean {
  const { person, finding, posterior } = other;
  if (!person.isCurrent || person.rep === mentee.rep || !posterior) return false;
  const peers = table.cells.filter((cell) => cell.person.isPeer && cell.person.rep !== person.rep && cell.trials > 0);
  const top = quantile(
    peers.flatMap((cell) => (cell.posterior ? [posteriorMean(cell.posterior)] : [])),
    0.75,
  );
  const strong = finding?.finding === 'strength' || (top !== null && 1 - posteriorCdf(posterior, top) >= certainty);
  const senior = (ranks[person.level ?? ''] ?? 2) >= (ranks[mentee.level ?? ''] ?? 2);
  const managing = person.repId === mentee.managerId && options['managers'] !== 'allowed';
  return (
    strong &&
    senior &&
    !managing &&
    (person.tenureMonths ?? 0) >= fewestMonths &&
    person.mentees < Number(options['limit'] ?? 2)
  );
}

// Each mentor has as many places as are left; fewer mentees, then the id, decide between equals.
function matched(found: readonly (readonly Candidate[])[], limit: number): readonly (Candidate | null)[] {
  const people = new Map<string, Person>();
  for (const { cell } of found.flat()) people.set(cell.person.repId, cell.person);
  const places = [...people.values()]
    .flatMap((person) =>
      Array.from({ length: Math.max(0, limit - person.mentees) }, (_, i) => ({
        id: person.repId,
        load: person.mentees + i,
      })),
    )
    .sort((a, b) => a.load - b.load || (a.id < b.id ? -1 : 1));
  const scores = found.map((candidates) =>
    places.map(({ id }) => candidates.find(({ cell }) => cell.person.repId === id)?.score ?? null),
  );
  return assignBest(scores).map((place, i) => {
    const id = place === null ? null : places[place]?.id;
    return found[i]?.find(({ cell }) => cell.person.repId === id) ?? null;
  });
}

function strataOf(raw: Table): readonly string[] {
  const [segments, sources, sizes] = ['segment', 'source', 'size_group'].map((name) => textsOf(raw, name));
  return Array.from({ length: raw.length }, (_, row) => `${segments?.[row]}|${sources?.[row]}|${sizes?.[row]}`);
}

function overlapOf(a: SkillCell, b: SkillCell, weights: Float64Array, strata: readonly string[]): number {
  if (a.measure !== 'ratio') return 1;
  const names = [...new Set([...a.rows, ...b.rows].map((row) => strata[row] ?? ''))];
  const mix = (rows: readonly number[]) => {
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(strata[row] ?? '', (sums.get(strata[row] ?? '') ?? 0) + (weights[row] ?? 0));
    return names.map((name) => sums.get(name) ?? 0);
  };
  return 1 - (mixDistance(mix(a.rows), mix(b.rows)) ?? 1);
}

const tell = { ratio: (x: number) => x, pace: (x: number) => x, money: Math.exp };

function lineOf(
  { table, cell, money }: Gap,
  chosen: Candidate | null,
  candidates: number,
  extra: Readonly<Record<string, unknown>>,
): Line {
  const told = tell[table.measure];
  const belief = chosen?.cell.posterior;
  const limits = belief && posteriorInterval(belief);
  const taught = extra['programmes'] as Readonly<Record<string, readonly string[]>> | undefined;
  return {
    rep: cell.person.rep,
    team: cell.person.team,
    role: cell.person.role,
    skill: table.skill,
    measure: table.measure,
    value: money === null ? null : chosen?.score,
    n: cell.trials,
    state: 'ok',
    reason: chosen ? (money === null ? 'no_money' : null) : candidates > 0 ? 'no_place' : 'no_candidate',
    mentor: chosen?.cell.person.rep,
    mentee_value: cell.finding && told(cell.finding.mean),
    mentor_value: belief && told(posteriorMean(belief)),
    mentor_lower: limits && told(limits.lower),
    mentor_upper: limits && told(limits.upper),
    mentor_level: chosen?.cell.person.level,
    mentor_tenure_months: chosen?.cell.person.tenureMonths,
    mentor_mentees: chosen?.cell.person.mentees,
    overlap: chosen?.overlap,
    alone_money: money,
    candidates,
    programmes: taught?.[table.skill]?.join(', ') ?? null,
  };
}
