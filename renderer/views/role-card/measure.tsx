import { Fault } from '../../frame/fault';
import { compareRow, compareRowHeight } from '../../charts/compare-row';
import { chartTable } from '../../frame/chart-table';
import { figureIn, numberIn, textIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { figureText, unitIn } from '../../frame/measure';
import { reasonText } from '../../frame/names';
import { Picture, useChartWords } from '../../frame/picture';
import type { MetricAnswer } from '../../state/use-metric';
import { useShown } from '../../state/shown';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import type { RoleMeasure } from './measures';
import type { Carded } from './people';
import type { Verdict } from './standing';
import { bandOf, standingOf } from './standing';

interface MeasureProps {
  readonly model: RoleMeasure;
  readonly person: Carded;
  readonly peers: ReadonlySet<string>;
}

/** The question about a measure of everybody in a role, one row a person. */
function useAskedOfRole({ metric, options }: RoleMeasure, role: string) {
  const { rep: _rep, ...others } = useShown((shown) => shown.asked.filters);
  const filters = role === 'other' ? others : { ...others, role: [role] };
  const question = { ...useQuestionAbout(usePeriod(), ['rep'], options), filters };
  return { question, ...useMetric(metric, question) };
}

/** One measure of the role: name, the person on an axis with the peers' band, value and interval, and what the evidence allows to say. */
export function Measure({ model, person, peers }: MeasureProps) {
  const words = useWords();
  const { answer, question, stale, problem } = useAskedOfRole(model, person.role);
  const title = words.find(`metric.${model.metric}.title`) ?? model.metric;
  if (problem) return <Fault problem={problem} />;
  return (
    <div className={`card-measure ${stale ? 'stale' : ''}`}>
      <div>
        <div className="measure-name">{title}</div>
        <div className="caption">{words.t(model.note)}</div>
      </div>
      {answer && <Answered {...{ model, person, peers, answer, question, title }} />}
    </div>
  );
}

/** Columns of the lane and of its twin. */
const drawn = ['rep', 'value', 'lower', 'upper', 'n', 'state'];

interface AnsweredProps extends MeasureProps {
  readonly answer: MetricAnswer;
  readonly question: ReturnType<typeof useAskedOfRole>['question'];
  readonly title: string;
}

function Answered({ model, person: { rep }, peers, answer, question, title }: AnsweredProps) {
  const words = useWords();
  const formats = useFormat();
  const chartWords = useChartWords(model.metric);
  const figures = model.figures(answer.grid.rows, rep);
  const own = figures.find((row) => row['rep'] === rep);
  const band = bandOf(figures, peers);
  const { value, lower, upper, reason, state } = figureIn(own);
  const verdict = standingOf(own, band, answer.homogeneity, model.counted);
  const unit = unitIn(answer, 'value');
  const table = chartTable(
    drawn.flatMap((name) => answer.grid.columns.find((column) => column.name === name) ?? []),
    own ? [own] : [],
  );
  const written = (figure: number | null): string =>
    model.decimals === undefined
      ? figureText(unit, figure, answer.currency, formats)
      : formats.of(unit, figure, { decimals: model.decimals });
  const money = { compact: true, currency: answer.currency };
  const interval = lower === null ? '' : formats.range(unit, lower, upper, money);
  const where = { rep, ...(own && textIn(own, 'measure') !== null && { measure: textIn(own, 'measure') }) };
  if (value === null) {
    return <p className="small quiet card-nothing">{reasonText(reason ?? 'empty', words)}</p>;
  }
  return (
    <>
      <Picture
        name={title}
        height={compareRowHeight}
        table={table}
        draw={(marks) =>
          compareRow(
            table,
            { person: 'rep', currency: answer.currency, ...(band && { peers: band }) },
            { ...chartWords, nameOf: (name) => name ?? '' },
            words.locale,
            marks,
          )
        }
        explained={{ metric: model.metric, question }}
      />
      <div className="card-value num">
        <FigureButton
          metric={model.metric}
          question={question}
          where={where}
          text={written(value)}
          thin={state === 'thin'}
        />
        <span className="caption">
          {[interval, `${chartWords.n} ${formats.count(numberIn(own, 'n'))}`].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Said verdict={verdict} median={band && written(band.median)} />
    </>
  );
}

function Said({ verdict, median }: { verdict: Verdict; median: string | null }) {
  const { t } = useWords();
  return (
    <div className={verdict.said ? 'verdict' : 'verdict quiet'}>
      {t(verdict.key, verdict.args)}
      {median !== null && <div className="caption">{t('card.median', { value: median })}</div>}
    </div>
  );
}
