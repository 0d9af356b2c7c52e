import { attributionOption, days, daysOf, metric, numberBetween, oneOf } from '../metric';
import { entryRepOf, peopleDimensions, trialsMetric } from '../trials';
import { coverColumns, crossCover } from './cross-cover';
import crossCoverHead from './cross-cover.sql?raw';
import { incentiveReach, inReach, reachColumns } from './incentive-reach';
import incentiveReachHead from './incentive-reach.sql?raw';
import { incentiveSpread, spreadColumns } from './incentive-spread';
import incentiveSpreadSql from './incentive-spread.sql?raw';
import { mentorColumns, mentors, programmesOf } from './mentors';
import mentorsHead from './mentors.sql?raw';
import { goalColumns, nextGoal } from './next-goal';
import nextGoalHead from './next-goal.sql?raw';
import nobodyMissedSql from './nobody-missed.sql?raw';
import { complexityColumns, planComplexity } from './plan-complexity';
import planComplexityHead from './plan-complexity.sql?raw';
import { plansOf, stepsOf } from './plan-pay';
import plansSql from './plans.sql?raw';
import programmesSql from './programmes.sql?raw';
import quarterResults from './quarter-results.sql?raw';
import { recognition, recognitionColumns, recognisedOf } from './recognition';
import recognitionSql from './recognition.sql?raw';
import recognitionsSql from './recognitions.sql?raw';
import { coverageColumns, trainingCoverage } from './training-coverage';
import trainingCoverageSql from './training-coverage.sql?raw';
import { effectColumns, saidOf, trainingEffect } from './training-effect';
import trainingEffectSql from './training-effect.sql?raw';
import { wantedIncentives } from './wanted-incentives';
import wantedIncentivesSql from './wanted-incentives.sql?raw';

const fromResults = {
  kind: 'custom',
  dimensions: peopleDimensions,
  personal: true,
  needs: ['incentive_tiers'],
  uses: ['month_results', 'plans', 'rep_days', 'seats'],
  day: 'person_on',
  unitId: 'result_id',
  prepare: { sql: plansSql, fit: plansOf },
} as const;

/** Whom a plan is meant for, an edited one those of the plan it is made like. */
const meantBy = `not exists (
  select 1 from derived.plans as plans
  where plans.plan = case when cast($key_plan as varchar) = 'edited' then cast($like as varchar) else cast($key_plan as varchar) end
    and plans.role <> grouped.role)`;

/** An edited plan, or nothing. */
const editedSteps = {
  default: '',
  values: 'measure:from:to:rate:fixed;…',
  accepts: (text: string) => text === '' || stepsOf(text) !== null,
};

/** The trials a line of recognition speaks of: those of its period, of somebody steady those of the four quarters; a month where the line is of one. */
const recognisedIn = {
  list: `exists (
    select 1 from spans
    where on_day >= from_on and on_day < to_on and case
      when cast($key_list as varchar) = 'steady_strong' then span in ('now_quarter', 'quarter_1', 'quarter_2', 'quarter_3')
      else span = 'now_' || coalesce(cast($key_grain as varchar), 'quarter')
    end)`,
  grain: 'true',
};

