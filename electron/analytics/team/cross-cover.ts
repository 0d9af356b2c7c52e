import type { Table } from '../../model/table';
import { evidenced } from '../evidence';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext } from '../metric';
import { skillBoard } from '../skill-board';
import type { SkillTable } from '../skill-board';
import type { Settings } from '../../model/settings';

export const coverColumns = {
  role: 'label',
  cover: 'label',
  people: 'count',
  evidenced: 'count',
  who: 'label',
} as const;

/** One line a role and skill: how many people cover it. Source: domain specification M64. */
export async function crossCover(raw: Table, { settings, turn }: FinishContext): Promise<Table> {
  const lines: { by: Group['by']; line: Line }[] = [];
  for (const { by, rows } of groupsOf(raw)) {
    const board = await skillBoard(raw, rows, { reference: 'median', settings }, turn);
    const steps = board.filter(({ skill }) => skill !== 'pace');
    lines.push(...steps.map((table) => ({ by, line: { ...lineOf(table, settings), ...leftOutOf(raw, table.cells) } })));
  }
  return tableOf(lines, { ...envelopeUnits('count'), skill: 'label', ...coverColumns, ...leftOutUnits });
}

function lineOf({ role, skill, verdict, cells }: SkillTable, settings: Settings): Line {
  const here = cells.filter(({ person }) => person.isCurrent);
  const judged = here.filter((cell) => evidenced(cell, settings));
  const covering = judged.filter(
    ({ finding }) => verdict === 'no_difference' || (finding?.probabilityBelow ?? 1) <= 0.5,
  );
  const depth = covering.length;
  return {
    role,
    skill,
    value: depth,
    n: judged.length,
    state: judged.length > 0 ? 'ok' : 'thin',
    cover: depth === 0 ? 'alert' : depth === 1 ? 'warning' : 'covered',
    people: here.length,
    evidenced: judged.length,
    who: covering.map(({ person }) => person.rep).join(', '),
  };
}
