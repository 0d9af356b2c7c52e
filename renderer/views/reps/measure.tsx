import { useState } from 'react';
import { Fault } from '../../frame/fault';
import { compareRow, compareRowHeight, denseRowHeight } from '../../charts/compare-row';
import type { Table } from '../../charts/table';
import { numberColumn, tableOf, textColumn } from '../../charts/table';
import type { Row } from '../../engine';
import { numberIn, reasonIn, textIn } from '../../frame/answers';
import { FigureButton } from '../../frame/figure-button';
import { reasonText } from '../../frame/names';
import { Picture, useChartWords } from '../../frame/picture';
import type { MessageKey } from '../../i18n';
import type { ComparedUnit } from '../../state/question';
import { filterTo, useQuestion } from '../../state/question';
import type { MetricAnswer } from '../../state/use-metric';
import { useMetric } from '../../state/use-metric';
import type { Formats } from '../../ui/use-format';
import { Button } from '../../ui/button';
import { useFormat } from '../../ui/use-format';
import { useNarrow } from '../../ui/use-narrow';
import { useWords } from '../../ui/words';
import { Closer } from './closer';
import { askedOf } from './measures';
import type { MeasureModel } from './measures';
import { peersOf, standingsOf } from './people';
import type { RowVerdict, Standing } from './verdict';
import { columnOf, isPeople, nameIn, useComparedQuestion } from './unit';
import { verdictOn } from './verdict-on';

interface MeasureProps {
  readonly model: MeasureModel;
  readonly people: readonly string[];
  readonly slots: readonly number[];
  readonly adjusted: boolean;
  readonly focus: string | null;
}

/** One measure of the people side by side: name, lanes on one axis, values, verdict. */
export function Measure(props: MeasureProps) {
  const words = useWords();
  const { metric, question } = useAsked(props.model);
  const { answer, stale, problem } = useMetric(metric, question);
  if (problem) return <Fault problem={problem} />;
  return (
    <div className={`measure ${stale ? 'stale' : ''}`}>
      <Name {...props} answer={answer} />
      {answer && answer.grid.rows.length > 0 && <Answered {...props} answer={answer} />}
      {answer?.grid.rows.length === 0 && <div className="caption">{reasonText(reasonIn(answer), words)}</div>}
    </div>
  );
}

function useAsked(model: MeasureModel) {
  const { unit } = useQuestion((history) => history.asked.reps);
  const { metric, options } = askedOf(model, unit);
  return { metric, question: useComparedQuestion(options) };
}

/** Why a row is shown as counted where adjusted values are wanted; null where it is not. */
function countedNote(model: MeasureModel, answer: MetricAnswer, unit: ComparedUnit): MessageKey | null {
  if (!isPeople(unit)) return null;
  if (model.kind !== 'rate') return 'reps.counted';
  // Where people do not differ the shrunken values are all one, so the crude ones with their intervals say more.
  if (answer.homogeneity?.verdict !== 'differs') return 'reps.counted';
  return Number(answer.extra?.['strata'] ?? 0) < 2 ? 'reps.countedMix' : null;
}

function Name({ model, people, slots, adjusted, answer }: MeasureProps & { answer: MetricAnswer | undefined }) {
  const words = useWords();
  const [closer, setCloser] = useState(false);
  const { unit } = useQuestion((history) => history.asked.reps);
  const counted = adjusted && answer ? countedNote(model, answer, unit) : null;
  const { sign } = useFormat();
  const [from = '', to = ''] = (model.step ?? []).map((rung) =>
    (words.find(`rung.${rung}`) ?? rung).toLocaleLowerCase(),
  );
  return (
    <div>
      <Button kind="link" className="measure-name" tip={words.t('reps.closer')} onPress={() => setCloser(true)}>
        {words.t(model.title)}
      </Button>
      <div className="caption">{answer && words.t(model.note, { currency: sign(answer.currency), from, to })}</div>
      {counted && <div className="caption">{words.t(counted)}</div>}
      {closer && answer && <Closer {...{ model, people, slots, answer }} onClose={() => setCloser(false)} />}
    </div>
  );
}

