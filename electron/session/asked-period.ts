import { metricOf } from '../analytics';
import { optionsOfChanged, toDate } from '../analytics/measured-change';
import type { MetricDeclaration } from '../analytics/metric';
import { yearBefore } from '../model/fiscal';
import { isTimeDimension } from '../model/question';
import type { Answer, Question } from '../model/question';
import type { Ground } from './answer';
import { fiscalQuarterOf, lastFourQuarters, localDay } from './fiscal';

/** The question with the period the metric takes where none was named: the fiscal quarter of the as-of, or the four before it. */
export function framed(metric: MetricDeclaration, question: Question, ground: Ground): Question {
  if (metric.period === 'all' || question.from !== null || question.to !== null || ground.asOf === null)
    return question;
  const today = localDay(ground.asOf, ground.settings.time_zone);
  const usual = metric.period === 'quarter' ? fiscalQuarterOf : lastFourQuarters;
  return { ...question, ...usual(today, ground.settings) };
}

/** The question of a change about its later period: whole, and cut off at the as-of. */
export function laterPeriod(ground: Ground, question: Question) {
  const whole = {
    ...framed(metricOf('measured-change'), question, ground),
    options: optionsOfChanged(question.options['of']),
  };
  const today = ground.asOf === null ? null : localDay(ground.asOf, ground.settings.time_zone);
  const { question: plain, cut } = today === null ? { question: whole, cut: false } : toDate(whole, today);
  return { whole, plain, cut };
}

/** The period an answer tells: the twelve months a metric takes of its own accord where none was named are told as if they had been. */
export function toldPeriod(
  ground: Ground,
  metric: MetricDeclaration,
  { from, to, by, filters }: Question,
): Answer['period'] {
  const split = [...by, ...Object.keys(filters)].some(isTimeDimension);
  if (!metric.twelveMonths || split || from !== null || ground.asOf === null) return { start: from, end: to };
  const tomorrow = new Date(Date.parse(localDay(ground.asOf, ground.settings.time_zone)) + 86_400_000);
  const end = to ?? tomorrow.toISOString().slice(0, 10);
  return { start: yearBefore(end), end };
}
