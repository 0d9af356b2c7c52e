import { trend } from '../../charts/trend';
import { AnswerPlace } from '../../frame/answer-place';
import { chartTable, inOrder } from '../../frame/chart-table';
import { Picture, useChartWords } from '../../frame/picture';
import { sureText } from '../../frame/sure-text';
import { useQuestion } from '../../state/question';
import { lastQuarterOf, quartersTo, rangeOf } from '../../state/period';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { useAsOfDay, useCalendar, usePeriod, useQuestionOver } from '../../state/use-period';
import { Dialog } from '../../ui/dialog';
import { useWords } from '../../ui/words';
import type { MeasureModel } from './measures';
import { pairsOf } from './pairs';
import { standingsOf } from './people';
import { columnOf, isPeople, nameIn } from './unit';

interface CloserProps {
  readonly model: MeasureModel;
  readonly people: readonly string[];
  readonly slots: readonly number[];
  readonly answer: MetricAnswer;
}

/** One measure more closely: each person over eight quarters, and what can be said of each two of them. */
export function Closer({ onClose, ...asked }: CloserProps & { onClose: () => void }) {
  const { t } = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  return (
    <Dialog title={t(asked.model.title)} place="side" onClose={onClose}>
      <div className="stack">
        {unit !== 'period' && (
          <section>
            <h3>{t('reps.trend')}</h3>
            <OverTime {...asked} />
          </section>
        )}
        <section>
          <h3>{t('reps.pairs')}</h3>
          <Pairs {...asked} />
        </section>
      </div>
    </Dialog>
  );
}

function OverTime({ model, people, slots }: CloserProps) {
  const words = useWords();
  const { t, locale } = words;
  const chartWords = useChartWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const calendar = useCalendar();
  const last = lastQuarterOf(usePeriod(), calendar, useAsOfDay());
  const quarters = quartersTo(last, 8);
  const range = { from: rangeOf(quarters[0] ?? last, calendar).from, to: rangeOf(last, calendar).to };
  const question = useQuestionOver(range, [unit, 'quarter'], model.options);
  const asked = useMetric(model.metric, question);
  const labels = quarters.map(({ year, quarter }) => `${year}Q${quarter}`);
  const rows = people.flatMap((name) => {
    const own = (asked.answer?.grid.rows ?? []).filter((row) => row[unit] === name);
    return inOrder(own, 'quarter', labels).map((row) => ({ ...row, [unit]: name }));
  });
  return (
    <AnswerPlace answered={asked} isEmpty={() => rows.every((row) => (row['value'] ?? null) === null)}>
      {(answer) => {
        const table = chartTable(answer.grid.columns, rows);
        return (
          <Picture
            name={`${t(model.title)}, ${t('reps.trend')}`}
            height={260}
            table={table}
            draw={(marks) =>
              trend(
                table,
                { period: 'quarter', series: unit, slots, currency: answer.currency },
                { ...chartWords, nameOf: (name) => nameIn(unit, name, words) },
                locale,
                marks,
              )
            }
            explained={{ metric: model.metric, question }}
          />
        );
      }}
    </AnswerPlace>
  );
}

function Pairs({ model, people, answer }: CloserProps) {
  const words = useWords();
  const { t } = words;
  const { unit } = useQuestion((history) => history.asked.reps);
  const standings = standingsOf(answer.grid.rows, columnOf(unit), people, true);
  // Segments and quarters are told apart as days are, by their intervals alone.
  const kind = model.kind === 'rate' && !isPeople(unit) ? 'days' : model.kind;
  const pairs = pairsOf(kind, standings, answer.homogeneity).map((pair) => ({
    ...pair,
    first: nameIn(unit, pair.first, words),
    second: nameIn(unit, pair.second, words),
  }));
  if (pairs.length === 0) return <p className="small quiet">{t('reps.noPairs')}</p>;
  const said = model.kind === 'days' ? 'reps.takesLonger' : 'reps.ahead';
  return (
    <ul className="reps-pairs">
      {pairs.map(({ first, second, sure }) => (
        <li key={`${first} ${second}`} className={sure === null ? 'quiet' : 'verdict'}>
          {sure === null ? t('reps.pairUnsaid', { first, second }) : t(said, { first, second, sure: sureText(sure) })}
        </li>
      ))}
    </ul>
  );
}
