import { attributionOption, days, daysOf, metric, oneOf } from '../metric';
import contactRate from './contact-rate.sql?raw';
import needs from './needs.sql?raw';
import { prospectingPace } from './prospecting-pace';
import prospectingPaceSql from './prospecting-pace.sql?raw';
import stageDuration from './stage-duration.sql?raw';
import timeToFirstContact from './time-to-first-contact.sql?raw';

const paceRep: Readonly<Record<string, string>> = { at_close: 'rep_at_close', current: 'owner_id' };

/** What is done before anything is won: section F of the domain specification. */
export const activity = {
  'contact-rate': metric({
    spec: 'M04',
    title: 'Contact rate',
    sql: contactRate,
    kind: 'rate',
    unit: 'ratio',
    columns: { immature: 'count', before_creation: 'count' },
    needs: ['leads', 'activities'],
    uses: ['approaches'],
    options: {
      window: days(14),
      contact: oneOf('outbound', 'answered'),
      attribution: attributionOption('at_entry'),
    },
    attribution: 'at_entry',
    day: 'lead_began_on',
    entryRep: () => 'rep_at_0',
    parameters: (options) => ({
      window_days: daysOf(options['window']),
      contact: options['contact'] ?? 'outbound',
    }),
    immatureColumn: 'immature',
  }),
  'time-to-first-contact': metric({
    spec: 'M05',
    title: 'Time to first contact',
    sql: timeToFirstContact,
    kind: 'survival',
    unit: 'days',
    columns: {
      median_days: 'days',
      p25_days: 'days',
      p75_days: 'days',
      contacted: 'count',
      waiting: 'count',
      before_creation: 'count',
    },
    needs: ['leads', 'activities'],
    uses: ['approaches'],
    options: { attribution: attributionOption('at_entry') },
    attribution: 'at_entry',
    day: 'lead_began_on',
    entryRep: () => 'rep_at_0',
  }),
  'stage-duration': metric({
    spec: 'M06',
    title: 'Stage duration',
    sql: stageDuration,
    kind: 'survival',
    unit: 'days',
    columns: {
      median_days: 'days',
      p25_days: 'days',
      p75_days: 'days',
      mean_days: 'days',
      left_rung: 'count',
      still_there: 'count',
      moved_back: 'count',
    },
    needs: ['stage_events'],
    uses: ['visits'],
    options: {
      per: oneOf('journey', 'visit'),
      outcome: oneOf('all', 'open', 'won', 'lost', 'no_decision', 'disqualified'),
      attribution: attributionOption('at_entry'),
    },
    attribution: 'at_entry',
    day: 'entered_on',
    entryRep: () => 'rep_at_rung',
    parameters: (options) => ({ per: options['per'] ?? 'journey', outcome: options['outcome'] ?? 'all' }),
    keys: ['rung'],
  }),
  needs: metric({
    spec: 'M07',
    title: 'Needs recorded and met',
    sql: needs,
    kind: 'rate',
    unit: 'ratio',
    columns: { mean_keys: 'score', without_any: 'count' },
    needs: ['opportunity_needs'],
    options: {
      of: oneOf('recorded', 'answered', 'met'),
      keys: {
        default: 'all',
        values: 'all, or how many',
        accepts: (text) => text === 'all' || /^[1-9]\d?$/.test(text),
      },
      attribution: attributionOption('at_entry'),
    },
    attribution: 'at_entry',
    entryRep: () => 'rep_at_5',
    parameters: (options) => ({
      of: options['of'] ?? 'recorded',
      keys: options['keys'] === 'all' || options['keys'] === undefined ? null : Number(options['keys']),
    }),
  }),
  'prospecting-pace': metric({
    spec: 'M59',
    title: 'Prospecting pace',
    sql: prospectingPaceSql,
    kind: 'custom',
    unit: 'score',
    columns: {
      denominator: 'score',
      rep_days: 'count',
      whole_weeks: 'count',
      zero_weeks: 'count',
      zero_share: 'ratio',
    },
    dimensions: ['rep', 'team', 'role', 'month', 'quarter', 'week'],
    needs: ['leads'],
    uses: ['rep_days'],
    options: { attribution: attributionOption('at_entry') },
    attribution: 'at_entry',
    day: 'day_on',
    entryRep: () => 'rep_at_0',
    aliases: (options) => ({ pace_rep: `fact.${paceRep[options['attribution'] ?? ''] ?? 'rep_at_0'}` }),
    parts: { numerator: "part = 'lead'", denominator: "part = 'day'" },
    finish: prospectingPace,
  }),
};
