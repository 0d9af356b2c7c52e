/**
 * What a metric is: one `.sql` file in two halves and a declaration beside it.
 * First half: a CTE `units`, one row a unit (journey, deal), with `on_day` (the day it counts in), `hit` (in the numerator) and `left_out` (reason it is not judged, null when it is).
 * Second half, below the line `-- Answer`: the aggregate over `grouped`, which is `units` with the asked dimensions as `by_1` … `by_3`.
 * The rows behind a mark are the first half alone, so they number what the mark says by construction.
 * The units come from `scope`: journeys with their dimensions, filtered. A metric over something else (hand-offs, rep-days) puts a CTE `fact` with the columns of a journey
 * above a line `-- Units`, and `scope` is taken from that. Where SQL cannot answer, `finish` turns the gathered groups into rows with the envelope.
 * A further answer over the same units that is seldom wanted stands below `-- More`; `more` says when it is asked, and joins it on.
 */
import type { LaterTable } from '../model/derived';
import type { Settings } from '../model/settings';
import type { Table } from '../model/table';
import type { TableName } from '../model/tables';
import type { Unit } from '../model/units';
import type { Turn } from '../model/pause';
import type { Dimension, Part, Question } from '../model/question';
import { dimensions } from '../model/question';
import type { Quick } from './board';

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

/** How value and interval come out of the answer's columns; `custom` brings them itself. */
export type Kind = 'rate' | 'count' | 'money' | 'days' | 'survival' | 'custom';

/** What a finishing step may know beside the gathered rows. */
export interface FinishContext {
  readonly options: Options;
  readonly settings: Settings;
  /** Names of the asked dimensions, which stand in the table as `by_1` … `by_3`. */
  readonly by: readonly string[];
  /** Tables of the workspace that hold no row, so that an answer tells a file that is lacking from a choice without rows. */
  readonly empty: ReadonlySet<string>;
  /** What the document says beside its rows, such as a fit; a finishing step adds to it. */
  readonly extra: Record<string, unknown>;
  /** Called between the units of work of a long fit, so that a withdrawal is heard there. */
  readonly turn: Turn;
}

/** A statement asked before the metric's own, over everything whatever the filters, and the fit of what it gathers: numbers that SQL cannot find become parameters. */
export interface Preparation {
  readonly sql: string;
  /** Made once for all questions; what depends on the options is read off it. A long one pauses between its parts. */
  readonly fit: (gathered: Table) => ((options: Options) => Fitted) | Promise<(options: Options) => Fitted>;
}

export interface Fitted {
  /** Values for parameters that `parameters` declares as null. */
  readonly parameters: ParameterValues;
  readonly extra: Readonly<Record<string, unknown>>;
}

export type ParameterValues = Readonly<Record<string, string | number | null | readonly string[]>>;

/** A finishing step: gathered rows (one or more a group) to one row a group and key, with the envelope columns it can fill; missing ones are filled as empty. */
export type Finish = (raw: Table, context: FinishContext) => Table | Promise<Table>;

