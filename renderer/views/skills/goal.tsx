import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Cell } from './board';
import type { CellText } from './cell-text';

/** The next goal of a person in whole successes, where the chosen skill is the one worth most; else which skill is. */
export function Goal({ cell, text }: { cell: Cell; text: CellText }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const asked = useAsked('next-goal');
  const said = (row: Row | undefined): string => {
    const skill = textIn(row, 'skill');
    if (skill === null) return '–';
    if (skill !== cell.skill) return t('skills.goalElsewhere', { skill: valueName(skill, words) });
    const goal = numberIn(row, 'goal');
    const written = cell.measure === 'ratio' ? formats.of('ratio', goal, { trim: true }) : text.full(goal);
    const more = numberIn(row, 'more_successes');
    // Easier work than the others' can hold the plain count at the goal already.
    if (more === null && cell.measure !== 'money') return t('skills.goalMix', { goal: written });
    const args = { goal: written, more: more ?? 0, trials: numberIn(row, 'trials') ?? 0 };
    return words.find(`skillGoal.${skill}`, args) ?? '–';
  };
  return (
    <Panel title={t('skills.goal')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {({ grid }) => <p className="small">{said(grid.rows.find(({ rep }) => rep === cell.rep))}</p>}
      </AnswerPlace>
    </Panel>
  );
}
