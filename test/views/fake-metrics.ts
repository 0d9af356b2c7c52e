/** Answers to the metrics of the first cut over the invented company, finished by the engine's own rules. */
import { finish } from '../../electron/analytics/finish';
import { compareGroups } from '../../electron/analytics/homogeneity';
import { metricOf, optionsOf } from '../../electron/analytics';
import { adjustedForMix, isOfPeople, notAdjusted, rateOf, stratum } from '../../electron/analytics/mix-adjustment';
import { changeBetween, earlierPeriod, optionsOfChanged } from '../../electron/analytics/measured-change';
import type { Answer, Question } from '../../electron/model/question';
import type { Settings } from '../../electron/model/settings';
import { defaultSettings } from '../../electron/model/settings';
import type { Column, Table } from '../../electron/model/table';
import { numberColumn, stackTables, textColumn, withColumns } from '../../electron/model/table';
import { quantile } from '../../electron/stats/quantile';
import type { Journey } from './company';
import { asOfDay, day, ladder, quarterOf } from './company';
import { moneyOf } from './fake-money';
import { isOfTrials, trialsAnswer } from './fake-trials';
import { plainExtra, plainTable } from './plain-answer';

export const settings: Settings = { ...defaultSettings, time_zone: 'Asia/Kuala_Lumpur', currency: 'MYR' };

/** One unit of a metric, as the first half of its SQL would make it. */
export interface FakeUnit {
  readonly journey: Journey;
  readonly on: number;
  readonly hit: boolean;
  readonly leftOut: string | null;
  readonly days: number | null;
}

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly window?: string;
  readonly steps?: string;
}

/** The units of a metric in the period and under the filters of a question. */
export function unitsOf(
  all: readonly Journey[],
  metric: string,
  question: Question,
  options: Options,
): readonly FakeUnit[] {
  const within = (on: number): boolean =>
    (question.from === null || on >= day(question.from)) && (question.to === null || on < day(question.to));
  return all.flatMap((journey) => {
    const passes = Object.entries(question.filters).every(([name, values]) =>
      values.includes(dimensionOf(journey, name, 0)),
    );
    const unit = passes ? unitOf(journey, metric, options) : null;
    return unit && within(unit.on) ? [unit] : [];
  });
}

function unitOf(journey: Journey, metric: string, options: Options): FakeUnit | null {
  const { outcome, closed, reached } = journey;
  const plain = { journey, leftOut: null, days: null };
  switch (metric) {
    case 'win-rate':
      if (closed === undefined) return null;
      return {
        ...plain,
        on: closed,
        hit: outcome === 'won',
        leftOut: outcome === 'disqualified' ? 'disqualified' : null,
      };
    case 'conversation-conversion':
      return journey.spoken ? { ...plain, on: reached[0] ?? 0, hit: outcome === 'won' } : null;
    case 'bookings':
    case 'cycle-length':
      if (outcome !== 'won' || closed === undefined) return null;
      return { ...plain, on: closed, hit: true, days: closed - (reached[0] ?? closed) };
    default:
      return stepOf(journey, options);
  }
}

function stepOf(journey: Journey, { from = 'qualified', to = 'won', window = '90d' }: Options): FakeUnit | null {
  const [a, b] = [journey.reached[indexOf(from)], journey.reached[indexOf(to)]];
  if (a === undefined) return null;
  const days = b === undefined ? null : b - a;
  const longest = Number.parseInt(window, 10);
  return {
    journey,
    on: a,
    hit: days !== null && days <= longest,
    leftOut: asOfDay - a < longest ? 'not_mature' : null,
    days,
  };
}

function indexOf(rung: string): number {
  return ladder.findIndex((entry) => entry === rung);
}

/** Value of a dimension of a journey; time by the day the unit counts in. */
export function dimensionOf(journey: Journey, name: string, on: number): string {
  const parts = name.split('+');
  if (parts.length > 1) return parts.map((part) => dimensionOf(journey, part, on)).join('\u001f');
  if (name === 'quarter') return quarterOf(on);
  if (name === 'rep' || name === 'team' || name === 'source' || name === 'segment') return journey[name];
  return 'Unknown';
}

const ofJourneys: ReadonlySet<string> = new Set([
  'win-rate',
  'conversation-conversion',
  'bookings',
  'cycle-length',
  'cohort-conversion',
  'stage-conversion',
  'stage-conversion-by-value',
]);

