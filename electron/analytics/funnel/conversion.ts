import { isRung, rankOf, rungs, shownRungs } from '../../model/ladder';
import { numberColumn, textColumn, withColumns } from '../../model/table';
import type { Aliases, Finish, Options, OptionModel } from '../metric';
import { incidence, incidenceColumns } from '../incidence';
import { keepsBuckets } from '../labels';
import { ratioColumns, ratioOfSums } from '../ratio-of-sums';
import { stepsQuickly } from '../step-board';
import { spokenQuickly } from '../talk-board';
import { attributionOption, days, daysOf, metric, oneOf } from '../metric';
import cohortConversion from './cohort-conversion.sql?raw';
import conversationConversionByDeals from './conversation-conversion-by-deals.sql?raw';
import conversationConversion from './conversation-conversion.sql?raw';
import { creditOption, excludeOption, journeyParameters, orders, stepsOption, windowOption } from './journey';
import journey from './journey.sql?raw';
import stageConversionByValue from './stage-conversion-by-value.sql?raw';

const stepColumns = {
  from_rung: 'label',
  to_rung: 'label',
  immature: 'count',
  immature_hits: 'count',
  reached_from: 'count',
  reached_to: 'count',
  median_days: 'days',
  window_days: 'days',
  ended_lost: 'count',
  ended_no_decision: 'count',
  ended_disqualified: 'count',
  still_open: 'count',
  other_bound: 'ratio',
  ...incidenceColumns,
} as const;

function rungOption(first: string): OptionModel {
  return { default: first, values: rungs, accepts: isRung };
}

function rank(options: Options, name: 'from' | 'to'): number {
  const rung = options[name] ?? '';
  return isRung(rung) ? rankOf(rung) : 0;
}

function stepAliases(options: Options): Aliases {
  const [from, to] = [rank(options, 'from'), rank(options, 'to')];
  if (options['reach'] !== 'touched') {
    return {
      from_at: `reached_${from}`,
      from_on: `reached_on_${from}`,
      to_at: `reached_${to}`,
      to_on: `reached_on_${to}`,
    };
  }
  const dayOf = (column: string) => `day_of(${column}, cast($time_zone as varchar), cast($shift as bigint))`;
  return {
    from_at: `touched_${from}`,
    from_on: dayOf(`touched_${from}`),
    to_at: `touched_${to}`,
    to_on: dayOf(`touched_${to}`),
  };
}

// Who owned it when the rung was reached, or, where only its own stages count, when that stage was entered.
function entryRepOf(options: Options): string {
  const from = Math.min(rank(options, 'from'), 7);
  return options['reach'] === 'touched' && from >= 2 && from <= 6 ? `rep_at_touched_${from}` : `rep_at_${from}`;
}

function stepParameters(options: Options) {
  return { window_days: daysOf(options['window']), from_rank: rank(options, 'from'), to_rank: rank(options, 'to') };
}

const step = {
  sql: cohortConversion,
  kind: 'rate',
  unit: 'ratio',
  columns: stepColumns,
  attribution: 'at_entry',
  entryRep: entryRepOf,
  aliases: stepAliases,
  parameters: stepParameters,
  more: incidence,
  quick: stepsQuickly,
  immatureColumn: 'immature',
  parts: { entered: 'from_at is not null' },
} as const;

const valueColumns = { immature_money: 'money', immature_hits_money: 'money', hits_without_money: 'count' } as const;

const sharesOfMoney = ratioOfSums({ complement: false, sums: valueColumns });

// What a finishing step makes has the labels of its run anew. Money begins with a deal: of leads there is a sum that came so far, but no share.
const shareOfMoney: Finish = async (raw, context) => {
  const { from, to } = context.options;
  const table = await sharesOfMoney(raw, context);
  const all = <T>(value: T) => new Array<T>(table.length).fill(value);
  const named = [textColumn('from_rung', 'label', all(from ?? '')), textColumn('to_rung', 'label', all(to ?? ''))];
  if (rank(context.options, 'from') >= rankOf('qualified')) return withColumns(table, named);
  const none = ['value', 'lower', 'upper', 'largest_share'].map((name) => numberColumn(name, 'ratio', all(null)));
  const texts = [textColumn('reason', 'label', all('no_money')), textColumn('method', 'label', all(null))];
  return withColumns(table, [...named, ...none, ...texts]);
};

