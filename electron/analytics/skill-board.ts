import type { Settings } from '../model/settings';
import type { Table } from '../model/table';
import { columnOf, numbersOf, textAt } from '../model/table';
import type { Verdict } from '../stats/beta-binomial';
import type { Posterior } from '../stats/posterior';
import type { SkillFinding } from '../stats/skill';
import { pausing } from '../model/pause';
import type { Turn } from '../model/pause';
import { assessPace, assessRate, assessValue } from './skill-kinds';
import type { Assessed } from './skill-kinds';

/** How a skill is measured: a success rate, the typical money of a won deal, or events a working day. */
export type SkillMeasure = 'ratio' | 'money' | 'pace';

/** Fewest days of the period somebody must have been there to be a peer; source: domain specification 7.2. */
const fewestDays = 90;

/** Somebody in a role, as of now. */
export interface Person {
  readonly rep: string;
  readonly repId: string;
  readonly role: string;
  readonly team: string;
  readonly level: string | null;
  readonly inRamp: boolean;
  readonly isCurrent: boolean;
  readonly tenureMonths: number | null;
  /** Role held when the trials began; another one than `role` only where skills of other seats are looked at. */
  readonly ownRole: string;
  readonly managerId: string | null;
  /** How many the person mentors now. */
  readonly mentees: number;
  /** True for those the others are compared with. */
  readonly isPeer: boolean;
}

/** What was gathered of one person in one skill, one entry a stratum (a week for pace). */
export interface Gathered {
  readonly person: Person;
  readonly rows: readonly number[];
}

/** One person in one skill. `finding` is null where the skill could not be fitted at all. */
export interface SkillCell {
  readonly person: Person;
  readonly skill: string;
  readonly measure: SkillMeasure;
  readonly successes: number;
  readonly trials: number;
  /** Trials that began, ripe or not. */
  readonly entries: number;
  readonly crude: number | null;
  readonly adjusted: number | null;
  readonly effectiveTrials: number;
  readonly mix: boolean;
  readonly posterior: Posterior | null;
  readonly finding: SkillFinding | null;
  readonly rows: readonly number[];
}

/** One skill of one role over all its people. */
export interface SkillTable {
  readonly skill: string;
  readonly role: string;
  readonly measure: SkillMeasure;
  readonly cells: readonly SkillCell[];
  readonly verdict: Verdict;
  readonly p: number | null;
  readonly peers: number;
  /** Posterior of somebody of whom nothing is known; null where nothing was fitted. */
  readonly prior: Posterior | null;
  /** Variance of one log deal value; 0 for other measures. */
  readonly within: number;
}

/** Which reference people are set against. */
export interface BoardSettings {
  readonly reference: 'median' | 'p75';
  readonly settings: Settings;
}

/** Columns of the gathered rows the board reads, looked up once. */
export interface BoardColumns {
  readonly trials: Float64Array;
  readonly successes: Float64Array;
  readonly entries: Float64Array;
  readonly logSum: Float64Array;
  readonly logSquares: Float64Array;
  readonly segment: Int32Array;
  readonly source: Int32Array;
  readonly size: Int32Array;
}

interface Known {
  readonly rows: readonly number[];
  readonly settings: BoardSettings;
  readonly gathered: ReadonlyMap<string, SkillRows>;
  readonly tables: Map<string, SkillTable>;
  /** Skills that are being worked out. */
  readonly assessing: Set<string>;
}

const boards = new WeakMap<Table, Known[]>();

/** Every skill with its people, from rows gathered by role, skill, rep and stratum; each skill is worked out once for the same rows of a table, whoever asks first. Source: domain specification 7.1 to 7.5. */
export async function skillBoard(
  raw: Table,
  rows: readonly number[],
  settings: BoardSettings,
  turn: Turn,
): Promise<readonly SkillTable[]> {
  const known = knownOf(raw, rows, settings);
  const columns = boardColumns(raw);
  const board: SkillTable[] = [];
  for (const [key, skill] of known.gathered) {
    if (!known.tables.has(key)) await turn();
    // Another question may be at it: what it comes to serves both, unless it gives up.
    while (known.assessing.has(key)) await turn();
    board.push(known.tables.get(key) ?? (await assessed(known, key, skill, columns, turn)));
  }
  return board;
}

async function assessed(
  known: Known,
  key: string,
  { role, skill, gathered }: SkillRows,
  columns: BoardColumns,
  turn: Turn,
) {
  known.assessing.add(key);
  try {
    const found = await pausing(assessSkill(skill, columns, gathered, known.settings), turn);
    const table = { ...found, role, skill, cells: found.cells.map((cell) => ({ ...cell, skill })) };
    known.tables.set(key, table);
    return table;
  } finally {
    known.assessing.delete(key);
  }
}