/** The team: training, incentives, recognition, cover: M57 to M70 of the domain specification. */
export const team = {
  'training-coverage': metric({
    spec: 'M57',
    title: 'Training',
    sql: trainingCoverageSql,
    kind: 'custom',
    unit: 'ratio',
    columns: coverageColumns,
    dimensions: peopleDimensions,
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
    dimensions: peopleDimensions,
    personal: true,
    needs: ['payouts'],
    uses: ['seats', 'credits', 'plans'],
    day: 'start_on',
    options: { per: oneOf('all', 'plan') },
    parameters: (options) => ({ per: options['per'] ?? 'all' }),
    keys: ['plan'],
    unitId: 'person_id',
    finish: incentiveSpread,
  }),
  mentors: trialsMetric({
    spec: 'M58',
    title: 'Mentors',
    head: mentorsHead,
    unit: 'score',
    columns: mentorColumns,
    carries: peopleDimensions,
    keys: ['skill'],
    options: { limit: numberBetween(2, 1, 20), managers: oneOf('no', 'allowed') },
    prepare: { sql: programmesSql, fit: programmesOf },
    finish: mentors,
  }),
  'cross-cover': trialsMetric({
    spec: 'M64',
    title: 'Cover',
    head: crossCoverHead,
    unit: 'count',
    columns: coverColumns,
    carries: ['role'],
    dimensions: ['role', 'segment', 'source', 'region', 'industry', 'product'],
    keys: ['skill'],
    finish: crossCover,
  }),
  'next-goal': trialsMetric({
    spec: 'M70',
    title: 'Next goal',
    head: nextGoalHead,
    unit: 'score',
    columns: goalColumns,
    carries: peopleDimensions,
    keys: ['skill'],
    options: { reference: oneOf('median', 'p75') },
    finish: nextGoal,
  }),
  'incentive-reach': metric({
    ...fromResults,
    spec: 'M65',
    title: 'Incentives in reach',
    sql: `${incentiveReachHead.trimEnd()}\n${quarterResults}`,
    unit: 'ratio',
    columns: reachColumns,
    parameters: () => ({ leavers: 'false' }),
    told: inReach,
    parts: {
      numerator: 'left_out is null and is_now and is_one and rep in (select unnest(cast($in_reach as varchar[])))',
      denominator: 'left_out is null and is_now and is_one',
      excluded: 'left_out is not null and is_one',
    },
    finish: incentiveReach,
  }),
  'plan-complexity': metric({
    ...fromResults,
    spec: 'M67',
    title: 'Plan complexity',
    sql: `${planComplexityHead.trimEnd()}\n${quarterResults}`,
    unit: 'count',
    columns: complexityColumns,
    keys: ['plan'],
    parameters: (options) => ({ leavers: 'true', like: options['like'] ?? '' }),
    narrows: { plan: meantBy },
    parts: { numerator: 'is_last_year and is_one_of_year', denominator: 'is_last_year and is_one_of_year' },
    options: { steps: editedSteps, like: { default: '', values: 'name of a plan', accepts: () => true } },
    finish: planComplexity,
  }),
  'nobody-missed': metric({
    spec: 'M63',
    title: 'Nobody missed',
    sql: nobodyMissedSql,
    kind: 'custom',
    unit: 'count',
    columns: {
      subject_id: 'label',
      manager: 'label',
      has_events: 'flag',
      has_target: 'flag',
      has_training: 'flag',
      has_coaching: 'flag',
      has_recognition: 'flag',
      has_owner: 'flag',
      has_touch: 'flag',
      has_survey: 'flag',
      value_money: 'money',
    },
    dimensions: ['rep', 'team', 'role', 'segment', 'source', 'region', 'industry', 'product'],
    carries: peopleDimensions,
    needs: [['reps', 'opportunities', 'orders', 'subscriptions']],
    uses: ['credits', 'customers', 'touches', 'seats'],
    period: 'quarter',
    options: {
      of: oneOf('people', 'customers'),
      lacking: oneOf('any', 'events', 'target', 'training', 'coaching', 'recognition', 'owner', 'touch', 'survey'),
    },
    parameters: (options) => ({ of: options['of'] ?? 'people', lacking: options['lacking'] ?? 'any' }),
    day: 'day_on',
    keys: ['subject'],
    unitId: 'subject_id',
  }),
  'wanted-incentives': metric({
    spec: 'M68',
    title: 'Wanted incentives',
    sql: wantedIncentivesSql,
    kind: 'custom',
    unit: 'ratio',
    dimensions: ['rep', 'team', 'role', 'month', 'quarter'],
    needs: ['surveys'],
    day: 'day_on',
    keys: ['wanted'],
    shared: ['wanted'],
    unitId: 'survey_id',
    finish: wantedIncentives,
  }),
  'training-effect': metric({
    spec: 'M60',
    title: 'What training changed',
    sql: trainingEffectSql,
    kind: 'custom',
    unit: 'ratio',
    columns: effectColumns,
    dimensions: ['segment', 'source', 'region', 'industry', 'product'],
    personal: true,
    needs: ['trainings', 'programmes', ['stage_events', 'leads', 'handoffs', 'renewals', 'activities']],
    uses: ['skill_trials', 'seats'],
    options: { window: days(90), attribution: attributionOption('at_entry') },
    attribution: 'at_entry',
    day: 'day_on',
    entryRep: entryRepOf,
    parameters: (options) => ({ window_days: daysOf(options['window']) }),
    keys: ['programme', 'skill'],
    shared: ['programme'],
    unitId: 'trial_id',
    told: saidOf,
    parts: {
      excluded: `part = 'person' and programme = coalesce(cast($key_programme as varchar), programme) and trial_id not in (select unnest(cast($judged as varchar[])))`,
    },
    finish: trainingEffect,
  }),
  recognition: metric({
    spec: 'M69',
    title: 'Recognition',
    sql: recognitionSql,
    kind: 'custom',
    unit: 'score',
    columns: recognitionColumns,
    dimensions: peopleDimensions,
    carries: peopleDimensions,
    needs: [['stage_events', 'leads', 'handoffs', 'renewals', 'activities']],
    uses: ['rep_days', 'rep_work', 'seats', 'skill_trials', 'month_results'],
    options: { grain: oneOf('quarter', 'month'), window: days(90), attribution: attributionOption('at_entry') },
    attribution: 'at_entry',
    day: 'day_on',
    entryRep: entryRepOf,
    parameters: (options) => ({ window_days: daysOf(options['window']), grain: options['grain'] ?? 'quarter' }),
    unitId: 'trial_id',
    keys: ['skill', 'list', 'grain'],
    narrows: recognisedIn,
    parts: {
      denominator: "left_out is null and part <> 'activity'",
      excluded: "left_out is not null and left_out <> 'other_role'",
    },
    prepare: { sql: recognitionsSql, fit: recognisedOf },
    finish: recognition,
  }),
};
