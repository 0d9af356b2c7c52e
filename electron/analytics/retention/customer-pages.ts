import type { OptionModel } from '../metric';
import { metric } from '../metric';
import { ofCustomers } from '../customers';
import history from './customer-history.sql?raw';
import list from './customer-list.sql?raw';

const anyText: OptionModel = { default: '', values: 'any text', accepts: () => true };

/** Lists of customers and of what happened with one: read like a metric, with its filters, but no figure of the catalogue. */
export const customerPages = {
  'customer-list': metric({
    ...ofCustomers,
    spec: '',
    title: 'Customers',
    sql: list,
    kind: 'custom',
    unit: 'money',
    uses: ['customers', 'touches', 'unpaid_invoices'],
    columns: {
      account: 'label',
      owner: 'label',
      segment: 'label',
      region: 'label',
      is_active: 'flag',
      first_on: 'date',
      last_on: 'date',
      next_on: 'date',
      overdue_ratio: 'index',
      spoken_on: 'date',
      gap_days: 'days',
      talks: 'count',
      contacts_known: 'count',
      needs: 'count',
      needs_met: 'count',
      year_value_money: 'money',
      value_so_far_money: 'money',
      month_money: 'money',
      renewal_on: 'date',
      unpaid_money: 'money',
    },
    options: { search: anyText, account: anyText },
    parameters: (options) => ({ search: options['search'] ?? '', account: options['account'] ?? '' }),
    keys: ['account_id'],
  }),
  'customer-history': metric({
    ...ofCustomers,
    spec: '',
    title: 'What happened',
    sql: history,
    kind: 'custom',
    unit: 'count',
    uses: ['customers'],
    columns: { on_day: 'date', amount_money: 'money', by_whom: 'label' },
    options: { account: anyText },
    parameters: (options) => ({ account: options['account'] ?? '' }),
    keys: ['kind', 'on_day'],
  }),
};
