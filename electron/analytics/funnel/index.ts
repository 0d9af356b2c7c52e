import { isRung, rankOf, rungs, shownRungs } from '../../model/ladder';
import type { Aliases, Options, OptionModel } from '../metric';
import { attributionOption, days, daysOf, metric, numberBetween, oneOf } from '../metric';
import { studentMean } from '../mean';
import { ratioColumns, ratioOfSums } from '../ratio-of-sums';
import bookings from './bookings.sql?raw';
import cohortConversion from './cohort-conversion.sql?raw';
import contactRate from './contact-rate.sql?raw';
import conversationConversion from './conversation-conversion.sql?raw';
import cycleLength from './cycle-length.sql?raw';
import dealValue from './deal-value.sql?raw';
import discountDiscipline from './discount-discipline.sql?raw';
import { lossProfile } from './loss-profile';
import lossProfileSql from './loss-profile.sql?raw';
import stageDuration from './stage-duration.sql?raw';
import timeToFirstContact from './time-to-first-contact.sql?raw';
import winRateByValue from './win-rate-by-value.sql?raw';
import winRate from './win-rate.sql?raw';

const stepColumns = {
  from_rung: 'label',
  to_rung: 'label',
  immature: 'count',
  immature_hits: 'count',
  reached_from: 'count',
  reached_to: 'count',
  median_days: 'days',
  ended_lost: 'count',
  ended_no_decision: 'count',
  ended_disqualified: 'count',
  still_open: 'count',
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

function stepParameters(options: Options) {
  return { window_days: daysOf(options['window']), from_rank: rank(options, 'from'), to_rank: rank(options, 'to') };
}

const step = {
  sql: cohortConversion,
  kind: 'rate',
  unit: 'ratio',
  columns: stepColumns,
  attribution: 'at_entry',
  entryRep: (options: Options) => `rep_at_${Math.min(rank(options, 'from'), 7)}`,
  aliases: stepAliases,
  parameters: stepParameters,
  immatureColumn: 'immature',
} as const;

/** Section F and W of the domain specification, first cut: conversion, winning, speed. */
export const funnel = {
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
    needs: ['activities', 'opportunities'],
    options: { window: days(90), attribution: attributionOption('current') },
    attribution: 'current',
    parameters: (options) => ({ window_days: daysOf(options['window']) }),
  }),
  'stage-conversion': metric({
    ...step,
    spec: 'M03',
    title: 'Stage conversion',
    options: {
      steps: {
        default: shownRungs.join(','),
        values: 'rungs, lowest first',
        accepts: (text) => text.split(',').length >= 2 && text.split(',').every(isRung),
      },
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
  }),
  'contact-rate': metric({
    spec: 'M04',
    title: 'Contact rate',
    sql: contactRate,
    kind: 'rate',
    unit: 'ratio',
    columns: { immature: 'count', before_creation: 'count' },
    needs: ['leads', 'activities'],
    uses: ['approaches'],
    options: {
      window: days(14),
      contact: oneOf('outbound', 'answered'),
      attribution: attributionOption('at_entry'),
    },
    attribution: 'at_entry',
    day: 'lead_began_on',
    entryRep: () => 'rep_at_0',
    parameters: (options) => ({
      window_days: daysOf(options['window']),
      contact: options['contact'] ?? 'outbound',
    }),
    immatureColumn: 'immature',
  }),
  'time-to-first-contact': metric({
    spec: 'M05',
    title: 'Time to first contact',
    sql: timeToFirstContact,
    kind: 'survival',
    unit: 'days',
    columns: {
      median_days: 'days',
      p25_days: 'days',
      p75_days: 'days',
      contacted: 'count',
      waiting: 'count',
      before_creation: 'count',
    },
    needs: ['leads', 'activities'],
    uses: ['approaches'],
    options: { attribution: attributionOption('at_entry') },
    attribution: 'at_entry',
    day: 'lead_began_on',
    entryRep: () => 'rep_at_0',
  }),
  'stage-duration': metric({
    spec: 'M06',
    title: 'Stage duration',
    sql: stageDuration,
    kind: 'survival',
    unit: 'days',
    columns: {
      median_days: 'days',
      p25_days: 'days',
      p75_days: 'days',
      mean_days: 'days',
      left_rung: 'count',
      still_there: 'count',
      moved_back: 'count',
    },
    needs: ['stage_events'],
    uses: ['visits'],
    options: {
      per: oneOf('journey', 'visit'),
      outcome: oneOf('all', 'open', 'won', 'lost', 'no_decision', 'disqualified'),
      attribution: attributionOption('at_entry'),
    },
    attribution: 'at_entry',
    day: 'entered_on',
    entryRep: () => 'rep_at_rung',
    parameters: (options) => ({ per: options['per'] ?? 'journey', outcome: options['outcome'] ?? 'all' }),
    keys: ['rung'],
  }),
  'win-rate': metric({
    spec: 'M08',
    title: 'Win rate',
    sql: winRate,
    kind: 'rate',
    unit: 'ratio',
    options: { disqualified: oneOf('excluded', 'counted'), attribution: attributionOption('at_close') },
    parameters: (options) => ({ disqualified: options['disqualified'] ?? 'excluded' }),
  }),
  'win-rate-by-value': metric({
    spec: 'M09',
    title: 'Win rate by value',
    sql: winRateByValue,
    kind: 'custom',
    unit: 'ratio',
    columns: ratioColumns,
    options: { attribution: attributionOption('at_close') },
    finish: ratioOfSums({ complement: false }),
  }),
  'loss-profile': metric({
    spec: 'M10',
    title: 'Loss profile',
    sql: lossProfileSql,
    kind: 'custom',
    unit: 'ratio',
    columns: { share: 'ratio', amount_money: 'money' },
    options: { of: oneOf('reason', 'competitor', 'reference'), attribution: attributionOption('at_close') },
    parameters: (options) => ({ of: options['of'] ?? 'reason' }),
    keys: ['reason'],
    shared: (options) => options['of'] !== 'reference',
    finish: lossProfile,
  }),
  'discount-discipline': metric({
    spec: 'M11',
    title: 'Discount discipline',
    sql: discountDiscipline,
    kind: 'custom',
    unit: 'ratio',
    columns: ratioColumns,
    options: { limit: numberBetween(0.2, 0, 1), attribution: attributionOption('at_close') },
    parameters: (options) => ({ limit: Number(options['limit']) }),
    finish: ratioOfSums({ complement: true }),
  }),
  bookings: metric({
    spec: 'M12',
    title: 'Bookings',
    sql: bookings,
    kind: 'money',
    unit: 'money',
    options: { attribution: attributionOption('at_close') },
  }),
  'deal-value': metric({
    spec: 'M13',
    title: 'Deal value',
    sql: dealValue,
    kind: 'custom',
    unit: 'money',
    columns: { mean_money: 'money', median_money: 'money', p75_money: 'money', log_mean: 'score' },
    options: { attribution: attributionOption('at_close') },
    finish: studentMean,
  }),
  'cycle-length': metric({
    spec: 'M18',
    title: 'Cycle length',
    sql: cycleLength,
    kind: 'days',
    unit: 'days',
    columns: { median_days: 'days', p25_days: 'days', p75_days: 'days', mean_days: 'days' },
    options: { start: oneOf('created', 'qualified'), attribution: attributionOption('at_close') },
    aliases: (options) =>
      options['start'] === 'qualified'
        ? { start_at: 'reached_2', start_on: 'reached_on_2' }
        : { start_at: 'deal_began_at', start_on: 'deal_began_on' },
  }),
};
