import type { Question } from '../../model/question';
import { dimensions, isTimeDimension } from '../../model/question';
import type { Options, OptionModel, ParameterValues } from '../metric';
import { attributionOption, metric, oneOf, overFact } from '../metric';
import { agesQuickly } from '../age-board';
import ageing from './ageing.sql?raw';
import creditedDeals from './credited-deals.sql?raw';
import { forecast, forecastColumns } from './forecast';
import forecastSql from './forecast.sql?raw';
import { coverage, coverageColumns } from './pipeline-coverage';
import pipelineCoverage from './pipeline-coverage.sql?raw';
import { waterfall } from './pipeline-waterfall';
import pipelineWaterfall from './pipeline-waterfall.sql?raw';
import { salesVelocity, velocityColumns } from './sales-velocity';
import salesVelocitySql from './sales-velocity.sql?raw';
import slippage from './slippage.sql?raw';
import snapshotFunnel from './snapshot-funnel.sql?raw';
import stageMatrix from './stage-matrix.sql?raw';

/** Dimensions that do not change while a deal moves; what compares two instants has no month of its own. */
const lasting = dimensions.filter((name) => !isTimeDimension(name));

const current = { attribution: 'current' } as const;
const currentOption = { attribution: attributionOption('current') };

const closeRange: OptionModel = {
  default: 'period',
  values: 'period|all|FROM..TO',
  accepts: (text) => text === 'period' || text === 'all' || /^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/.test(text),
};

function closeParameters(options: Options, question?: Question): ParameterValues {
  const close = options['close'] ?? 'period';
  if (close === 'all') return { close: 'all', close_from: null, close_to: null };
  const [from, to] = close === 'period' ? [question?.from, question?.to] : close.split('..');
  return { close: 'range', close_from: from ?? null, close_to: to ?? null };
}

// Targets hang on reps and teams alone, so coverage is asked by these; team targets stand in where reps are not asked for.
function targetParameters(_options: Options, question?: Question): ParameterValues {
  const filters = question?.filters ?? {};
  const byRep = question?.by.includes('rep') === true || filters['rep'] !== undefined;
  return { by_rep: byRep ? 1 : 0, reps: filters['rep'] ?? null, teams: filters['team'] ?? null };
}

const monthsBack: Readonly<Record<string, number>> = { quarter: 3, year: 12 };

/** What stands where, and what moves: section W of the domain specification. */
export const pipeline = {
  'snapshot-funnel': metric({
    ...current,
    spec: 'M14',
    title: 'Snapshot funnel',
    sql: snapshotFunnel,
    kind: 'count',
    unit: 'count',
    columns: { rung: 'label', count: 'count', amount_money: 'money' },
    options: currentOption,
    parts: { numerator: 'hit', denominator: 'hit' },
    keys: ['rung'],
  }),
  'sales-velocity': metric({
    ...current,
    spec: 'M15',
    title: 'Sales velocity',
    sql: salesVelocitySql,
    kind: 'custom',
    unit: 'money',
    columns: velocityColumns,
    dimensions: lasting,
    uses: ['states'],
    options: { against: oneOf('quarter', 'year'), ...currentOption },
    parameters: (options) => ({ back_months: monthsBack[options['against'] ?? 'quarter'] ?? 3 }),
    parts: {
      numerator: "moment = 'now' and part = 'open'",
      denominator: "moment = 'now' and part = 'closed'",
      excluded: "moment = 'now' and left_out is not null",
    },
    finish: salesVelocity,
  }),
  'pipeline-coverage': metric({
    ...current,
    spec: 'M19',
    title: 'Pipeline coverage',
    sql: overFact(pipelineCoverage, creditedDeals),
    kind: 'custom',
    unit: 'ratio',
    columns: coverageColumns,
    dimensions: ['rep', 'team'],
    uses: ['win_chances', 'open_ages', 'credit_shares'],
    period: 'quarter',
    options: currentOption,
    parameters: targetParameters,
    parts: {
      numerator: "part = 'open' and left_out is null",
      denominator: "part = 'won' and left_out is null",
      excluded: "part <> 'target' and left_out is not null",
    },
    finish: coverage,
  }),
  slippage: metric({
    ...current,
    spec: 'M20',
    title: 'Slippage',
    sql: slippage,
    kind: 'rate',
    unit: 'ratio',
    columns: {
      basis: 'label',
      immature: 'count',
      lost: 'count',
      lost_share: 'ratio',
      mean_days: 'days',
      pushes: 'count',
    },
    uses: ['states'],
    period: 'quarter',
    options: currentOption,
    immatureColumn: 'immature',
  }),
  ageing: metric({
    ...current,
    spec: 'M21',
    title: 'Ageing',
    sql: ageing,
    kind: 'rate',
    unit: 'ratio',
    columns: {
      rung: 'label',
      open: 'count',
      stale: 'count',
      aged_money: 'money',
      median_days: 'days',
      p75_days: 'days',
      p90_days: 'days',
      reference: 'count',
      quiet_days: 'days',
      never_touched: 'count',
    },
    needs: ['stage_events'],
    uses: ['open_stays'],
    options: currentOption,
    keys: ['rung'],
    quick: agesQuickly,
  }),
  forecast: metric({
    ...current,
    spec: 'M28',
    title: 'Forecast',
    sql: overFact(forecastSql, creditedDeals),
    kind: 'custom',
    unit: 'money',
    columns: forecastColumns,
    dimensions: lasting,
    uses: ['win_chances', 'open_ages', 'credit_shares'],
    period: 'quarter',
    options: currentOption,
    parts: { numerator: "part = 'won' and left_out is null", denominator: "part = 'open' and left_out is null" },
    finish: forecast,
  }),
  'pipeline-waterfall': metric({
    ...current,
    spec: 'M71',
    title: 'Pipeline waterfall',
    sql: pipelineWaterfall,
    kind: 'custom',
    unit: 'money',
    columns: { bucket: 'label', count: 'count', deals: 'count', amount_money: 'money' },
    dimensions: lasting,
    needs: ['stage_events'],
    uses: ['states'],
    period: 'quarter',
    options: { close: closeRange, ...currentOption },
    parameters: closeParameters,
    keys: ['bucket'],
    parts: { excluded: 'left_out is not null or change_money is null and money_note is not null' },
    narrows: { left_out: 'coalesce(left_out, money_note) is not distinct from cast($key_left_out as varchar)' },
    finish: waterfall,
  }),
  'stage-matrix': metric({
    ...current,
    spec: 'M72',
    title: 'Stage matrix',
    sql: stageMatrix,
    kind: 'count',
    unit: 'count',
    columns: {
      rung_start: 'label',
      rung_end: 'label',
      count: 'count',
      amount_start_money: 'money',
      amount_end_money: 'money',
    },
    dimensions: lasting,
    uses: ['states'],
    period: 'quarter',
    options: currentOption,
    parts: { numerator: 'hit', denominator: 'hit' },
    keys: ['rung_start', 'rung_end'],
  }),
};
