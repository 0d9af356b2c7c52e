import { metric, oneOf } from '../metric';
import { incentiveSpread, spreadColumns } from './incentive-spread';
import incentiveSpreadSql from './incentive-spread.sql?raw';
import { coverageColumns, trainingCoverage } from './training-coverage';
import trainingCoverageSql from './training-coverage.sql?raw';

const people = ['rep', 'team', 'role'] as const;

/** The team: training, incentives, recognition, cover: M57 to M70 of the domain specification. */
export const team = {
  'training-coverage': metric({
    spec: 'M57',
    title: 'Training',
    sql: trainingCoverageSql,
    kind: 'custom',
    unit: 'ratio',
    columns: coverageColumns,
    dimensions: people,
    personal: true,
    needs: ['trainings'],
    day: 'day_on',
    keys: ['programme'],
    unitId: 'need_id',
    finish: trainingCoverage,
  }),
  'incentive-spread': metric({
    spec: 'M66',
    title: 'Spread of incentives',
    sql: incentiveSpreadSql,
    kind: 'custom',
    unit: 'ratio',
    columns: spreadColumns,
    dimensions: people,
    personal: true,
    needs: ['payouts'],
    uses: ['seats', 'credits'],
    day: 'start_on',
    options: { per: oneOf('all', 'plan') },
    parameters: (options) => ({ per: options['per'] ?? 'all' }),
    keys: ['plan'],
    unitId: 'person_id',
    finish: incentiveSpread,
  }),
};
