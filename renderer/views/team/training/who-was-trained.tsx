import type { Row } from '../../../engine';
import { AnswerPlace } from '../../../frame/answer-place';
import { numberIn, textIn } from '../../../frame/answers';
import { extraRows } from '../../../frame/extra';
import type { MeasureModel } from '../../../frame/measure';
import { MeasureLines, useAsked } from '../../../frame/measure';
import { valueName } from '../../../frame/names';
import { Panel } from '../../../frame/panel';
import type { Words } from '../../../i18n';
import type { MetricAnswer } from '../../../state/use-metric';
import type { TableColumn } from '../../../ui/table';
import { Table } from '../../../ui/table';
import { useFormat } from '../../../ui/use-format';
import { useWords } from '../../../ui/words';
import type { Trained } from './trained';
import { trainedOf } from './trained';

/** Each programme's coverage, and how alike a role is trained. */
export function CoverageLines() {
  const words = useWords();
  const { t } = words;
  const whole = useAsked('training-coverage');
  const programmes = programmesIn(whole.answer);
  return (
    <Panel title={t('training.coverage')} note={t('training.coverageNote')} stale={whole.stale}>
      <AnswerPlace answered={whole} isEmpty={() => programmes.length === 0}>
        {(answer) => (
          <>
            <MeasureLines
              label={t('training.coverage')}
              models={programmes.map((programme) => programmeModel(programme, words))}
            />
            <Sameness answer={answer} />
          </>
        )}
      </AnswerPlace>
    </Panel>
  );
}

/** Person by person who was trained in what, and who was not. */
export function WhoWasTrained() {
  const words = useWords();
  const { t } = words;
  const programmes = programmesIn(useAsked('training-coverage').answer);
  const each = useAsked('training-coverage', {}, ['rep']);
  const people = trainedOf(each.answer?.grid.rows ?? []);
  return (
    <Panel
      title={t('training.people')}
      note={t('training.peopleNote')}
      stale={each.stale}
      className="training-table below"
    >
      <AnswerPlace answered={each} isEmpty={() => people.length === 0}>
        {() => (
          <Table
            key={programmes.join()}
            label={t('training.people')}
            columns={columnsOf(programmes, words)}
            rows={people}
          />
        )}
      </AnswerPlace>
    </Panel>
  );
}

function programmesIn(answer: MetricAnswer | undefined): readonly string[] {
  return (answer?.grid.rows ?? []).flatMap((row) => textIn(row, 'programme') ?? []);
}

function programmeModel(programme: string, { t }: Words): MeasureModel {
  return {
    metric: 'training-coverage',
    title: programme,
    where: { programme },
    detail: (row, { count }) =>
      [
        t('training.of', { n: count(numberIn(row, 'numerator')), all: count(numberIn(row, 'denominator')) }),
        ...(isTrue(row, 'is_required') ? [t('training.required')] : []),
        ...((numberIn(row, 'enrolled') ?? 0) > 0
          ? [t('training.enrolled', { n: numberIn(row, 'enrolled') ?? 0 })]
          : []),
        ...((numberIn(row, 'expired') ?? 0) > 0 ? [t('training.expired', { n: numberIn(row, 'expired') ?? 0 })] : []),
      ].join(' · '),
  };
}

function isTrue(row: Row, name: string): boolean {
  return row[name] === true || row[name] === 1;
}

function Sameness({ answer }: { answer: MetricAnswer }) {
  const words = useWords();
  const { t } = words;
  const { ratio } = useFormat();
  return (
    <ul className="training-guards small" aria-label={t('training.sameness')}>
      {extraRows(answer, 'sameness').map((row) => (
        <li key={textIn(row, 'role')}>
          {t(numberIn(row, 'full_set') === null ? 'training.alike' : 'training.fullSet', {
            role: valueName(textIn(row, 'role'), words),
            n: numberIn(row, 'full_set') ?? 0,
            people: numberIn(row, 'people') ?? 0,
            overlap: ratio(numberIn(row, 'mean_overlap')),
          })}
        </li>
      ))}
    </ul>
  );
}

function columnsOf(programmes: readonly string[], { t }: Words): readonly TableColumn<Trained>[] {
  return [
    { id: 'rep', head: t('dimension.rep'), value: ({ rep }) => rep, width: 'minmax(184px, 1.6fr)' },
    ...programmes.map((programme): TableColumn<Trained> => {
      const text = ({ by }: Trained): string | null => {
        const state = by.get(programme);
        return state === undefined ? null : t(`training.${state}`);
      };
      return { id: programme, head: programme, value: text, width: 'minmax(90px, 1fr)' };
    }),
  ];
}
