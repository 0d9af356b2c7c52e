import { attributionOption, days, daysOf, metric, oneOf } from '../metric';
import { attainment, attainmentColumns } from './attainment';
import attainmentSql from './attainment.sql?raw';
import { skillColumns, skillGap } from './skill-gap';
import skillGapSql from './skill-gap.sql?raw';

const trialReps: Readonly<Record<string, string>> = { at_close: 'rep_at_close', current: 'owner_id' };

/** One person, and persons side by side: M51 to M56 of the domain specification. */
export const reps = {
  attainment: metric({
    spec: 'M51',
    title: 'Attainment',
    sql: attainmentSql,
    kind: 'custom',
    unit: 'ratio',
    columns: attainmentColumns,
    dimensions: ['rep', 'team', 'role', 'month', 'quarter'],
    needs: ['targets'],
    uses: ['credits', 'seats'],
    period: 'quarter',
    options: { targets: oneOf('people', 'teams') },
    parameters: (options) => ({ targets: options['targets'] ?? 'people' }),
    day: 'start_on',
    keys: ['measure'],
    teamColumn: 'team_id',
    unitId: 'target_no',
    finish: attainment,
  }),
  'skill-gap': metric({
    spec: 'M54',
    title: 'Skills',
    sql: skillGapSql,
    kind: 'custom',
    unit: 'score',
    columns: skillColumns,
    needs: [['stage_events', 'leads', 'handoffs', 'renewals', 'activities']],
    uses: ['rep_days', 'rep_work', 'seats', 'skill_trials'],
    period: 'four_quarters',
    carries: ['rep', 'team', 'role'],
    options: {
      reference: oneOf('median', 'p75'),
      window: days(90),
      attribution: attributionOption('at_entry'),
    },
    attribution: 'at_entry',
    day: 'day_on',
    entryRep: (options) => trialReps[options['attribution'] ?? ''] ?? 'rep_at_entry',
    parameters: (options) => ({ window_days: daysOf(options['window']) }),
    keys: ['skill'],
    unitId: 'trial_id',
    parts: {
      denominator: "left_out is null and part <> 'activity'",
      excluded: "left_out is not null and left_out <> 'other_role'",
    },
    finish: skillGap,
  }),
};
