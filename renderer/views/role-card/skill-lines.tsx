import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { change, useQuestion } from '../../state/question';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';

/** The person's skills, one a line: what is believed, its interval, what was found; each leads to its cell on Skills, but for a page that names nobody else. */
export function SkillLines({ rows, alone }: { rows: readonly Row[]; alone: boolean }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const choices = useQuestion((history) => history.asked.choices);
  const units = { money: 'money', pace: 'index', ratio: 'ratio' } as const;
  const open = (row: Row): void => {
    const cell = `${textIn(row, 'skill') ?? ''}|${textIn(row, 'rep') ?? ''}`;
    const next = { ...choices, 'skills.role': textIn(row, 'role') ?? '', 'skills.cell': cell };
    change({ kind: 'view', view: 'skills' }, { view: 'skills', choices: next });
  };
  return (
    <Panel title={t('page.skills')}>
      <dl className="card-lines num">
        {rows.map((row) => {
          const measure = textIn(row, 'measure');
          const unit = units[measure === 'money' || measure === 'pace' ? measure : 'ratio'];
          const skill = textIn(row, 'skill');
          return (
            <div key={skill}>
              <dt>
                {alone ? (
                  valueName(skill, words)
                ) : (
                  <Button kind="link" onPress={() => open(row)}>
                    {valueName(skill, words)}
                  </Button>
                )}
                <span className="caption"> {valueName(textIn(row, 'verdict'), words)}</span>
              </dt>
              <dd>
                {formats.of(unit, numberIn(row, 'posterior'))}
                <span className="caption">{formats.range(unit, numberIn(row, 'lower'), numberIn(row, 'upper'))}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
