import type { Row } from '../../engine';
import { AnswerPlace } from '../../frame/answer-place';
import { numberIn, textIn } from '../../frame/answers';
import { useAsked } from '../../frame/measure';
import { reasonText, valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Cell } from './board';
import type { CellText } from './cell-text';
import { Plan } from './plan';
import type { Shown } from './use-board';

/** Who could help with a gap: one person with a place free and similar work, else the programmes meant for the skill. */
export function Help({ shown, cell, text }: { shown: Shown; cell: Cell; text: CellText }) {
  const { t } = useWords();
  const asked = useAsked('mentors');
  return (
    <Panel title={t('skills.help')} stale={asked.stale}>
      <AnswerPlace answered={asked} isEmpty={() => false}>
        {({ grid, settings }) => (
          <Helper
            row={grid.rows.find((row) => row['rep'] === cell.rep && row['skill'] === cell.skill)}
            limit={Number(settings['limit'] ?? 2)}
            skill={cell.skill}
            shown={shown}
            text={text}
            rep={cell.rep}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

interface HelperProps {
  readonly row: Row | undefined;
  /** Most people somebody mentors at once. */
  readonly limit: number;
  readonly rep: string;
  readonly skill: string;
  readonly shown: Shown;
  readonly text: CellText;
}

function Helper({ row, limit, rep, skill, shown, text }: HelperProps) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const mentor = textIn(row, 'mentor');
  const programmes = textIn(row, 'programmes');
  const taught = programmes === null ? t('skills.noProgramme') : t('skills.programmes', { names: programmes });
  if (mentor === null) {
    return (
      <>
        <p className="small">
          {reasonText(textIn(row, 'reason') ?? 'no_candidate', words)} {taught}
        </p>
        <Plan {...{ rep, skill, mentor }} programmes={listed(programmes)} />
      </>
    );
  }
  const [level, months] = [textIn(row, 'mentor_level'), numberIn(row, 'mentor_tenure_months')];
  const who = t('skills.helpWho', {
    level: level === null ? '' : valueName(level, words),
    years: formats.count(Math.floor((months ?? 0) / 12)),
    n: numberIn(row, 'mentor_mentees') ?? 0,
    limit,
  });
  return (
    <div className="skills-mentor">
      <Button kind="link" className="skills-name" onPress={() => shown.chooseCell(mentor, skill)}>
        {mentor}
      </Button>
      <strong className="num">{text.full(numberIn(row, 'mentor_value'))}</strong>
      <span className="caption">{who.replace(/^, /, '')}</span>
      <span className="caption num">{text.range(numberIn(row, 'mentor_lower'), numberIn(row, 'mentor_upper'))}</span>
      <p className="caption">
        {row?.['measure'] === 'ratio' &&
          t('skills.helpMix', { share: formats.of('ratio', numberIn(row, 'overlap'), { decimals: 0 }) })}{' '}
        {programmes !== null && taught}
      </p>
      <Plan {...{ rep, skill, mentor }} programmes={listed(programmes)} />
    </div>
  );
}

function listed(programmes: string | null): readonly string[] {
  return (programmes ?? '').split(', ').filter((name) => name !== '');
}
