import type { Question } from '../../electron/model/question';
import type { Unit } from '../../electron/model/units';
import type { Row } from '../engine';
import type { MessageKey, Words } from '../i18n';
import type { Period } from '../state/period';
import type { Answered, MetricAnswer, Most } from '../state/use-metric';
import { useMetric } from '../state/use-metric';
import { usePeriod, useQuestionAbout } from '../state/use-period';
import type { Formats } from '../ui/use-format';
import { useFormat } from '../ui/use-format';
import { useWords } from '../ui/words';
import { figureIn, numberIn } from './answers';
import { FigureButton } from './figure-button';
import type { Against } from './compared';
import { useAgainst } from './compared';
import { isMissing, reasonText } from './names';
import { comparedName } from './period-name';
import './panel.css';

/** One figure of a measure: which one, over which period, and which of its columns. */
export interface MeasureModel {
  readonly metric: string;
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** Column that is shown; `value` when left out. */
  readonly column?: string | undefined;
  /** Row that is meant, by its keys; the first when left out. */
  readonly where?: Readonly<Record<string, string>> | undefined;
  /** The measure's own title when left out. */
  readonly title?: string | undefined;
  readonly period?: Period | undefined;
  /** What it was in each compared period is written below it. */
  readonly compared?: boolean | undefined;
  /** Row the figure is taken from, where the answer has a row a customer: the largest in a column. */
  readonly most?: Most | undefined;
  /** How the value is written, where its unit does not say. */
  readonly show?: ((value: number | null, formats: Formats) => string) | undefined;
  /** How firm the figure is, where its column has evidence of its own. */
  readonly state?: ((row: Row) => string) | undefined;
  /** What is said beside it in place of interval and n. */
  readonly detail?: ((row: Row, formats: Formats, currency: string) => string) | undefined;
}

/** A measure's answer with what it was asked. */
export interface Asked extends Answered<MetricAnswer> {
  readonly question: Question;
}

/** Answer of a measure over the period on screen, or over another one. */
export function useAsked(
  metric: string,
  options: Readonly<Record<string, string>> = {},
  by: readonly string[] = [],
  period?: Period,
  most?: Most,
): Asked {
  const own = usePeriod();
  const question = useQuestionAbout(period ?? own, by, options);
  return { question, ...useMetric(metric, question, most) };
}

/** A value of any unit as a person reads it beside its name. */
export function figureText(unit: Unit, value: number | null, currency: string, formats: Formats): string {
  return unit === 'money' ? formats.money(value, currency) : formats.of(unit, value);
}

/** Unit of an answer's column; a score where there is none. */
export function unitIn(answer: MetricAnswer | undefined, column: string): Unit {
  return answer?.grid.columns.find(({ name }) => name === column)?.unit ?? 'score';
}

// Figures that are shown grey, and what is said of them.
const weakStates: Readonly<Record<string, MessageKey>> = {
  thin: 'chart.thin',
  immature: 'measure.running',
  derived: 'measure.derived',
};

interface Said {
  readonly text: string;
  readonly detail: string;
  readonly thin: boolean;
}

function said(answer: MetricAnswer, model: MeasureModel, words: Words, formats: Formats): Said {
  const { column = 'value', where = {} } = model;
  const row = answer.grid.rows.find((each) => Object.entries(where).every(([name, value]) => each[name] === value));
  const figure = figureIn(row);
  const value = numberIn(row, column);
  const unit = unitIn(answer, column);
  const weak = weakStates[row && model.state ? model.state(row) : figure.state];
  const thin = weak !== undefined;
  const text =
    model.show && value !== null ? model.show(value, formats) : figureText(unit, value, answer.currency, formats);
  if (value === null && (figure.n === 0 || figure.reason === 'no_cost' || isMissing(figure.reason)))
    return { text, detail: reasonText(figure.reason ?? 'empty', words), thin };
  const state = weak === undefined ? [] : [words.t(weak)];
  if (row && model.detail) {
    return { text, detail: [model.detail(row, formats, answer.currency), ...state].join(' · '), thin };
  }
  if (value === null) return { text, detail: reasonText(figure.reason ?? 'empty', words), thin };
  const money = { currency: answer.currency, compact: true };
  const range =
    column !== 'value' || figure.lower === null ? [] : [formats.range(unit, figure.lower, figure.upper, money)];
  const count = figure.n === null ? [] : [words.t('measure.n', { n: formats.count(figure.n) })];
  return { text, detail: [...range, ...state, ...count].join(' · '), thin };
}

function Figure({ model, shape }: { model: MeasureModel; shape: 'line' | 'cell' }) {
  const words = useWords();
  const formats = useFormat();
  const asked = useAsked(model.metric, model.options, [], model.period, model.most);
  const title = model.title ?? words.find(`metric.${model.metric}.title`) ?? model.metric;
  const figure = asked.answer && said(asked.answer, model, words, formats);
  return (
    <div className={`measure-${shape} ${asked.stale ? 'stale' : ''}`} role="listitem">
      <div className="measure-name" title={title}>
        {title}
      </div>
      <div className="measure-said">
        <FigureButton
          metric={model.metric}
          question={asked.question}
          {...(model.where && { where: model.where })}
          text={figure?.text ?? '–'}
          thin={figure?.thin ?? false}
        />
        <span className="caption num">{figure?.detail}</span>
        {model.compared && <BeforeEach model={model} />}
      </div>
    </div>
  );
}

/** What a measure was in each compared period. */
export function BeforeEach({ model }: { model: MeasureModel }) {
  const own = usePeriod();
  return useAgainst(model.period ?? own).map((against) => (
    <Before key={against.kind} model={model} against={against} />
  ));
}

function Before({ model, against }: { model: MeasureModel; against: Against }) {
  const words = useWords();
  const formats = useFormat();
  const { answer } = useAsked(model.metric, model.options, [], against.period, model.most);
  const value = answer ? said(answer, model, words, formats).text : '';
  return (
    <span className="caption num measure-before">
      {words.t('overview.compared', { period: comparedName(against, words), value })}
    </span>
  );
}

/** Measures one below the other: name, figure, evidence. */
export function MeasureLines({ label, models }: { label: string; models: readonly MeasureModel[] }) {
  return (
    <div className="measure-lines" role="list" aria-label={label}>
      {models.map((model) => (
        <Figure key={keyOf(model)} model={model} shape="line" />
      ))}
    </div>
  );
}

/** Measures beside each other between two hairlines. */
export function MeasureStrip({ label, models }: { label: string; models: readonly MeasureModel[] }) {
  return (
    <div className="measure-strip" role="list" aria-label={label}>
      {models.map((model) => (
        <Figure key={keyOf(model)} model={model} shape="cell" />
      ))}
    </div>
  );
}

function keyOf({ metric, column = 'value', options = {}, where = {} }: MeasureModel): string {
  return JSON.stringify([metric, column, options, where]);
}
