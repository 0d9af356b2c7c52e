import type { TableName } from '../../../model/tables';
import { tableModel, tableNames } from '../../../model/tables';
import { plainName } from '../names';
import * as core from './core';
import type { Synonyms } from './core';
import { foreign } from './languages';
import * as money from './money';
import * as people from './people';

/** How a header stands for a field: the field's own name, a name that hardly means anything else, or a name that many tables use. */
export type Fit = 'exact' | 'strong' | 'weak';

const lists: Readonly<Record<TableName, Synonyms>> = {
  accounts: core.accounts,
  contacts: core.contacts,
  leads: core.leads,
  opportunities: core.opportunities,
  stage_events: core.stageEvents,
  opportunity_needs: core.needs,
  opportunity_roles: core.roles,
  activities: core.activities,
  orders: money.orders,
  order_lines: money.orderLines,
  refunds: money.refunds,
  invoices: money.invoices,
  payments: money.payments,
  subscriptions: money.subscriptions,
  subscription_changes: money.subscriptionChanges,
  renewals: money.renewals,
  costs: money.costs,
  fx_rates: money.fxRates,
  products: money.products,
  reps: people.reps,
  rep_periods: people.repPeriods,
  handoffs: people.handoffs,
  targets: people.targets,
  trainings: people.trainings,
  programmes: people.programmes,
  coachings: people.coachings,
  incentive_plans: people.incentivePlans,
  incentive_tiers: people.incentiveTiers,
  payouts: people.payouts,
  recognitions: people.recognitions,
  surveys: people.surveys,
  referrals: people.referrals,
  cases: people.cases,
};

const fitsByTable = new Map<TableName, ReadonlyMap<string, { field: string; fit: Fit }>>(
  tableNames.map((table) => [table, fitsOf(table)] as const),
);

function fitsOf(table: TableName): Map<string, { field: string; fit: Fit }> {
  const fits = new Map<string, { field: string; fit: Fit }>();
  const add = (name: string, field: string, fit: Fit) => {
    const key = plainName(name);
    if (key && !fits.has(key)) fits.set(key, { field, fit });
  };
  const { fields } = tableModel(table);
  for (const field of fields) add(field.name, field.name, 'exact');
  for (const level of ['strong', 'weak'] as const) {
    for (const [field, list] of [...Object.entries(lists[table]), ...Object.entries(foreign[table] ?? {})]) {
      const part = list.split('~')[level === 'strong' ? 0 : 1] ?? '';
      for (const name of part.split('|')) add(name, field, level);
    }
  }
  return fits;
}

/** The names a table's fields go by, each with its field and how surely; keys are plain names. */
export function fieldNamesOf(table: TableName): ReadonlyMap<string, { field: string; fit: Fit }> {
  return fitsByTable.get(table) ?? new Map<string, { field: string; fit: Fit }>();
}