function knownOf(raw: Table, rows: readonly number[], settings: BoardSettings): Known {
  const known = boards.get(raw) ?? [];
  boards.set(raw, known);
  const same = known.find(
    (one) =>
      one.settings.reference === settings.reference &&
      one.settings.settings === settings.settings &&
      one.rows.length === rows.length &&
      one.rows.every((row, i) => row === rows[i]),
  );
  if (same) return same;
  const gathered = gatheredBySkill(raw, rows);
  const next: Known = { rows, settings, gathered, tables: new Map(), assessing: new Set() };
  known.push(next);
  return next;
}

/** One skill's people assessed together, in the order given and in steps. */
export function* assessSkill(
  skill: string,
  columns: BoardColumns,
  gathered: readonly Gathered[],
  settings: BoardSettings,
): Generator<undefined, Assessed> {
  if (skill === 'value') return assessValue(columns, gathered, settings);
  return skill === 'pace' ? assessPace(columns, gathered, settings) : yield* assessRate(columns, gathered, settings);
}

/** What was gathered of one skill of one role. */
interface SkillRows {
  readonly role: string;
  readonly skill: string;
  readonly gathered: Gathered[];
}

/** Rows by role and skill, and there by person. */
export function gatheredBySkill(raw: Table, rows: readonly number[]): Map<string, SkillRows> {
  const [role, skill, rep] = [codedOf(raw, 'role'), codedOf(raw, 'skill'), codedOf(raw, 'rep')];
  const personOf = people(raw);
  const tables = new Map<string, SkillRows>();
  const own = new Map<number, number[]>();
  for (const row of rows) {
    const cell = (role.codeOf(row) * skill.words.length + skill.codeOf(row)) * rep.words.length + rep.codeOf(row);
    const known = own.get(cell);
    if (known) {
      known.push(row);
      continue;
    }
    const list = [row];
    own.set(cell, list);
    const names = { role: role.words[role.codeOf(row)] ?? '', skill: skill.words[skill.codeOf(row)] ?? '' };
    const key = `${names.role} ${names.skill}`;
    const table = tables.get(key) ?? { ...names, gathered: [] };
    tables.set(key, table);
    table.gathered.push({ person: personOf(row), rows: list });
  }
  return tables;
}

/** A text column as numbers of its words, each word once; a missing one is the empty word. */
function codedOf(raw: Table, name: string): { words: readonly string[]; codeOf: (row: number) => number } {
  const column = columnOf(raw, name);
  if (column?.kind !== 'text') return { words: [''], codeOf: () => 0 };
  const written = ['', ...column.dictionary];
  const words = [...new Set(written)];
  const places = new Map(words.map((word, place) => [word, place] as const));
  const codes = Int32Array.from(written, (word) => places.get(word) ?? 0);
  return { words, codeOf: (row) => codes[(column.codes[row] ?? -1) + 1] ?? 0 };
}

function people(raw: Table): (row: number) => Person {
  const text = (name: string) => textAt(raw, name);
  const [repOf, idOf, roleOf, ownRoleOf] = [text('rep'), text('rep_id'), text('role'), text('own_role')];
  const [teamOf, levelOf, managerOf] = [text('team'), text('level'), text('manager_id')];
  const number = Object.fromEntries(
    ['in_ramp', 'is_current', 'tenure_months', 'employed_days', 'mentees'].map(
      (name) => [name, numbersOf(raw, name)] as const,
    ),
  );
  return (row) => {
    const rep = repOf(row) ?? '';
    const inRamp = number['in_ramp']?.[row] === 1;
    const role = roleOf(row) ?? 'other';
    const ownRole = ownRoleOf(row) ?? role;
    const tenure = number['tenure_months']?.[row] ?? NaN;
    return {
      rep,
      repId: idOf(row) ?? rep,
      role,
      ownRole,
      team: teamOf(row) ?? '',
      level: levelOf(row),
      managerId: managerOf(row),
      mentees: number['mentees']?.[row] ?? 0,
      inRamp,
      isCurrent: number['is_current']?.[row] !== 0,
      tenureMonths: Number.isNaN(tenure) ? null : tenure,
      isPeer: !inRamp && ownRole === role && (number['employed_days']?.[row] ?? 0) >= fewestDays,
    };
  };
}

/** The columns of gathered rows that a board reads. */
export function boardColumns(raw: Table): BoardColumns {
  const codes = (name: string): Int32Array => {
    const column = raw.columns.find((one) => one.name === name);
    return column?.kind === 'text' ? column.codes : new Int32Array(raw.length);
  };
  return {
    trials: numbersOf(raw, 'trials'),
    successes: numbersOf(raw, 'successes'),
    entries: numbersOf(raw, 'entries'),
    logSum: numbersOf(raw, 'log_sum'),
    logSquares: numbersOf(raw, 'log_squares'),
    segment: codes('segment'),
    source: codes('source'),
    size: codes('size_group'),
  };
}