function Answered({ model, people, slots, adjusted, focus, answer }: MeasureProps & { answer: MetricAnswer }) {
  const words = useWords();
  const chartWords = useChartWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const asked = useAsked(model);
  const dense = useNarrow();
  const { rows } = answer.grid;
  const column = columnOf(unit);
  const shrunken = adjusted && isPeople(unit) && countedNote(model, answer, unit) === null;
  const standings = standingsOf(rows, column, people, shrunken);
  const table = tableOfPeople(
    standings,
    people.map((name) => rowOf(rows, column, name)),
    model,
    column,
  );
  const peers = isPeople(unit) ? peersOf(rows, column, shrunken) : null;
  const title = words.t(model.title);
  const options = { person: column, slots, focus, currency: answer.currency, dense, ...(peers && { peers }) };
  const nameOf = (name: string | null): string => nameIn(unit, name, words);
  return (
    <>
      <Picture
        name={title}
        height={dense ? denseRowHeight : compareRowHeight}
        table={table}
        draw={(marks) => compareRow(table, options, { ...chartWords, nameOf }, words.locale, marks)}
        explained={asked}
        onChoose={unit === 'period' ? undefined : (where) => filterTo(unit, [where[unit] ?? 'Unknown'])}
      />
      <div className={`measure-people ${people.length > 4 ? 'measure-six' : ''}`}>
        {people.map((name, i) => (
          <span key={name} className="measure-value num">
            <Value
              model={model}
              row={rowOf(rows, column, name)}
              shown={standings[i]?.value ?? null}
              name={name}
              shrunken={shrunken}
            />
          </span>
        ))}
      </div>
      <Verdict verdict={verdictOn(model.kind, standingsOf(rows, column, people, true), answer, unit, words)} />
    </>
  );
}

function rowOf(rows: readonly Row[], unit: string, name: string): Row | undefined {
  return rows.find((row) => row[unit] === name);
}

const unitOf = { rate: 'ratio', money: 'money', days: 'days' } as const;

function tableOfPeople(
  standings: readonly Standing[],
  rows: readonly (Row | undefined)[],
  model: MeasureModel,
  unit: string,
): Table {
  const figures = (['value', 'lower', 'upper'] as const).map((name) =>
    numberColumn(
      name,
      unitOf[model.kind],
      standings.map((standing) => standing[name]),
    ),
  );
  return tableOf(
    textColumn(
      unit,
      standings.map(({ name }) => name),
    ),
    ...figures,
    numberColumn(
      'n',
      'count',
      rows.map((row) => numberIn(row, 'n')),
    ),
    textColumn(
      'state',
      rows.map((row) => textIn(row, 'state')),
    ),
  );
}

interface ValueProps {
  readonly model: MeasureModel;
  readonly row: Row | undefined;
  readonly shown: number | null;
  readonly name: string;
  readonly shrunken: boolean;
}

function Value({ model, row, shown, name, shrunken }: ValueProps) {
  const formats = useFormat();
  const { t } = useWords();
  const { unit } = useQuestion((history) => history.asked.reps);
  const asked = useAsked(model);
  const thin = textIn(row, 'state') === 'thin';
  return (
    <>
      <FigureButton {...asked} where={{ [columnOf(unit)]: name }} text={valueText(model, shown, formats)} thin={thin} />
      {shrunken && <span className="caption">{valueText(model, numberIn(row, 'value'), formats)}</span>}
      {shrunken && row?.['mix'] === true && <span className="caption">{t('reps.mix')}</span>}
    </>
  );
}

function valueText({ kind }: MeasureModel, value: number | null, { of }: Formats): string {
  if (kind === 'money') return of('money', value, { compact: true });
  return kind === 'days' ? of('days', value, { bare: true, decimals: 0 }) : of('ratio', value, { decimals: 0 });
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
