import type { Question } from '../../../electron/model/question';
import { extraRows } from '../../frame/extra';
import { useAsked } from '../../frame/measure';
import { useChoice } from '../../state/choices';
import { choose } from '../../state/question';
import type { Answered, MetricAnswer } from '../../state/use-metric';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Board, Cell, Skill } from './board';
import { boardOf, cellsIn, rolesIn } from './board';
import type { CellText } from './cell-text';
import { cellTextOf } from './cell-text';

/** The role on screen with everybody in it, and the cell that is chosen. */
export interface Shown {
  readonly board: Board;
  readonly roles: readonly string[];
  readonly cell: Cell | undefined;
  readonly question: Question;
  readonly answered: Answered<MetricAnswer>;
  readonly currency: string;
  readonly textOf: (skill: Skill | undefined) => CellText;
  readonly chooseRole: (role: string) => void;
  readonly chooseCell: (rep: string, skill: string) => void;
}

/** What the view shows: the chosen role, else the first there is; the chosen cell, else the gap worth most, else the first cell. */
export function useBoard(): Shown {
  const { t } = useWords();
  const formats = useFormat();
  const { question, ...answered } = useAsked('skill-gap');
  const rows = answered.answer?.grid.rows ?? [];
  const roles = rolesIn(rows);
  const [wanted, chooseRole] = useChoice('skills.role');
  const role = roles.includes(wanted) ? wanted : (roles[0] ?? wanted);
  const board = boardOf(role, rows, extraRows(answered.answer, 'skills'));
  const [at] = useChoice('skills.cell');
  const cells = cellsIn(board);
  const chosen = cells.find(({ rep, skill }) => keyOf(rep, skill) === at);
  const currency = answered.answer?.currency ?? '';
  return {
    board,
    roles,
    cell: chosen ?? startOf(cells),
    question,
    answered,
    currency,
    textOf: (skill) =>
      cellTextOf(skill ?? { measure: 'ratio', median: null }, formats, currency, (n) => t('skills.points', { n })),
    chooseRole,
    chooseCell: (rep, skill) => choose('skills.cell', keyOf(rep, skill), 'selection'),
  };
}

function startOf(cells: readonly Cell[]): Cell | undefined {
  const worth = ({ row, verdict }: Cell): number =>
    verdict === 'gap' ? Number(row['together_money'] ?? 0) : -Infinity;
  return cells.reduce<Cell | undefined>(
    (best, cell) => (best === undefined || worth(cell) > worth(best) ? cell : best),
    undefined,
  );
}

function keyOf(rep: string, skill: string): string {
  return `${skill}|${rep}`;
}
