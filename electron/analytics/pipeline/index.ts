import { attributionOption, metric } from '../metric';
import snapshotFunnel from './snapshot-funnel.sql?raw';

/** What stands where: section W of the domain specification. */
export const pipeline = {
  'snapshot-funnel': metric({
    spec: 'M14',
    title: 'Snapshot funnel',
    sql: snapshotFunnel,
    kind: 'count',
    unit: 'count',
    columns: { rung: 'label', count: 'count', amount_money: 'money' },
    options: { attribution: attributionOption('current') },
    attribution: 'current',
    keys: ['rung'],
  }),
};
