import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Fault } from './fault';
import type { Row } from '../engine';
import type { Explained } from '../state/screen';
import { show, showBehind, useScreen } from '../state/screen';
import type { MetricAnswer } from '../state/use-metric';
import { useMetric, useStatements } from '../state/use-metric';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { excludedOf, rowWhere } from './answers';
import type { Term as TermName } from './glossary';
import { LeftOutLines } from './left-out';
import { dimensionName, valueName } from './names';
import { optionLines } from './option-lines';
import { Term } from './term';

/** How a number is worked out: definition in plain words, figures, interval, what was left out and why, the SQL that ran. */
export function ExplainPanel() {
  const explained = useScreen((screen) => screen.explained);
  const words = useWords();
  if (!explained) return null;
  const title = words.find(`metric.${explained.metric}.title`) ?? explained.metric;
  return (
    <Dialog title={title} place="side" onClose={() => show({ explained: null })}>
      <Explanation explained={explained} />
    </Dialog>
  );
}

function Explanation({ explained }: { explained: Explained }) {
  const { t, find } = useWords();
  const { answer, problem } = useMetric(explained.metric, explained.question);
  const row =
    answer && (answer.grid.rows.find((entry) => rowWhere(entry, explained.where ?? {})) ?? answer.grid.rows[0]);
  return (
    <div className="explain">
      <p>{find(`metric.${explained.metric}.definition`)}</p>
      {problem && <Fault problem={problem} />}
      {answer && row && <Figures explained={explained} answer={answer} row={row} />}
      {answer && <Question answer={answer} />}
      {row && <LeftOut row={row} explained={explained} />}
      <Statements explained={explained} />
      {answer && <p className="caption">{t('explain.source', { spec: answer.spec })}</p>}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Lines({ lines }: { lines: readonly (readonly [string, ReactNode, (TermName | undefined)?])[] }) {
  return (
    <dl className="lines">
      {lines.map(([name, value, term]) => (
        <div key={name}>
          <dt>{term ? <Term name={term} text={name} /> : name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Metrics whose n counts people, and whose rows are what those people did. */
const madeOfRows: ReadonlySet<string> = new Set(['training-effect']);

/** Metrics whose value is a difference of two shares, told in points. */
const inPoints: ReadonlySet<string> = new Set(['training-effect']);

function Figures({ explained, answer, row }: { explained: Explained; answer: MetricAnswer; row: Row }) {
  const words = useWords();
  const { t, find } = words;
  const { of, range, count, points } = useFormat();
  const unit = answer.columns.find((column) => column.name === 'value')?.unit ?? 'count';
  const options = unit === 'money' ? { currency: answer.currency } : {};
  const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  const method = typeof row['method'] === 'string' ? row['method'] : null;
  const isInPoints = inPoints.has(explained.metric) && number('value') !== null;
  const lines: (readonly [string, ReactNode, (TermName | undefined)?])[] = [
    [
      t('explain.value'),
      isInPoints ? t('training.points', { range: points(row['value']) }) : of(unit, row['value'], options),
    ],
  ];
  if (number('numerator') !== null) {
    lines.push([
      t('explain.numerator'),
      <Behind key="n" explained={explained} part="numerator" n={count(number('numerator'))} />,
    ]);
    lines.push([
      t('explain.denominator'),
      <Behind key="d" explained={explained} part="denominator" n={count(number('denominator'))} />,
    ]);
  } else if (madeOfRows.has(explained.metric)) {
    lines.push([t('explain.n'), count(number('n'))]);
    lines.push([
      t('explain.madeOf'),
      <Behind key="n" explained={explained} part="denominator" n={t('explain.showRows')} />,
    ]);
  } else
    lines.push([t('explain.n'), <Behind key="n" explained={explained} part="denominator" n={count(number('n'))} />]);
  if (number('lower') !== null) {
    const between = { ...options, ...(isInPoints && { bare: true, sign: true }) };
    const figures = range(unit, number('lower'), number('upper'), between);
    const text = isInPoints ? t('training.points', { range: figures }) : figures;
    lines.push([t('explain.interval', { level: of('ratio', number('level'), { trim: true }) }), text, 'interval']);
  }
  if (explained.metric === 'mix-adjustment' && number('posterior') !== null) {
    const between = range('ratio', number('posterior_lower'), number('posterior_upper'));
    lines.push([t('column.expected'), of('score', row['expected'], { decimals: 1 })]);
    lines.push([t('column.adjusted'), of('ratio', row['adjusted']), 'crude']);
    lines.push([t('column.posterior'), `${of('ratio', row['posterior'])} (${between})`]);
  }
  if (method) lines.push([t('explain.method'), find(`methodLong.${method}`) ?? find(`method.${method}`) ?? method]);
  const state = String(row['state'] ?? 'ok');
  if (state !== 'ok') lines.push([t('explain.state'), find(`state.${state}`) ?? state, termOfState(state)]);
  return (
    <Part title={t('explain.figures')}>
      <Lines lines={lines} />
    </Part>
  );
}

function termOfState(state: string): TermName | undefined {
  return state === 'immature' || state === 'thin' ? state : undefined;
}

function Behind({ explained, part, n }: { explained: Explained; part: 'numerator' | 'denominator'; n: string }) {
  const { t, find } = useWords();
  const title = t('rows.title', {
    metric: find(`metric.${explained.metric}.title`) ?? explained.metric,
    part: t(`part.${part}`),
  });
  return (
    <Button kind="link" onPress={() => showBehind({ ...explained, part, title })}>
      {n}
    </Button>
  );
}

function Question({ answer }: { answer: MetricAnswer }) {
  const words = useWords();
  const { t } = words;
  const formats = useFormat();
  const { date, instant } = formats;
  const { start, end } = answer.period;
  const filters = Object.entries(answer.filters).map(
    ([name, values]) => `${dimensionName(name, words)}: ${values.map((value) => valueName(value, words)).join(', ')}`,
  );
  return (
    <Part title={t('explain.question')}>
      <Lines
        lines={[
          [
            t('explain.period'),
            start === null && end === null ? t('period.all') : t('explain.span', { from: date(start), to: date(end) }),
          ],
          [t('explain.asOf'), instant(answer.as_of, answer.time_zone), 'asOf'],
          [t('frame.filters'), filters.length > 0 ? filters.join(' · ') : t('common.none')],
          ...optionLines(answer, words, formats),
        ]}
      />
    </Part>
  );
}

function LeftOut({ row, explained }: { row: Row; explained: Explained }) {
  const { t, find } = useWords();
  const excluded = excludedOf(row);
  const why = find(`metric.${explained.metric}.excluded`);
  return (
    <Part title={t('explain.leftOut')}>
      {why && <p>{why}</p>}
      {Object.keys(excluded).length === 0 ? (
        <p className="caption">{t('explain.nothingLeftOut')}</p>
      ) : (
        <LeftOutLines className="lines" excluded={excluded} explained={explained} />
      )}
    </Part>
  );
}

const none: readonly never[] = [];

function Statements({ explained }: { explained: Explained }) {
  const { t } = useWords();
  const { answer: statements = none, problem } = useStatements(explained.metric, explained.question);
  const atSql = useScreen((screen) => screen.atSql);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (atSql) head.current?.scrollIntoView({ block: 'start' });
  }, [atSql, statements]);
  return (
    <section>
      <h3 ref={head}>{t('explain.sql')}</h3>
      {problem && <Fault problem={problem} />}
      {statements.map((statement, i) => (
        <div key={i}>
          <pre className="code" tabIndex={0}>
            {statement.text}
          </pre>
          <Lines
            lines={Object.entries(statement.parameters).map(([name, value]) => [
              `$${name}`,
              <code key={name}>{JSON.stringify(value)}</code>,
            ])}
          />
          <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(statement.text)}>
            {t('common.copy')}
          </Button>
        </div>
      ))}
    </section>
  );
}