/** A metric's answer over the company; those that need more than journeys are filled by their declaration. */
export async function fakeAnswer(
  all: readonly Journey[],
  id: string,
  question: Question,
  trials?: Table,
): Promise<Answer> {
  const options = optionsOf(id, question.options);
  if (id === 'measured-change') {
    const plain = { ...question, options: optionsOfChanged(options['of']) };
    const now = await fakeAnswer(all, options['of'] ?? 'win-rate', plain);
    const earlier = earlierPeriod(plain, options['against'], settings);
    const before = await fakeAnswer(all, options['of'] ?? 'win-rate', earlier);
    return frame(id, question, changeBetween(now, before, options));
  }
  if (id === 'mix-adjustment') {
    const rate = rateOf(options);
    const crude = await fakeAnswer(all, rate.id, { ...question, options: rate.options });
    if (!isOfPeople(question.by)) return frame(id, question, notAdjusted(crude.table, question.by));
    const units = unitsOf(all, rate.id, question, optionsOf(rate.id, rate.options));
    const gathered = aggregate(units, [...question.by, stratum]);
    const { strata, ...made } = await adjustedForMix(crude.table, question.by, gathered, settings, () =>
      Promise.resolve(),
    );
    return { ...frame(id, question, made.table), homogeneity: made.homogeneity, extra: { strata } };
  }
  if (isOfTrials(id)) {
    const { table, extra } = await trialsAnswer(id, question, settings, options, trials);
    return { ...frame(id, question, table), extra };
  }
  if (!ofJourneys.has(id)) return { ...frame(id, question, plainTable(id, question)), ...plainExtra(id) };
  const metric = metricOf(id);
  const tables: Table[] = [];
  for (const run of metric.runs(options, settings)) {
    const units = unitsOf(all, id, question, run.options);
    const raw = id === 'stage-conversion-by-value' ? moneyOf(units) : aggregate(units, question.by);
    const labels = Object.entries(run.labels).map(([name, text]) =>
      textColumn(name, 'label', new Array<string>(Math.max(1, raw.length)).fill(text)),
    );
    const context = {
      options: run.options,
      settings,
      by: question.by,
      empty: new Set<string>(),
      extra: {},
      turn: () => Promise.resolve(),
    };
    tables.push(await finish(metric, withColumns(raw, labels), context));
  }
  const table = stackTables(tables);
  const [only] = question.by;
  const compared =
    metric.kind === 'rate' && question.by.length === 1 && (only === 'rep' || only === 'team')
      ? compareGroups(table, only)
      : null;
  const answer = frame(id, question, compared?.table ?? table);
  return compared ? { ...answer, homogeneity: compared.homogeneity } : answer;
}

function frame(id: string, question: Question, table: Table): Answer {
  return {
    metric: id,
    spec: metricOf(id).spec,
    as_of: '2026-09-30T15:59:59.999Z',
    period: { start: question.from, end: question.to },
    filters: question.filters,
    by: question.by,
    time_zone: settings.time_zone,
    currency: settings.currency,
    settings: question.options,
    columns: table.columns.map(({ name, unit }) => ({ name, unit })),
    table,
    sql: [
      {
        text: 'select count(*) as value\nfrom derived.journeys\nwhere on_day >= $period_from::date;',
        parameters: { period_from: question.from },
      },
    ],
  };
}

function aggregate(units: readonly FakeUnit[], by: readonly string[]): Table {
  const groups = new Map<string, FakeUnit[]>();
  for (const unit of units) {
    const key = JSON.stringify(by.map((name) => dimensionOf(unit.journey, name, unit.on)));
    const group = groups.get(key);
    if (group) group.push(unit);
    else groups.set(key, [unit]);
  }
  if (by.length === 0 && groups.size === 0) groups.set('[]', []);
  const keys = [...groups.keys()].sort();
  const keyTexts = keys.map((key): string[] => JSON.parse(key) as string[]);
  const of = (read: (group: readonly FakeUnit[]) => number | null): (number | null)[] =>
    keys.map((key) => read(groups.get(key) ?? []));
  const count = (read: (unit: FakeUnit) => boolean) => of((group) => group.filter(read).length);
  const judged = (unit: FakeUnit): boolean => unit.leftOut === null;
  const ended = (outcome: string) => count((unit) => judged(unit) && !unit.hit && unit.journey.outcome === outcome);
  const days = (p: number) =>
    of((group) =>
      quantile(
        group.filter((unit) => judged(unit) && unit.hit).flatMap((unit) => unit.days ?? []),
        p,
      ),
    );
  const middle = days(0.5);
  const columns: readonly Column[] = [
    ...by.map((_, i) =>
      textColumn(
        `by_${i + 1}`,
        'label',
        keyTexts.map((texts) => texts[i] ?? null),
      ),
    ),
    numberColumn(
      'value',
      'money',
      of((group) => (group.length > 0 ? group.reduce((sum, { journey }) => sum + journey.amount, 0) : null)),
    ),
    numberColumn(
      'numerator',
      'count',
      count((unit) => judged(unit) && unit.hit),
    ),
    numberColumn('denominator', 'count', count(judged)),
    numberColumn('n', 'count', count(judged)),
    numberColumn(
      'immature',
      'count',
      count((unit) => unit.leftOut === 'not_mature'),
    ),
    numberColumn(
      'immature_hits',
      'count',
      count((unit) => unit.leftOut === 'not_mature' && unit.hit),
    ),
    numberColumn(
      'reached_from',
      'count',
      of((group) => group.length),
    ),
    numberColumn(
      'reached_to',
      'count',
      count((unit) => unit.days !== null),
    ),
    numberColumn('median_days', 'days', middle),
    numberColumn('p25_days', 'days', days(0.25)),
    numberColumn('p75_days', 'days', days(0.75)),
    numberColumn('mean_days', 'days', middle),
    numberColumn(
      'lower',
      'days',
      middle.map((value) => (value === null ? null : value * 0.88)),
    ),
    numberColumn(
      'upper',
      'days',
      middle.map((value) => (value === null ? null : value * 1.13)),
    ),
    numberColumn('ended_lost', 'count', ended('lost')),
    numberColumn('ended_no_decision', 'count', ended('no_decision')),
    numberColumn('ended_disqualified', 'count', ended('disqualified')),
    numberColumn(
      'still_open',
      'count',
      count((unit) => judged(unit) && !unit.hit && ['open', 'won'].includes(unit.journey.outcome)),
    ),
    numberColumn(
      'excluded_not_mature',
      'count',
      count((unit) => unit.leftOut === 'not_mature'),
    ),
    numberColumn(
      'excluded_disqualified',
      'count',
      count((unit) => unit.leftOut === 'disqualified'),
    ),
  ];
  return { length: keys.length, columns };
}
