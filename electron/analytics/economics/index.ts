import { fitSbg } from '../../stats/sbg';
import type { Rung } from '../../model/ladder';
import { isRung, rankOf, rungs } from '../../model/ladder';
import type { Dimension } from '../../model/question';
import type { Table } from '../../model/table';
import type { OptionModel, Options } from '../metric';
import { metric, numberBetween, oneOf } from '../metric';
import { contractCohorts } from '../contract-lives';
import { grainOf } from '../customers';
import acquisitionCost from './acquisition-cost.sql?raw';
import contractLives from './contract-lives.sql?raw';
import { conversionRise } from './conversion-what-if';
import conversionSql from './conversion-what-if.sql?raw';
import costPerConversion from './cost-per-conversion.sql?raw';
import { acquireToKeep, retentionRise } from './keeping';
import keepingSql from './keeping.sql?raw';
import { monthsToPayback } from './months-to-payback';
import paybackSql from './payback.sql?raw';
import { ownOrTyped, typed } from './typed';

/** Dimensions a cost may have; whatever else it was spent on, nobody wrote down. */
const costDimensions: readonly Dimension[] = ['rep', 'team', 'role', 'source', 'month', 'quarter', 'week'];

const customerTables = ['orders', 'subscriptions', 'opportunities'] as const;

const ofCosts = {
  kind: 'custom',
  dimensions: costDimensions,
  attribution: 'current',
  day: "coalesce(on_day, date '9999-01-01')",
  teamColumn: 'team_id',
  unitId: 'row_id',
} as const;

const costParts = { numerator: "left_out is null and kind = 'cost'" };

function rungOption(first: Rung, highest: Rung): OptionModel {
  const allowed = rungs.slice(0, rankOf(highest) + 1);
  return { default: first, values: allowed, accepts: (text) => (allowed as readonly string[]).includes(text) };
}

function rankIn(options: Options, name: string, otherwise: Rung): number {
  const rung = options[name] ?? otherwise;
  return rankOf(isRung(rung) ? rung : otherwise);
}

function fitContracts(gathered: Table) {
  const contract = fitSbg(contractCohorts(gathered, 0));
  const extra = contract ? { contract_fit: { model: 'sbg', a: contract.a, b: contract.b, time_unit: 'months' } } : {};
  return () => ({ parameters: {}, extra });
}

const costColumns = { cost_money: 'money' } as const;

