import type { SkillColumn } from '../../charts/skill-matrix';
import { skillMatrix } from '../../charts/skill-matrix';
import { chartTable } from '../../frame/chart-table';
import { valueName } from '../../frame/names';
import { Picture } from '../../frame/picture';
import { filterTo } from '../../state/question';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { Board, Person } from './board';
import { cellsIn, worthOf } from './board';
import { manyPeople, useOnlyGaps } from './head';
import { Legend } from './legend';
import type { Shown } from './use-board';
import { Worth, WorthBar } from './worth-bar';

/** Columns a reader of the table finds, in this order. */
const twin = ['rep', 'skill', 'posterior', 'lower', 'upper', 'reference', 'trials', 'verdict', 'together_money'];

/** People from top to bottom, skills from left to right, and at the end of each row what closing the person's gaps is worth. */
export function Matrix({ shown }: { shown: Shown }) {
  const words = useWords();
  const { t } = words;
  const { board } = shown;
  const [only] = useOnlyGaps(board.people.length);
  const people = only ? board.people.filter(({ gaps }) => gaps > 0) : board.people;
  const low = board.people.length > manyPeople;
  const total = worthOf(board.people);
  return (
    <section
      className={`skills-matrix ${low ? 'skills-low' : ''}`}
      aria-label={t('skills.matrix', { role: valueName(board.role, words) })}
      style={{ '--skills': board.skills.length }}
    >
      <Heads shown={shown} />
      <Names people={people} />
      <Cells shown={shown} people={people} rowHeight={low ? 28 : 48} />
      <div className="skills-worths">
        {people.map(({ rep, worth }) => (
          <div key={rep} className="skills-row skills-worth">
            {worth && <WorthBar worth={worth} largest={largestOf(board)} currency={shown.currency} />}
          </div>
        ))}
      </div>
      {people.length === 0 && <p className="quiet skills-nobody">{t('skills.nobodyShown')}</p>}
      <div className="skills-foot">
        {t('skills.referenceRow')}
        {people.length < board.people.length && (
          <span className="caption">{t('skills.more', { n: board.people.length - people.length })}</span>
        )}
      </div>
      <div className="skills-foot skills-heads-cells num">
        {board.skills.map((skill) => (
          <span key={skill.id}>{shown.textOf(skill).short(skill.median)}</span>
        ))}
      </div>
      <div className="skills-foot skills-worth">{total && <Worth worth={total} currency={shown.currency} />}</div>
      <Legend skills={board.skills} />
    </section>
  );
}

function Heads({ shown: { board, currency } }: { shown: Shown }) {
  const words = useWords();
  const { t, find } = words;
  const sign = useFormat().sign(currency);
  return (
    <>
      <div className="skills-heads caption">{t('skills.name')}</div>
      <div className="skills-heads skills-heads-cells">
        {board.skills.map(({ id }) => (
          <span key={id}>
            <strong>{valueName(id, words)}</strong>
            <span className="caption">{find(`skillNote.${id}`, { currency: sign })}</span>
          </span>
        ))}
      </div>
      <div className="skills-heads skills-heads-worth">
        <strong>{t('skills.worthHead')}</strong>
        <span className="caption">{t('skills.worthHeadNote', { currency: sign })}</span>
      </div>
    </>
  );
}

function Names({ people }: { people: readonly Person[] }) {
  const { t } = useWords();
  return (
    <div className="skills-names">
      {people.map(({ rep, inRamp }) => (
        <div key={rep} className="skills-row">
          <Button
            kind="link"
            className="skills-name"
            excludeFromTabOrder
            label={t('skills.filterTo', { name: rep })}
            tip={rep}
            onPress={() => filterTo('rep', [rep])}
          >
            {rep}
          </Button>
          {inRamp && <span className="caption">{t('skills.ramp')}</span>}
        </div>
      ))}
    </div>
  );
}

interface CellsProps {
  readonly shown: Shown;
  readonly people: readonly Person[];
  readonly rowHeight: 28 | 48;
}

function Cells({ shown, people, rowHeight }: CellsProps) {
  const words = useWords();
  const { board, cell, question, answered } = shown;
  const names = people.map(({ rep }) => rep);
  const rows = cellsIn({ ...board, people }).map(({ row }) => row);
  const columns = answered.answer?.grid.columns ?? [];
  const table = chartTable(
    twin.flatMap((name) => columns.find((column) => column.name === name) ?? []),
    rows,
  );
  const selected = cell && { person: cell.rep, skill: cell.skill };
  const skills = useColumns(shown);
  const choose = ({ rep, skill }: Readonly<Record<string, string | null>>): void =>
    shown.chooseCell(rep ?? '', skill ?? '');
  return (
    <Picture
      className="skills-cells"
      name={words.t('skills.matrix', { role: valueName(board.role, words) })}
      height={Math.max(1, people.length) * rowHeight}
      table={table}
      draw={(marks) =>
        skillMatrix(
          table,
          { skills, people: names, selected, rowHeight },
          {
            nameOf: (person) => person,
            skillOf: (skill) => valueName(skill, words),
            verdictOf: (verdict) => valueName(verdict, words),
            reference: words.t('skills.reference'),
          },
          words.locale,
          marks,
        )
      }
      explained={{ metric: 'skill-gap', question }}
      onChoose={choose}
      onWalk={choose}
      first={cell && { rep: cell.rep, skill: cell.skill }}
    />
  );
}

function useColumns({ board, textOf }: Shown): readonly SkillColumn[] {
  const { t } = useWords();
  const { count } = useFormat();
  return board.skills.map((skill) => {
    const { unit, decimals } = textOf(skill);
    const days = skill.measure === 'pace';
    return {
      id: skill.id,
      unit,
      decimals,
      evidenceOf: (trials: number) => t(days ? 'skills.days' : 'measure.n', { n: count(trials) }),
    };
  });
}

function largestOf({ people }: Board): number {
  return Math.max(0, ...people.map(({ worth }) => Math.max(worth?.value ?? 0, worth?.upper ?? 0)));
}