// Each step from the one before, and all of them from the first.
function valuePairs(steps: readonly string[]): readonly (readonly [from: string, to: string])[] {
  return steps.slice(1).flatMap((to, i): (readonly [string, string])[] => {
    const [first = '', before = ''] = [steps[0], steps[i]];
    return i === 0
      ? [[first, to]]
      : [
          [before, to],
          [first, to],
        ];
  });
}

// Rungs of the ladder, two at least.
const stepsOf: OptionModel = {
  default: shownRungs.join(','),
  values: 'rungs, lowest first',
  accepts: (text) => text.split(',').length >= 2 && text.split(',').every(isRung),
};

/** How far journeys get: section F of the domain specification. */
export const conversion = {
  'cohort-conversion': metric({
    ...step,
    spec: 'M01',
    title: 'Cohort conversion',
    options: {
      from: rungOption('qualified'),
      to: rungOption('won'),
      window: days(90),
      reach: oneOf('cumulative', 'touched'),
      attribution: attributionOption('at_entry'),
    },
    runs: (options) => [{ options, labels: { from_rung: options['from'] ?? '', to_rung: options['to'] ?? '' } }],
  }),
  'conversation-conversion': metric({
    spec: 'M02',
    title: 'Conversation conversion',
    sql: conversationConversion,
    kind: 'rate',
    unit: 'ratio',
    without: { activities: conversationConversionByDeals },
    options: { window: days(90), attribution: attributionOption('current') },
    attribution: 'current',
    parameters: (options, question) => ({
      window_days: daysOf(options['window']),
      keeps_unlinked: String(keepsBuckets(question?.filters ?? {})),
    }),
    quick: spokenQuickly,
  }),
  'stage-conversion': metric({
    ...step,
    spec: 'M03',
    title: 'Stage conversion',
    options: {
      steps: stepsOf,
      window: days(90),
      reach: oneOf('cumulative', 'touched'),
      attribution: attributionOption('at_entry'),
    },
    runs: (options) => {
      const ladder = (options['steps'] ?? '').split(',');
      return ladder.slice(1).map((to, i) => {
        const from = ladder[i] ?? '';
        return { options: { ...options, from, to }, labels: { from_rung: from, to_rung: to } };
      });
    },
    keys: ['from_rung', 'to_rung'],
    // Whom the step took a span of days.
    narrows: {
      least_days: 'step_days >= cast($key_least_days as double)',
      under_days: 'step_days < cast($key_under_days as double)',
    },
  }),
  'stage-conversion-by-value': metric({
    spec: 'M03',
    title: 'Stage conversion by value',
    sql: stageConversionByValue,
    kind: 'custom',
    unit: 'ratio',
    columns: {
      from_rung: 'label',
      to_rung: 'label',
      ...valueColumns,
      ...ratioColumns,
    },
    attribution: 'at_entry',
    entryRep: entryRepOf,
    aliases: stepAliases,
    parameters: stepParameters,
    options: {
      steps: stepsOf,
      window: days(90),
      reach: oneOf('cumulative', 'touched'),
      attribution: attributionOption('at_entry'),
    },
    runs: (options) =>
      valuePairs((options['steps'] ?? '').split(',')).map(([from, to]) => ({
        options: { ...options, from, to },
        labels: { from_rung: from, to_rung: to },
      })),
    keys: ['from_rung', 'to_rung'],
    finish: shareOfMoney,
  }),
  journey: metric({
    spec: 'M73',
    title: 'Journey explorer',
    sql: journey,
    kind: 'rate',
    unit: 'ratio',
    columns: {
      step: 'label',
      event: 'label',
      reached: 'count',
      immature: 'count',
      from_previous: 'ratio',
      mean_days: 'days',
      median_days: 'days',
    },
    needs: [['opportunities', 'leads']],
    uses: ['states'],
    options: {
      steps: stepsOption,
      order: oneOf(...orders),
      exclude: excludeOption,
      window: windowOption,
      over: oneOf('journey', 'account'),
      credit: creditOption,
    },
    attribution: 'at_entry',
    day: 'path_on',
    entryRep: () => 'path_rep',
    parameters: journeyParameters,
    keys: ['step'],
    immatureColumn: 'immature',
  }),
};
