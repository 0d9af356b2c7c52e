import type { LaterTable } from '../model/derived';
import type { Unit } from '../model/units';
import type { Dimension } from '../model/question';
import type { Finish, MetricDeclaration, OptionModel, Options, Preparation } from './metric';
import { attributionOption, days, daysOf, metric } from './metric';
import body from './skill-trials.sql?raw';

const entryReps: Readonly<Record<string, string>> = { at_close: 'rep_at_close', current: 'owner_id' };

/** Column that holds the rep of a trial under the asked attribution. */
export function entryRepOf(options: Options): string {
  return entryReps[options['attribution'] ?? ''] ?? 'rep_at_entry';
}

interface TrialsMetric {
  readonly spec: string;
  readonly title: string;
  /** The four header lines; what follows them is the same for all that is read off the trials of skills. */
  readonly head: string;
  readonly unit: Unit;
  readonly columns: Readonly<Record<string, Unit>>;
  readonly carries: readonly Dimension[];
  readonly dimensions?: readonly Dimension[];
  readonly keys: readonly string[];
  readonly options?: Readonly<Record<string, OptionModel>>;
  /** True to gather the trials of people in skills of other roles than their own, too. */
  readonly across?: boolean;
  /** Derived tables a preparation reads beside those of the trials. */
  readonly uses?: readonly LaterTable[];
  readonly prepare?: Preparation;
  readonly narrows?: MetricDeclaration['narrows'];
  readonly parts?: MetricDeclaration['parts'];
  readonly finish: Finish;
}

/** A metric read off everybody's trials in every skill over the last four complete quarters. Source: domain specification 7.1 to 7.4. */
export function trialsMetric({
  head,
  across = false,
  options = {},
  uses = [],
  parts = {},
  ...given
}: TrialsMetric): MetricDeclaration {
  return metric({
    ...given,
    sql: `${head.trimEnd()}\n${body}`,
    kind: 'custom',
    needs: [['stage_events', 'leads', 'handoffs', 'renewals', 'activities']],
    uses: ['rep_days', 'rep_work', 'seats', 'skill_trials', ...uses],
    period: 'four_quarters',
    personal: true,
    gathersAlike: true,
    options: { ...options, window: days(90), attribution: attributionOption('at_entry') },
    attribution: 'at_entry',
    day: 'day_on',
    entryRep: entryRepOf,
    parameters: (chosen) => ({ window_days: daysOf(chosen['window']), across: across ? 'true' : 'false' }),
    unitId: 'trial_id',
    parts: {
      denominator: "left_out is null and part <> 'activity'",
      excluded: "left_out is not null and left_out <> 'other_role'",
      ...parts,
    },
  });
}

/** Dimensions of a person. */
export const peopleDimensions = ['rep', 'team', 'role'] as const;
