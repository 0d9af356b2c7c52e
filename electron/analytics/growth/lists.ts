import { ofCustomers } from '../customers';
import { metric } from '../metric';
import promoters from './promoter-list.sql?raw';
import referrals from './referral-list.sql?raw';

/** Lists of recommendations and of whom to ask for one: read like a metric, with its filters, but no figure of the catalogue. */
export const growthLists = {
  'referral-list': metric({
    ...ofCustomers,
    spec: '',
    title: 'Recommendations',
    sql: referrals,
    kind: 'custom',
    unit: 'money',
    needs: ['referrals'],
    uses: ['customers', 'referred', 'parties'],
    columns: {
      from_account: 'label',
      from_name: 'label',
      to_account: 'label',
      to_name: 'label',
      on_day: 'date',
      became: 'flag',
      bought_on: 'date',
      given: 'count',
    },
    keys: ['referral_id'],
  }),
  'promoter-list': metric({
    ...ofCustomers,
    spec: '',
    title: 'Promoters never asked',
    sql: promoters,
    kind: 'custom',
    unit: 'money',
    needs: ['surveys'],
    uses: ['customers', 'referred'],
    columns: { account: 'label', owner: 'label', score: 'score', on_day: 'date', value_so_far_money: 'money' },
    keys: ['account_id'],
  }),
};
