import { numbersOf } from '../../model/table';
import { cyclesQuickly } from '../cycle-board';
import { bookingsQuickly } from '../booking-board';
import { winRateQuickly } from '../deal-board';
import { incidenceColumns, incidenceWhere } from '../incidence';
import { attributionOption, days, daysOf, metric, numberBetween, oneOf } from '../metric';
import { studentMean } from '../mean';
import { worthQuickly } from '../worth-board';
import { ratioColumns, ratioOfSums } from '../ratio-of-sums';
import bookings from './bookings.sql?raw';
import cycleLength from './cycle-length.sql?raw';
import dealValue from './deal-value.sql?raw';
import discountDiscipline from './discount-discipline.sql?raw';
import { lossProfile } from './loss-profile';
import lossProfileSql from './loss-profile.sql?raw';
import winRateByValue from './win-rate-by-value.sql?raw';
import winRate from './win-rate.sql?raw';

/** What was won and lost, for how much and how fast: section W of the domain specification. */
export const winning = {
  'win-rate': metric({
    spec: 'M08',
    title: 'Win rate',
    sql: winRate,
    kind: 'rate',
    unit: 'ratio',
    options: { disqualified: oneOf('excluded', 'counted'), attribution: attributionOption('at_close') },
    parameters: (options) => ({ disqualified: options['disqualified'] ?? 'excluded' }),
    quick: winRateQuickly,
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
    uses: ['credit_shares'],
    kind: 'money',
    unit: 'money',
    options: { attribution: attributionOption('at_close') },
    parameters: (options) => ({ attribution: options['attribution'] ?? 'at_close' }),
    parts: {
      numerator: 'left_out is null',
      denominator: 'left_out is null and is_main and amount_money >= 0',
      excluded: 'left_out is not null and is_main',
    },
    quick: bookingsQuickly,
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
    quick: worthQuickly,
  }),
  'cycle-length': metric({
    spec: 'M18',
    title: 'Cycle length',
    sql: cycleLength,
    kind: 'days',
    unit: 'days',
    columns: {
      median_days: 'days',
      p25_days: 'days',
      p75_days: 'days',
      mean_days: 'days',
      reopened: 'count',
      open_older: 'count',
      survivor_bias: 'flag',
      ...incidenceColumns,
    },
    options: {
      start: oneOf('created', 'qualified'),
      days: oneOf('calendar', 'active'),
      window: days(90),
      attribution: attributionOption('at_close'),
    },
    parameters: (options) => ({ days: options['days'] ?? 'calendar', window_days: daysOf(options['window']) }),
    more: incidenceWhere((raw, row) => numbersOf(raw, 'survivor_bias')[row] === 1),
    parts: { excluded: "left_out = 'bad_dates'" },
    quick: cyclesQuickly,
    aliases: (options) =>
      options['start'] === 'qualified'
        ? { start_at: 'reached_2', start_on: 'reached_on_2' }
        : { start_at: 'deal_began_at', start_on: 'deal_began_on' },
  }),
};