/** A further answer over the same units, asked only where the first calls for it. */
export interface More {
  readonly when: (raw: Table) => boolean;
  /** The first answer's rows with the columns that the further one brings; both by `by_1` … `by_3`. */
  readonly join: (raw: Table, more: Table, options: Options) => Table;
}

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
  /** Tables without which nothing can be said; the first empty one is named. Of a list, one is enough, and its first is named. */
  readonly needs: readonly (TableName | readonly TableName[])[];
  /** Statements that stand in where a table is empty (source: domain specification 4); they give `from_flags`, so that the state says derived. */
  readonly without: Partial<Readonly<Record<TableName, string>>>;
  /** Derived tables that are made when first asked for. */
  readonly uses: readonly LaterTable[];
  /** What no dates mean: all of history, the fiscal quarter of the as-of, or the last four complete ones. */
  readonly period: 'all' | 'quarter' | 'four_quarters';
  /** True where the statement itself takes the twelve months up to the as-of for no dates; split by time it takes all of history. The document tells which. */
  readonly twelveMonths: boolean;
  /** Dimensions of a person that the answer's rows bear themselves: asked for, they change nothing; filtered, they choose among the rows, and each row is still compared with everybody. */
  readonly carries: readonly Dimension[];
  /** True where the statement reads `rep`, `team` and `role` whatever is asked. */
  readonly personal: boolean;
  /** True where several metrics finish the rows of the same statement: what is gathered for one is kept for the others. */
  readonly gathersAlike: boolean;
  readonly attribution: Attribution;
  /** SQL over the fact: day whose team and role a unit's rep has. */
  readonly day: string;
  /** Column that holds the rep under `at_entry`, for the asked options. */
  readonly entryRep: (options: Options) => string;
  readonly aliases: (options: Options) => Aliases;
  /** Extra parameters of the statement beside the shared ones. */
  readonly parameters: (options: Options, question?: Question) => ParameterValues;
  readonly prepare: Preparation | null;
  /** Several runs whose rows stand one below the other, such as one a step of the funnel; constant label columns name the run. */
  readonly runs: (options: Options, settings: Settings) => readonly Run[];
  /** Parts of a row's key made by the answer itself (a rung, a reason): labels of a run, else columns of the units. */
  readonly keys: readonly string[];
  /** True when the rows of a group share its denominator: a key then narrows the numerator alone. A list names the keys this holds for; the options may decide. */
  readonly shared: boolean | readonly string[] | ((options: Options) => boolean);
  /** Conditions over the units that stand in for equality with a key of the mark, which is `$key_` and its name; the parts may read it too, null where the mark has none. A name that is no key is what a mark may be narrowed by beside it, such as a span of days. */
  readonly narrows: Readonly<Record<string, string>>;
  /** What of the rows behind a mark only the finishing step can tell: from the gathered rows, values for parameters that the parts read. */
  readonly told: ((raw: Table, context: Pick<FinishContext, 'extra'>) => ParameterValues) | null;
  /** Column of the fact that names a team where no rep does; null where only reps do. */
  readonly teamColumn: string | null;
  /** Column that tells one unit from another. */
  readonly unitId: string;
  /** Conditions over the units that stand in for the usual ones of `left_out` and `hit`. */
  readonly parts: Partial<Readonly<Record<Part, string>>>;
  readonly finish: Finish | null;
  readonly more: More | null;
  /** A quicker way to the rows that the statement gathers, where the workspace is large. */
  readonly quick: Quick | null;
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
    without: {},
    uses: [],
    period: 'all',
    twelveMonths: false,
    carries: [],
    personal: false,
    gathersAlike: false,
    attribution: 'at_close',
    day: "coalesce(closed_on, began_on, date '9999-01-01')",
    entryRep: () => 'rep_at_2',
    aliases: () => ({}),
    parameters: () => ({}),
    prepare: null,
    runs: (options) => [{ options, labels: {} }],
    keys: [],
    shared: false,
    narrows: {},
    told: null,
    teamColumn: null,
    unitId: 'journey_id',
    parts: {},
    finish: null,
    more: null,
    quick: null,
    immatureColumn: null,
    ...given,
  };
}

/** A metric's text over another fact: everything above the line `-- Units`, header included, is the other's. */
export function withFact(text: string, fact: string): string {
  const [, ...below] = text.split(/^-- Units$/m);
  return `${fact.trim()}\n-- Units${below.join('-- Units')}`;
}

/** A metric's text, header first, over a fact that several share; below the header it begins with the line `-- Units`. */
export function overFact(text: string, fact: string): string {
  const [header = '', ...below] = text.split(/^-- Units$/m);
  return `${header}${fact.replace(/^--.*\n/gm, '').trim()}\n-- Units${below.join('-- Units')}`;
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

/** An option that takes a number from `low` to `high`. */
export function numberBetween(first: number, low: number, high: number): OptionModel {
  const fits = (text: string) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= low && Number(text) <= high;
  return { default: String(first), values: `number from ${low} to ${high}`, accepts: fits };
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
