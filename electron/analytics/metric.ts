/**
 * What a metric is: one `.sql` file in two halves and a declaration beside it.
 * First half: a CTE `units`, one row a unit (journey, deal), with `on_day` (the day it counts in), `hit` (in the numerator) and `left_out` (reason it is not judged, null when it is).
 * Second half, below the line `-- Answer`: the aggregate over `grouped`, which is `units` with the asked dimensions as `by_1` … `by_3`.
 * The rows behind a mark are the first half alone, so they number what the mark says by construction.
 */
import type { Settings } from '../model/settings';
import type { TableName } from '../model/tables';
import type { Unit } from '../model/units';
import type { Dimension } from '../model/question';
import { dimensions } from '../model/question';

export type Options = Readonly<Record<string, string>>;

/** Which rep a unit counts for; source: domain specification 1.6. */
export type Attribution = 'at_entry' | 'at_close' | 'current';

export interface OptionModel {
  readonly default: string;
  /** Allowed values, or words for a free form such as `days|inf`. */
  readonly values: readonly string[] | string;
  /** Throws nothing; false when the text does not fit. */
  readonly accepts: (text: string) => boolean;
}

/** Columns of the scope relation beyond the fact's own: alias → SQL over the fact, from fixed words only. */
export type Aliases = Readonly<Record<string, string>>;

/** How value and interval come out of the answer's columns. */
export type Kind = 'rate' | 'count' | 'money' | 'days' | 'custom';

export interface MetricDeclaration {
  readonly spec: string;
  readonly title: string;
  readonly sql: string;
  readonly kind: Kind;
  /** Unit of value, lower and upper. */
  readonly unit: Unit;
  /** Result columns beyond the envelope, in order. */
  readonly columns: Readonly<Record<string, Unit>>;
  readonly dimensions: readonly Dimension[];
  readonly options: Readonly<Record<string, OptionModel>>;
  /** Tables without which nothing can be said; the first empty one is named. */
  readonly needs: readonly TableName[];
  readonly attribution: Attribution;
  /** Column that holds the rep under `at_entry`, for the asked options. */
  readonly entryRep: (options: Options) => string;
  readonly aliases: (options: Options) => Aliases;
  /** Extra parameters of the statement beside the shared ones. */
  readonly parameters: (options: Options) => Readonly<Record<string, string | number | null>>;
  /** Several runs whose rows stand one below the other, such as one a step of the funnel; constant label columns name the run. */
  readonly runs: (options: Options, settings: Settings) => readonly Run[];
  /** True when the last part of a group's key is made by the answer itself (a rung, a reason). */
  readonly keys: readonly string[];
  /** Largest share of immature units before the state says so. */
  readonly immatureColumn: string | null;
}

export interface Run {
  readonly options: Options;
  readonly labels: Readonly<Record<string, string>>;
}

type Given = Pick<MetricDeclaration, 'spec' | 'title' | 'sql' | 'kind' | 'unit'> & Partial<MetricDeclaration>;

/** A metric with the usual answers filled in: every dimension, no options, judged at closing. */
export function metric(given: Given): MetricDeclaration {
  return {
    columns: {},
    dimensions,
    options: {},
    needs: ['opportunities'],
    attribution: 'at_close',
    entryRep: () => 'rep_at_2',
    aliases: () => ({}),
    parameters: () => ({}),
    runs: (options) => [{ options, labels: {} }],
    keys: [],
    immatureColumn: null,
    ...given,
  };
}

/** An option with a fixed list of values; the first is the default. */
export function oneOf(...values: readonly [string, ...string[]]): OptionModel {
  return { default: values[0], values, accepts: (text) => values.includes(text) };
}

/** An option that takes a length in days (`90d`, `90`) or `inf`. */
export function days(defaultDays: number): OptionModel {
  return {
    default: `${defaultDays}d`,
    values: 'days|inf',
    accepts: (text) => text === 'inf' || /^\d{1,5}d?$/.test(text),
  };
}

/** Length in days of a `days` option's text; null means without end. */
export function daysOf(text: string | undefined): number | null {
  return text === undefined || text === 'inf' ? null : Number.parseInt(text, 10);
}

/** The option every metric over reps takes: whom a unit counts for. */
export function attributionOption(first: Attribution): OptionModel {
  const others = (['at_entry', 'at_close', 'current'] as const).filter((mode) => mode !== first);
  return oneOf(first, ...others);
}
