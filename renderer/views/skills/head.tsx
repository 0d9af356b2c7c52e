import { useChoice } from '../../state/choices';
import { Segmented } from '../../ui/segmented';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { valueName } from '../../frame/names';
import { cellsIn } from './board';
import { skillsHeadline } from './headline';
import type { Shown } from './use-board';

/** Above how many people only those with a gap are shown at first, in low rows. */
export const manyPeople = 40;

/** Which people are shown: all, or those with a gap. */
export function useOnlyGaps(people: number): readonly [boolean, (only: boolean) => void] {
  const [shown, choose] = useChoice('skills.shown');
  return [shown === '' ? people > manyPeople : shown === 'gaps', (only) => choose(only ? 'gaps' : 'everybody')];
}

/** Who has a gap and what closing them is worth, and how much of the matrix says anything; the role and who is shown at the right. */
export function Head({ shown }: { shown: Shown }) {
  const { t } = useWords();
  const formats = useFormat();
  const { board, currency } = shown;
  const cells = cellsIn(board);
  const count = (...verdicts: readonly string[]): number =>
    cells.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const sentences = skillsHeadline(board, (value) => formats.money(value, currency));
  const counts = { inLine: count('in_line', 'no_difference'), cells: cells.length, thin: count('too_little') };
  return (
    <div className="answer-head">
      <h1>{sentences.map(({ key, args }) => t(key, args)).join(' ')}</h1>
      <div className="skills-under">
        <p>{t('skills.about', counts)}</p>
        <Controls shown={shown} />
      </div>
    </div>
  );
}

function Controls({ shown: { board, roles, chooseRole } }: { shown: Shown }) {
  const words = useWords();
  const { t } = words;
  const [only, setOnly] = useOnlyGaps(board.people.length);
  return (
    <span className="skills-controls">
      {roles.length > 1 && (
        <Segmented
          label={t('skills.role')}
          items={roles.map((id) => ({ id, text: valueName(id, words) }))}
          selected={board.role}
          onChange={chooseRole}
        />
      )}
      <Segmented
        label={t('skills.shown')}
        items={[
          { id: 'everybody', text: t('skills.everybody') },
          { id: 'gaps', text: t('skills.withGap') },
        ]}
        selected={only ? 'gaps' : 'everybody'}
        onChange={(id) => setOnly(id === 'gaps')}
      />
    </span>
  );
}
