import { compareRow, compareRowHeight } from '../../charts/compare-row';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Row } from '../../engine';
import { numberIn, textIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { Picture, useChartWords } from '../../frame/picture';
import type { Words } from '../../i18n';
import { filterTo, useQuestion } from '../../state/question';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import { usePeriod, useQuestionAbout } from '../../state/use-period';
import { ProblemBlock } from '../../ui/problem';
import type { Formats } from '../../ui/use-format';
import { useFormat } from '../../ui/use-format';
import { useWords } from '../../ui/words';
import { namesText } from './names-text';
import { peersOf, standingsOf } from './people';
import type { RowVerdict } from './verdict';
import { daysVerdict, rateVerdict, sumVerdict } from './verdict';

interface MeasureProps {
  readonly metric: string;
  readonly people: readonly string[];
  readonly slots: readonly number[];
  readonly adjusted: boolean;
  readonly focus: string | null;
}

/** One measure of the people side by side: name, lanes on one axis, values, verdict. */
export function Measure({ metric, people, slots, adjusted, focus }: MeasureProps) {
  const words = useWords();
  const { locale } = words;
  const formats = useFormat();
  const chartWords = useChartWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const question = useQuestionAbout(usePeriod(), [unit]);
  const { answer, stale, problem } = useMetric(metric, question);
  if (problem) return <ProblemBlock {...problem} />;
  if (!answer) return <div className="measure" />;
  const { rows } = answer.grid;
  const standings = standingsOf(rows, unit, people, adjusted);
  const rowOf = (name: string): Row | undefined => rows.find((row) => row[unit] === name);
  const valueUnit = metric === 'bookings' ? 'money' : metric === 'cycle-length' ? 'days' : 'ratio';
  const table = tableOf(
    textColumn(unit, people),
    numberColumn(
      'value',
      valueUnit,
      standings.map(({ value }) => value),
    ),
    numberColumn(
      'lower',
      valueUnit,
      standings.map(({ lower }) => lower),
    ),
    numberColumn(
      'upper',
      valueUnit,
      standings.map(({ upper }) => upper),
    ),
    numberColumn(
      'n',
      'count',
      people.map((name) => numberIn(rowOf(name), 'n')),
    ),
    textColumn(
      'state',
      people.map((name) => textIn(rowOf(name), 'state')),
    ),
  );
  const verdict = verdictOf(metric, answer, people, unit, words);
  const title = words.find(`metric.${metric}.title`) ?? metric;
  const peers = peersOf(rows, unit, adjusted);
  return (
    <div className={`measure ${stale ? 'stale' : ''}`}>
      <div>
        <div className="measure-name">{title}</div>
        <div className="caption">{noteOf(metric, answer.currency, words, formats)}</div>
      </div>
      <Picture
        name={title}
        height={compareRowHeight}
        table={table}
        draw={(marks) =>
          compareRow(
            table,
            { person: unit, slots, focus, currency: answer.currency, ...(peers && { peers }) },
            { ...chartWords, nameOf: (name) => name ?? '' },
            locale,
            marks,
          )
        }
        explained={{ metric, question }}
        onChoose={(where) => filterTo(unit, [where[unit] ?? 'Unknown'])}
      />
      <div className={`measure-people ${people.length > 4 ? 'measure-six' : ''}`}>
        {people.map((name, i) => (
          <Value
            key={name}
            metric={metric}
            row={rowOf(name)}
            shown={standings[i]?.value ?? null}
            adjusted={adjusted}
            where={{ [unit]: name }}
            answer={answer}
          />
        ))}
      </div>
      <Verdict verdict={verdict} />
    </div>
  );
}

function verdictOf(
  metric: string,
  answer: MetricAnswer,
  people: readonly string[],
  unit: 'rep' | 'team',
  words: Words,
): RowVerdict {
  if (metric === 'bookings') return sumVerdict();
  const standings = standingsOf(answer.grid.rows, unit, people, true);
  if (metric === 'cycle-length') return daysVerdict(standings, namesText(words));
  return rateVerdict(standings, answer.homogeneity, unit, namesText(words));
}

function noteOf(metric: string, currency: string, { t }: Words, formats: Formats): string {
  if (metric === 'bookings') return t('reps.bookingsNote', { currency: formats.sign(currency) });
  if (metric === 'cycle-length') return t('reps.cycleNote');
  return t(metric === 'win-rate' ? 'reps.winRateNote' : 'reps.conversationNote');
}

interface ValueProps {
  readonly metric: string;
  readonly row: Row | undefined;
  readonly shown: number | null;
  readonly adjusted: boolean;
  readonly where: Readonly<Record<string, string>>;
  readonly answer: MetricAnswer;
}

function Value({ metric, row, shown, adjusted, where, answer }: ValueProps) {
  const formats = useFormat();
  const question = useQuestionAbout(usePeriod(), answer.by);
  const text = (value: number | null): string => {
    if (metric === 'bookings') return formats.of('money', value, { compact: true });
    return metric === 'cycle-length'
      ? formats.of('days', value, { bare: true, decimals: 0 })
      : formats.of('ratio', value, { decimals: 0 });
  };
  const crude = numberIn(row, 'value');
  const shrunken = adjusted && numberIn(row, 'posterior') !== null;
  return (
    <span className="measure-value num">
      <FigureButton
        metric={metric}
        question={question}
        where={where}
        text={text(shown)}
        thin={textIn(row, 'state') === 'thin'}
      />
      {shrunken && <span className="caption">{text(crude)}</span>}
    </span>
  );
}

function Verdict({ verdict }: { verdict: RowVerdict }) {
  const { t } = useWords();
  return (
    <div>
      <div className={verdict.said ? 'verdict' : 'verdict quiet'}>{t(verdict.text.key, verdict.text.args)}</div>
      {verdict.detail && <div className="caption">{t(verdict.detail.key, verdict.detail.args)}</div>}
    </div>
  );
}
