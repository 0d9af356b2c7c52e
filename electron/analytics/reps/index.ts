import { metric, oneOf } from '../metric';
import { activityMix, mixColumns } from './activity-mix';
import activityMixSql from './activity-mix.sql?raw';
import { grainOf } from '../customers';
import { withMiddleStates } from '../finish';
import { attainment, attainmentColumns } from './attainment';
import attainmentSql from './attainment.sql?raw';
import { skillColumns, skillGap } from './skill-gap';
import { difficultyColumns, persistentDifficulty, quartersOf } from './persistent-difficulty';
import persistentDifficultyHead from './persistent-difficulty.sql?raw';
import quartersBelowSql from './quarters-below.sql?raw';
import rampSql from './ramp.sql?raw';
import { rightSeat, seatColumns } from './right-seat';
import rightSeatHead from './right-seat.sql?raw';
import skillGapHead from './skill-gap.sql?raw';
import { peopleDimensions, trialsMetric } from '../trials';

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
    options: { targets: oneOf('people', 'teams') },
    parameters: (options, question) => ({ ...grainOf(question), targets: options['targets'] ?? 'people' }),
    day: 'start_on',
    keys: ['measure'],
    teamColumn: 'team_id',
    unitId: 'target_no',
    finish: attainment,
  }),
  'activity-mix': metric({
    spec: 'M52',
    title: 'Activities a day',
    sql: activityMixSql,
    kind: 'custom',
    unit: 'score',
    columns: mixColumns,
    dimensions: ['rep', 'team', 'role', 'month', 'quarter', 'week'],
    needs: ['activities'],
    uses: ['rep_days', 'rep_work'],
    day: 'day_on',
    keys: ['kind'],
    shared: ['kind'],
    unitId: 'work_id',
    parts: { numerator: "part = 'activity' and left_out is null", denominator: "part = 'day'" },
    finish: activityMix,
  }),
  ramp: metric({
    spec: 'M53',
    title: 'Time to full speed',
    sql: rampSql,
    kind: 'custom',
    unit: 'score',
    columns: {
      median_months: 'score',
      p25_months: 'score',
      p75_months: 'score',
      reached: 'count',
      on_the_way: 'count',
      in_ramp: 'count',
      months_so_far: 'score',
      usual_months: 'score',
    },
    dimensions: ['rep', 'team', 'role', 'quarter', 'month'],
    needs: ['opportunities', 'reps'],
    uses: ['ramps', 'seats'],
    day: 'day_on',
    unitId: 'owner_id',
    finish: withMiddleStates,
  }),
  'skill-gap': trialsMetric({
    spec: 'M54',
    title: 'Skills',
    head: skillGapHead,
    unit: 'score',
    columns: skillColumns,
    carries: peopleDimensions,
    keys: ['skill'],
    options: { reference: oneOf('median', 'p75') },
    finish: skillGap,
  }),
  'right-seat': trialsMetric({
    spec: 'M55',
    title: 'The right seat',
    head: rightSeatHead,
    unit: 'score',
    columns: seatColumns,
    carries: peopleDimensions,
    keys: ['seat'],
    across: true,
    finish: rightSeat,
  }),
  'persistent-difficulty': trialsMetric({
    spec: 'M56',
    title: 'Lasting difficulty',
    head: persistentDifficultyHead,
    unit: 'money',
    columns: difficultyColumns,
    carries: peopleDimensions,
    keys: ['cause'],
    uses: ['month_results'],
    prepare: { sql: quartersBelowSql, fit: quartersOf },
    finish: persistentDifficulty,
  }),
};
