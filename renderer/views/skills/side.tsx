import { belief } from '../../charts/belief';
import { numberColumn, tableOf } from '../../charts/table';
import { numberIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { valueName } from '../../frame/names';
import { Panel } from '../../frame/panel';
import { periodName } from '../../frame/period-name';
import { Picture } from '../../frame/picture';
import { usePeriod } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Cell } from './board';
import type { CellText } from './cell-text';
import { densityOf } from './density';
import { Difficulty } from './difficulty';
import { Goal } from './goal';
import { Help } from './help';
import { Glyph } from './legend';
import { crudeSaid, standingSaid } from './said';
import { Training } from './training';
import type { Shown } from './use-board';
import { WhatItIsWorth } from './what-it-is-worth';

/** What is said of one person in one skill: how it stands, what closing is worth, who could help, what training did, the next goal. */
export function Side({ shown, cell }: { shown: Shown; cell: Cell }) {
  const { find, t, ...words } = useWords();
  const period = periodName(usePeriod(), { find, t, ...words });
  const skill = shown.board.skills.find(({ id }) => id === cell.skill);
  const text = shown.textOf(skill);
  const currency = useFormat().sign(shown.currency);
  const note = t('skills.over', { note: find(`skillNote.${cell.skill}`, { currency }) ?? '', period });
  const flagged = cell.verdict === 'gap';
  return (
    <div className="skills-side" role="group" aria-label={t('skills.chosen')} aria-live="polite">
      <Panel
        title={t('skills.of', { name: cell.rep, skill: valueName(cell.skill, { find, t, ...words }) })}
        note={note}
      >
        <Standing shown={shown} cell={cell} text={text} verdict={skill?.verdict ?? 'too_few'} />
        <Belief cell={cell} text={text} />
        <p className="caption">{crudeSaid(cell.row, text, { find, t, ...words })}</p>
      </Panel>
      {flagged && <WhatItIsWorth shown={shown} cell={cell} />}
      {flagged && <Help shown={shown} cell={cell} text={text} />}
      {flagged && <Goal cell={cell} text={text} />}
      <Training skill={cell.skill} />
      <Difficulty rep={cell.rep} currency={shown.currency} />
    </div>
  );
}

interface StandingProps {
  readonly shown: Shown;
  readonly cell: Cell;
  readonly text: CellText;
  /** What the test of difference says of the skill. */
  readonly verdict: string;
}

function Standing({ shown, cell, text, verdict }: StandingProps) {
  const words = useWords();
  const { row, rep, skill } = cell;
  const value = numberIn(row, 'posterior');
  return (
    <div className="skills-standing">
      <div>
        <FigureButton
          metric="skill-gap"
          question={shown.question}
          where={{ rep, skill }}
          text={text.full(value)}
          thin={cell.verdict === 'too_little'}
        />
        <div className="caption num">
          {value === null ? '' : text.range(numberIn(row, 'lower'), numberIn(row, 'upper'))}
        </div>
      </div>
      <p>
        {(cell.verdict === 'gap' || cell.verdict === 'strength') && <Glyph up={cell.verdict === 'strength'} />}{' '}
        {standingSaid(cell, verdict, text, words)}
      </p>
    </div>
  );
}

const height = 116;

function Belief({ cell: { row, verdict }, text }: { cell: Cell; text: CellText }) {
  const { t, locale } = useWords();
  const density = densityOf(row);
  const reference = numberIn(row, 'reference');
  if (!density || reference === null) return null;
  const table = tableOf(numberColumn('x', text.unit, density.x), numberColumn('density', 'score', density.height));
  const side = verdict === 'gap' ? 'below' : verdict === 'strength' ? 'above' : 'none';
  return (
    <Picture
      name={t('skills.belief')}
      height={height}
      table={table}
      draw={(marks) => belief(table, { reference, side }, { reference: t('skills.reference') }, locale, marks)}
      plain
    />
  );
}