/** Section C of the domain specification: what winning and keeping costs, and what a better rate would be worth. */
export const economics = {
  'cost-per-conversion': metric({
    ...ofCosts,
    spec: 'M22',
    title: 'Cost per conversion',
    sql: costPerConversion,
    unit: 'money',
    needs: ['costs', 'opportunities'],
    uses: ['spending'],
    columns: costColumns,
    options: { conversion: rungOption('won', 'paid') },
    parameters: (options, question) => ({ ...grainOf(question), rung: rankIn(options, 'conversion', 'won') }),
    parts: { ...costParts, denominator: "kind = 'conversion'" },
  }),
  'conversion-what-if': metric({
    ...ofCosts,
    spec: 'M23',
    title: 'Conversion what-if',
    sql: conversionSql,
    unit: 'money',
    needs: ['opportunities'],
    uses: ['spending'],
    columns: {
      rate: 'ratio',
      new_rate: 'ratio',
      entries: 'count',
      cost_per_conversion_money: 'money',
      added_wins: 'score',
      added_margin_money: 'money',
      basis: 'label',
    },
    options: {
      from: rungOption('qualified', 'negotiation'),
      rise: numberBetween(0.05, 0, 1),
      cost: ownOrTyped(0, 1e12),
      margin_rate: ownOrTyped(0, 1),
    },
    parameters: (options, question) => ({ ...grainOf(question), rung: rankIn(options, 'from', 'qualified') }),
    parts: {
      numerator: "left_out is null and kind = 'journey' and hit",
      denominator: "left_out is null and kind = 'journey'",
      excluded: "kind = 'journey' and (left_out is not null or hit and amount_money is null)",
    },
    narrows: { left_out: "coalesce(left_out, 'no_amount') is not distinct from cast($key_left_out as varchar)" },
    finish: conversionRise,
  }),
  'acquisition-cost': metric({
    ...ofCosts,
    spec: 'M24',
    title: 'Acquisition cost',
    sql: acquisitionCost,
    unit: 'money',
    needs: ['costs', customerTables],
    uses: ['spending', 'customers'],
    columns: { ...costColumns, lag_days: 'days' },
    options: { lag: oneOf('none', 'cycle') },
    parameters: (options, question) => ({ ...grainOf(question), lag: options['lag'] ?? 'none' }),
    parts: { ...costParts, denominator: "kind = 'customer'" },
  }),
  payback: metric({
    ...ofCosts,
    spec: 'M25',
    title: 'Payback',
    sql: paybackSql,
    unit: 'score',
    needs: [customerTables],
    uses: ['spending', 'customers'],
    columns: {
      acquisition_money: 'money',
      simple_months: 'score',
      month_margin_money: 'money',
      recovered: 'ratio',
      recovered_money: 'money',
      months_seen: 'count',
      basis: 'label',
    },
    options: { cost: ownOrTyped(0, 1e12), margin_rate: ownOrTyped(0, 1) },
    parameters: (_options, question) => grainOf(question),
    parts: { ...costParts, denominator: "kind = 'customer'" },
    finish: monthsToPayback,
  }),
  'acquire-to-keep': metric({
    ...ofCosts,
    spec: 'M26',
    title: 'Acquire-to-keep ratio',
    sql: keepingSql,
    unit: 'ratio',
    needs: [customerTables],
    uses: ['spending', 'customers'],
    columns: {
      acquisition_money: 'money',
      keep_money: 'money',
      retain_money: 'money',
      kept: 'count',
      new_customers: 'count',
      quoted_low: 'ratio',
      quoted_high: 'ratio',
    },
    options: { cost: ownOrTyped(0, 1e12) },
    parameters: (_options, question) => grainOf(question),
    parts: { ...costParts, denominator: 'was_active and is_active' },
    finish: acquireToKeep,
  }),
  'retention-what-if': metric({
    ...ofCosts,
    spec: 'M27',
    title: 'Retention what-if',
    sql: keepingSql,
    unit: 'ratio',
    needs: [customerTables],
    uses: ['spending', 'customers'],
    columns: {
      reading: 'label',
      retention: 'ratio',
      new_retention: 'ratio',
      margin_money: 'money',
      acquisition_money: 'money',
      discount: 'ratio',
      value_money: 'money',
      new_value_money: 'money',
      difference_money: 'money',
      contract_value_money: 'money',
      basis: 'label',
    },
    options: {
      discount: numberBetween(0.1, 0, 1),
      retention: ownOrTyped(0, 1),
      margin: ownOrTyped(0, 1e12),
      margin_rate: ownOrTyped(0, 1),
      cost: ownOrTyped(0, 1e12),
    },
    parameters: (options, question) => ({ ...grainOf(question), is_typed: String(typed(options, 'margin') !== null) }),
    prepare: { sql: contractLives, fit: fitContracts },
    runs: (options) =>
      ['points', 'relative'].map((reading) => ({ options: { ...options, reading }, labels: { reading } })),
    keys: ['reading'],
    parts: {
      numerator: 'was_active and is_active',
      denominator: 'was_active',
      excluded: 'left_out is not null or is_active and amount_money is null and not cast($is_typed as boolean)',
    },
    narrows: {
      left_out: `coalesce(left_out, case when value_basis = 'margin' then 'no_margin' else 'no_amount' end)
        is not distinct from cast($key_left_out as varchar)`,
    },
    finish: retentionRise,
  }),
};
