import { attributionOption, days, daysOf, metric, oneOf, withFact } from '../metric';
import handOffByOwner from './hand-off-by-owner.sql?raw';
import handOff from './hand-off.sql?raw';
import { liftColumns, specialistLift } from './specialist-lift';
import specialistLiftSql from './specialist-lift.sql?raw';

/** What several people do on one deal: M16 and M17 of the domain specification. */
export const together = {
  'hand-off': metric({
    spec: 'M16',
    title: 'Hand-off',
    sql: handOff,
    kind: 'rate',
    unit: 'ratio',
    columns: {
      median_days: 'days',
      came_back: 'count',
      yield_won: 'count',
      yield_of: 'count',
      yield_rate: 'ratio',
      immature: 'count',
    },
    needs: [['handoffs', 'stage_events']],
    without: { handoffs: withFact(handOff, handOffByOwner) },
    uses: ['states'],
    options: { credit: oneOf('from', 'to'), window: days(90) },
    attribution: 'at_entry',
    day: 'handed_on',
    entryRep: (options) => (options['credit'] === 'to' ? 'to_rep' : 'from_rep'),
    parameters: (options) => ({ window_days: daysOf(options['window']) }),
    immatureColumn: 'immature',
  }),
  'specialist-lift': metric({
    spec: 'M17',
    title: 'Specialist lift',
    sql: specialistLiftSql,
    kind: 'custom',
    unit: 'ratio',
    columns: liftColumns,
    needs: ['opportunity_roles', 'opportunities'],
    uses: ['complicated_deals'],
    options: { attribution: attributionOption('at_close') },
    parts: {
      numerator: "part = 'closed' and left_out is null and specialist is not null and hit",
      denominator: "part = 'closed' and left_out is null and specialist is not null",
    },
    finish: specialistLift,
  }),
};
