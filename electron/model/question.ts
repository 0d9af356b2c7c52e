import type { Table } from './table';
import type { Unit } from './units';

/** Dimensions every metric may be split and filtered by, where its data has them; imported extra columns join as `x_<name>`. */
export const dimensions = [
  'rep',
  'team',
  'role',
  'segment',
  'source',
  'product',
  'region',
  'industry',
  'month',
  'quarter',
  'week',
  'size_band',
] as const;

export type Dimension = (typeof dimensions)[number] | `x_${string}`;

/** True for a dimension name, imported extra columns included. */
export function isDimension(name: string): name is Dimension {
  return (dimensions as readonly string[]).includes(name) || /^x_[a-z0-9_]+$/.test(name);
}

/** Dimensions that are stretches of time, finest first. */
export const timeDimensions = ['week', 'month', 'quarter'] as const;

/** True for a dimension that is a stretch of time. */
export function isTimeDimension(name: string): boolean {
  return (timeDimensions as readonly string[]).includes(name);
}

/** What is asked of a metric. Dates are `YYYY-MM-DD`; `from` is included, `to` is not; null means all of history, or the default as-of. */
export interface Question {
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly by: readonly string[];
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly options: Readonly<Record<string, string>>;
}

/** The question about everything. */
export const everything: Question = { from: null, to: null, asOf: null, by: [], filters: {}, options: {} };

/** Which rows behind a mark are wanted; `missed` are those of the denominator that the numerator does not count. */
/** Which of a mark's units are listed: hits, all judged, the judged that missed, what was left out; and, the young ones too, who came in and who of them got there. */
export type Part = 'numerator' | 'denominator' | 'missed' | 'excluded' | 'entered' | 'reached';

/** Homogeneity of a rate over reps or teams; source: domain specification 5.12. */
export interface Homogeneity {
  readonly chi_square: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly verdict: 'no_difference' | 'differs' | 'too_few';
}

/** A metric's answer: the frame it was computed in, and one row a group with the envelope columns. */
export interface Answer {
  readonly metric: string;
  readonly spec: string;
  readonly as_of: string | null;
  readonly period: { readonly start: string | null; readonly end: string | null };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly by: readonly string[];
  readonly time_zone: string;
  readonly currency: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly columns: readonly { readonly name: string; readonly unit: Unit }[];
  readonly table: Table;
  readonly homogeneity?: Homogeneity;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly sql: readonly { readonly text: string; readonly parameters: Readonly<Record<string, unknown>> }[];
}

/** The envelope's columns in their order; units of value, lower and upper follow the metric. */
export const envelope = [
  'value',
  'numerator',
  'denominator',
  'n',
  'lower',
  'upper',
  'level',
  'method',
  'state',
  'reason',
  'excluded',
] as const;

/** State of a figure; source: domain specification 1.1. */
export type FigureState = 'ok' | 'thin' | 'immature' | 'derived' | 'unavailable';
