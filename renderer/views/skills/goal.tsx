import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Cell } from './board';
import type { CellText } from './cell-text';
import type { Shown } from './use-board';

/** The next goal of a person in whole successes, where the chosen skill is the one worth most; else which skill is. */
export function Goal({ shown, cell, text }: { shown: Shown; cell: Cell; text: CellText }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const asked = useAsked('next-goal');
  const said = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
    const row = asked.answer?.grid.rows[rows.findIndex((each) => each['rep'] === cell.rep)];
    const skill = textIn(row, 'skill');
    if (skill === null) return '–';
    if (skill !== cell.skill) return t('skills.goalElsewhere', { skill: valueName(skill, words) });
    const goal = numberIn(row, 'goal');
    const written = cell.measure === 'ratio' ? formats.of('ratio', goal, { trim: true }) : text.full(goal);
    const args = { goal: written, more: numberIn(row, 'more_successes') ?? 0, trials: numberIn(row, 'trials') ?? 0 };
    return words.find(`skillGoal.${skill}`, args) ?? '–';
  };
  return (
    <Panel title={t('skills.goal')} note={shown.board.people.length > 0 ? cell.rep : undefined} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {({ grid }) => <p className="small">{said(grid.rows)}</p>}
      </AnswerPlace>
    </Panel>
  );
}
