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

/** Skills in the order of the chains that the worth of a gap goes by, ten places a chain. */
const chain = `(values ('discover', 1), ('present', 2), ('propose', 3), ('close', 4), ('reach', 11), ('qualify', 12), ('handoff', 13),
  ('complex_close', 21), ('renew', 31), ('expand', 41)) as chain (skill, place)`;

const steps = `units as own join ${chain} on chain.skill = own.skill where coalesce(left_out, '') not in ('other_role', 'no_owner')`;

/** The trials a cause is read off: what began at the first step of a person's chain, all its steps for the mix, else those of the one skill. */
const behindCause = {
  cause: `case cast($key_cause as varchar)
    when 'entries' then (rep, skill) in (select rep, arg_min(own.skill, place) from ${steps} group by rep)
    when 'mix' then (rep, skill) in (
      select rep, skill from (select rep, own.skill, place // 10 = min(place // 10) over (partition by rep) as is_own from ${steps}) where is_own)
    else cause is not distinct from cast($key_cause as varchar) end`,
};

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
    narrows: behindCause,
    parts: {
      denominator: `part <> 'activity' and case when cast($key_cause as varchar) = 'entries' then coalesce(left_out, 'not_mature') in ('not_mature', 'open') else left_out is null end`,
      excluded: `left_out is not null and left_out <> 'other_role' and (cast($key_cause as varchar) <> 'entries' or left_out not in ('not_mature', 'open'))`,
    },
    uses: ['month_results'],
    prepare: { sql: quartersBelowSql, fit: quartersOf },
    finish: persistentDifficulty,
  }),
};
