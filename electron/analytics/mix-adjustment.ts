import type { Homogeneity } from '../model/question';
import { envelope } from '../model/question';
import type { Turn } from '../model/pause';
import { pausing } from '../model/pause';
import type { Settings } from '../model/settings';
import type { Column, Table } from '../model/table';
import { numberColumn, numbersOf, pickColumns, textColumn, textsOf, withColumns } from '../model/table';
import { posteriorInterval, posteriorMean } from '../stats/posterior';
import type { RateFindings } from '../stats/skill';
import { rateGapSteps, rateScaleFor } from '../stats/skill';
import type { AdjustedRate, StratumCounts } from '../stats/standardise';
import { adjustForMix } from '../stats/standardise';
import { funnel } from './funnel';
import { unassigned } from './labels';
import type { OptionModel, Options } from './metric';
import { metric, oneOf } from './metric';

const rates = ['win-rate', 'conversation-conversion', 'cohort-conversion'] as const;

/** The dimensions that make a stratum, joined as one. Source: domain specification 7.3. */
export const stratum = 'segment+source+size_band';

const adjustedColumns = {
  adjusted: 'ratio',
  posterior: 'ratio',
  posterior_lower: 'ratio',
  posterior_upper: 'ratio',
  more_trials: 'count',
  flag: 'label',
  expected: 'score',
  index: 'score',
  effective_trials: 'score',
  mix: 'flag',
} as const;

/** Mix adjustment: a rate as counted, and beside it what it would be on the mix of deals the others have. Composed of two answers, so it has no statement of its own. */
export const mixAdjustment = metric({
  spec: '7.3',
  title: 'Rate, crude and adjusted for the mix of deals',
  sql: '',
  kind: 'custom',
  unit: 'ratio',
  columns: adjustedColumns,
  options: { of: oneOf(...rates), ...optionsOfRates() },
});

// Those of the rates, each as the rate has it where none is named.
function optionsOfRates(): Readonly<Record<string, OptionModel>> {
  const all = rates.map((id) => funnel[id].options);
  const names = new Set(all.flatMap((options) => Object.keys(options)));
  return Object.fromEntries(
    [...names].map((name) => {
      const models = all.flatMap((options) => options[name] ?? []);
      const accepts = (text: string) => text === '' || models.some((model) => model.accepts(text));
      return [name, { default: '', values: models[0]?.values ?? '', accepts }];
    }),
  );
}

/** The rate that is adjusted, with those options that were named for it. */
export function rateOf(options: Options): { readonly id: string; readonly options: Options } {
  const { of, ...rest } = options;
  return { id: of ?? rates[0], options: Object.fromEntries(Object.entries(rest).filter(([, text]) => text !== '')) };
}

/** True for groups of people, who alone are adjusted: by rep, by team, or both. */
export function isOfPeople(by: readonly string[]): boolean {
  return by.length > 0 && by.every((name) => name === 'rep' || name === 'team');
}

/** Crude rates with what adjusting makes of them. `strata` is in how many strata the trials lie. */
export interface Adjusted {
  readonly table: Table;
  readonly homogeneity: Homogeneity;
  readonly strata: number;
}

/**
 * A crude answer by people with each one's rate adjusted for the mix of deals, shrunken toward everybody's, and who stands out; missing for those without a trial.
 * `gathered` has the counts by the same names as `by_1` … and the stratum after them. Unassigned is in the table but never a peer. Source: domain specification 5.12, 5.13, 7.3 to 7.5.
 */
export async function adjustedForMix(
  crude: Table,
  by: readonly string[],
  gathered: Table,
  settings: Settings,
  turn: Turn,
): Promise<Adjusted> {
  const trials = numbersOf(crude, 'denominator');
  const names = keysOf(crude, by);
  const nobodys = by.map((name) => textsOf(crude, name));
  const members = names.flatMap((_, row) =>
    (trials[row] ?? 0) > 0 && nobodys.every((texts) => texts[row] !== unassigned) ? [row] : [],
  );
  const { counts, strata } = countsOf(gathered, by, new Map(members.map((row, unit) => [names[row] ?? '', unit])));
  const adjusted = adjustForMix(counts, members.length);
  const scale = rateScaleFor(settings.evidence_n, settings.evidence_expected);
  const isCandidate = (unit: number) => !isWithoutLike(adjusted[unit]);
  const found = await pausing(rateGapSteps(adjusted, { scale, isReference: () => true, isCandidate }), turn);
  const columns = [...columnsOf(crude.length, members, adjusted, found), thinOf(crude, members, adjusted, settings)];
  return { table: framedTable(crude, by, columns), homogeneity: homogeneityOf(found), strata };
}

