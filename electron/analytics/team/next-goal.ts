import { posteriorMean } from '../../stats/posterior';
import { quantile } from '../../stats/quantile';
import type { Table } from '../../model/table';
import type { PersonWorth } from '../gap-worth';
import { gapWorths, personKey } from '../gap-worth';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext } from '../metric';
import type { SkillCell, SkillTable } from '../skill-board';
import { skillBoard } from '../skill-board';

export const goalColumns = {
  rep: 'label',
  team: 'label',
  role: 'label',
  skill: 'label',
  measure: 'label',
  now: 'score',
  goal: 'score',
  reference: 'score',
  trials: 'count',
  successes: 'count',
  more_successes: 'count',
  alone_money: 'money',
} as const;

interface Gap {
  readonly table: SkillTable;
  readonly cell: SkillCell;
  readonly money: number | null;
}

/** One line a person with a gap. Source: domain specification M70. */
export async function nextGoal(raw: Table, { settings, options, turn }: FinishContext): Promise<Table> {
  const reference = options['reference'] === 'p75' ? 'p75' : 'median';
  const lines: { by: Group['by']; line: Line }[] = [];
  for (const { by, rows } of groupsOf(raw)) {
    const board = await skillBoard(raw, rows, { reference, settings }, turn);
    const worths = await gapWorths(board, raw, turn);
    lines.push(
      ...mostValuable(board, worths).map((gap) => ({ by, line: { ...lineOf(gap), ...leftOutOf(raw, [gap.cell]) } })),
    );
  }
  return tableOf(lines, { ...envelopeUnits('score'), ...goalColumns, ...leftOutUnits });
}

function mostValuable(board: readonly SkillTable[], worths: ReadonlyMap<string, PersonWorth>): readonly Gap[] {
  const best = new Map<string, Gap>();
  for (const table of board) {
    for (const cell of table.cells) {
      if (!cell.person.isCurrent || cell.finding?.finding !== 'gap') continue;
      const key = personKey(table.role, cell.person.rep);
      const gap = { table, cell, money: worths.get(key)?.bySkill.get(table.skill)?.alone ?? null };
      const known = best.get(key);
      if (!known || (gap.money ?? -1) > (known.money ?? -1)) best.set(key, gap);
    }
  }
  return [...best.values()].sort((a, b) => a.cell.person.rep.localeCompare(b.cell.person.rep));
}

const tell = { ratio: (x: number) => x, pace: (x: number) => x, money: Math.exp };

/** Whole points of a rate, whole money; of an event a day the coarsest of tenths, hundredths and thousandths that still is a step up. */
const steps = { ratio: [100], pace: [10, 100, 1000], money: [1] };

/** A goal rounded down, so that it is never further than half of the way; between the present mean and what is wanted. */
function roundedDown(wanted: number, mean: number, measure: SkillTable['measure']): number {
  const rounded = steps[measure].map((step) => Math.floor(wanted * step + 1e-9) / step);
  return rounded.find((goal) => goal > mean) ?? wanted;
}

function lineOf({ table, cell, money }: Gap): Line {
  const told = tell[table.measure];
  const [mean, reference] = [told(cell.finding?.mean ?? 0), told(cell.finding?.reference ?? 0)];
  const others = table.cells.filter(({ person }) => person.isPeer && person.rep !== cell.person.rep);
  const top = quantile(
    others.flatMap(({ posterior }) => (posterior ? [told(posteriorMean(posterior))] : [])),
    0.75,
  );
  const goal = roundedDown(Math.min(mean + (reference - mean) / 2, top ?? Infinity), mean, table.measure);
  // With work easier than the others' the plain count can stand at the goal already: then no number of successes says it.
  const more = Math.ceil(goal * cell.trials - 1e-9) - cell.successes;
  return {
    rep: cell.person.rep,
    team: cell.person.team,
    role: cell.person.role,
    skill: table.skill,
    measure: table.measure,
    value: goal,
    n: cell.trials,
    state: 'ok',
    now: mean,
    goal,
    reference,
    trials: cell.trials,
    successes: cell.successes,
    more_successes: table.measure !== 'money' && more > 0 ? more : null,
    alone_money: money,
  };
}