/** A crude answer of what is not adjusted, with the same columns. */
export function notAdjusted(crude: Table, by: readonly string[]): Table {
  return framedTable(crude, by, columnsOf(crude.length, [], [], null));
}

function framedTable(crude: Table, by: readonly string[], columns: readonly Column[]): Table {
  return pickColumns(withColumns(crude, columns), [...by, ...envelope, ...Object.keys(adjustedColumns)]);
}

function keysOf(table: Table, names: readonly string[]): string[] {
  const texts = names.map((name) => textsOf(table, name));
  return Array.from({ length: table.length }, (_, row) => JSON.stringify(texts.map((column) => column[row] ?? null)));
}

// The parts of a joined dimension are told apart by the unit separator.
function countsOf(
  gathered: Table,
  by: readonly string[],
  units: ReadonlyMap<string, number>,
): { readonly counts: StratumCounts; readonly strata: number } {
  const keys = keysOf(
    gathered,
    by.map((_, i) => `by_${i + 1}`),
  );
  const trials = numbersOf(gathered, 'denominator');
  const rows = keys.flatMap((key, row) => (units.has(key) && (trials[row] ?? 0) > 0 ? [row] : []));
  const texts = textsOf(gathered, `by_${by.length + 1}`);
  const parts = rows.map((row) => (texts[row] ?? '').split('\u001f'));
  const hits = numbersOf(gathered, 'numerator');
  const counts = {
    unit: rows.map((row) => units.get(keys[row] ?? '') ?? 0),
    segment: coded(parts.map(([segment]) => segment)),
    source: coded(parts.map(([, source]) => source)),
    size: coded(parts.map(([, , size]) => size)),
    trials: rows.map((row) => trials[row] ?? 0),
    successes: rows.map((row) => hits[row] ?? 0),
  };
  return { counts, strata: new Set(rows.map((row) => texts[row])).size };
}

function coded(texts: readonly (string | undefined)[]): number[] {
  const codes = new Map([...new Set(texts)].map((text, code) => [text, code] as const));
  return texts.map((text) => codes.get(text) ?? -1);
}

function homogeneityOf(found: RateFindings | null): Homogeneity {
  if (!found) return { chi_square: null, df: 0, p: null, verdict: 'too_few' };
  const { chiSquare, degrees, p, verdict } = found.fit;
  return { chi_square: chiSquare, df: degrees, p, verdict };
}

// Where none of the others had a success with such deals, there is nobody to be set against.
function isWithoutLike(rate: AdjustedRate | undefined): boolean {
  return rate !== undefined && rate.index === null && rate.peerRate !== null;
}

// The evidence rule asks for as many trials as carry the adjusted rate.
function thinOf(crude: Table, members: readonly number[], adjusted: readonly AdjustedRate[], settings: Settings) {
  const states = textsOf(crude, 'state');
  members.forEach((row, unit) => {
    const isThin = isWithoutLike(adjusted[unit]) || (adjusted[unit]?.effectiveTrials ?? 0) < settings.evidence_n;
    if (isThin && states[row] === 'ok') states[row] = 'thin';
  });
  return textColumn('state', 'label', states);
}

function columnsOf(
  length: number,
  members: readonly number[],
  adjusted: readonly AdjustedRate[],
  found: RateFindings | null,
): Column[] {
  const numbers = (name: keyof typeof adjustedColumns, of: (unit: number) => number | null | undefined): Column => {
    const values = new Array<number | null>(length).fill(null);
    members.forEach((row, unit) => (values[row] = of(unit) ?? null));
    return numberColumn(name, adjustedColumns[name], values);
  };
  const beliefs = (found?.posteriors ?? []).map((posterior) => ({
    mean: posteriorMean(posterior),
    ...posteriorInterval(posterior),
  }));
  const flags = new Array<string | null>(length).fill(null);
  members.forEach((row, unit) => {
    const finding = found?.findings[unit]?.finding;
    if (finding === 'gap' || finding === 'strength') flags[row] = finding;
  });
  return [
    numbers('adjusted', (unit) => adjusted[unit]?.adjusted),
    numbers('posterior', (unit) => beliefs[unit]?.mean),
    numbers('posterior_lower', (unit) => beliefs[unit]?.lower),
    numbers('posterior_upper', (unit) => beliefs[unit]?.upper),
    numbers('more_trials', (unit) => found?.findings[unit]?.moreEvidence),
    textColumn('flag', 'label', flags),
    numbers('expected', (unit) => adjusted[unit]?.expected),
    numbers('index', (unit) => adjusted[unit]?.index),
    numbers('effective_trials', (unit) => adjusted[unit]?.effectiveTrials),
    numbers('mix', (unit) => Number(adjusted[unit]?.mix ?? false)),
  ];
}
