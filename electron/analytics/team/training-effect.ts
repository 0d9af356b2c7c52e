import { compareChanges, stackedControls } from '../../stats/difference-in-differences';
import { meanInterval, summarise } from '../../stats/intervals';
import type { Table } from '../../model/table';
import { numbersOf, textsOf } from '../../model/table';
import type { Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import type { FinishContext } from '../metric';

export const effectColumns = {
  treated: 'count',
  control: 'count',
  treated_before: 'ratio',
  treated_after: 'ratio',
  control_before: 'ratio',
  control_after: 'ratio',
  placebo: 'ratio',
  placebo_lower: 'ratio',
  placebo_upper: 'ratio',
  matched: 'flag',
  note: 'label',
} as const;

/** Fewest trials of somebody in each window, and fewest people a side; source: domain specification 7.8. */
const fewestTrials = 10;
const fewestPeople = 3;
/** Groups from which an effect stands on more than the bare minimum; source: domain specification 1.11. */
const recommended = 5;

interface Rates {
  readonly rep: string;
  readonly before: number;
  readonly after: number;
}

/** One treated person with everyone who served as control in the same windows. */
interface Case {
  readonly own: Rates | null;
  readonly controls: readonly Rates[];
}

/** One line a programme and skill: the change of the trained less that of the others in the same windows. Source: domain specification 7.8. */
export function trainingEffect(raw: Table, { extra }: Pick<FinishContext, 'extra'>): Table {
  const [programmes, skills] = [textsOf(raw, 'programme'), textsOf(raw, 'skill')];
  const people: Judged[] = [];
  const lines = groupsOf(raw).flatMap(({ by, rows }) =>
    [...new Set(rows.map((row) => `${programmes[row]}\n${skills[row]}`))].map((key) => {
      const own = rows.filter((row) => `${programmes[row]}\n${skills[row]}` === key);
      const [programme = '', skill = ''] = key.split('\n');
      people.push(...judgedIn(raw, own).map((each) => ({ programme, skill, ...each })));
      return { by, line: { programme, skill, ...lineOf(raw, own), ...leftOutOf(raw, own) } };
    }),
  );
  extra['people'] = people;
  const left = { excluded_not_mature: 'count', excluded_too_few_trials: 'count' } as const;
  return tableOf(lines, { ...envelopeUnits('ratio'), programme: 'label', skill: 'label', ...effectColumns, ...left });
}

/** Somebody the effect is made of: one of the trained, or one of the others with the mean over the windows that person served in. */
interface Judged {
  readonly programme: string;
  readonly skill: string;
  readonly rep: string;
  readonly trained: boolean;
  readonly before: number;
  readonly after: number;
}

function judgedIn(raw: Table, rows: readonly number[]): readonly Omit<Judged, 'programme' | 'skill'>[] {
  const { compared } = comparedIn(raw, rows);
  const others = namesOfControls(compared);
  const [before, after] = [ofControls(compared, beforeOf), ofControls(compared, afterOf)];
  return [
    ...compared.flatMap(({ own }) => (own ? [{ ...own, trained: true }] : [])),
    ...others.map((rep, i) => ({ rep, trained: false, before: before[i] ?? 0, after: after[i] ?? 0 })),
  ];
}

/** The trained with those they are compared to: of all others, or where they stood lower to begin with of those nearest to them. */
function comparedIn(raw: Table, rows: readonly number[]) {
  const cases = casesOf(raw, rows, 'before', 'after').filter(({ own }) => own !== null);
  const low = startedLower(cases);
  return { cases, low, compared: low ? cases.map(nearestOnly) : cases };
}

function lineOf(raw: Table, rows: readonly number[]): Line {
  const { cases, low, compared } = comparedIn(raw, rows);
  const treated = cases.flatMap(({ own }) => own ?? []);
  const anyControl = new Set(rowsOfControls(raw, rows));
  if (anyControl.size === 0) return beforeAfterOnly(treated);
  const control = ofControls(compared, changeOf).length;
  const found = effectOf(compared);
  const placebo = effectOf(casesOf(raw, rows, 'earlier', 'later').filter(({ own }) => own !== null));
  return {
    value: found?.difference,
    n: treated.length,
    lower: found?.lower,
    upper: found?.upper,
    method: found && (low ? 'matched-differences' : 'difference-in-differences'),
    state: Math.min(treated.length, control) < recommended ? 'thin' : 'ok',
    reason: found ? null : treated.length < fewestPeople ? 'too_few_treated' : 'too_few_controls',
    treated: treated.length,
    control,
    treated_before: meanOf(treated.map(beforeOf)),
    treated_after: meanOf(treated.map(afterOf)),
    control_before: meanOf(ofControls(compared, beforeOf)),
    control_after: meanOf(ofControls(compared, afterOf)),
    placebo: placebo?.difference,
    placebo_lower: placebo?.lower,
    placebo_upper: placebo?.upper,
    matched: low,
    note: low ? 'chosen_because_low' : null,
  };
}

/** The trained of whom nothing is said: too young where the time after their training still runs, else with too few trials. */
function leftOutOf(raw: Table, rows: readonly number[]): Line {
  const [trained, young] = ['trained', 'young'].map((name) => numbersOf(raw, name)[rows[0] ?? -1] ?? 0);
  const people = textsOf(raw, 'treated_rep');
  const isYoung = numbersOf(raw, 'is_young');
  const judged = new Set(casesOf(raw, rows, 'before', 'after').flatMap(({ own }) => own?.rep ?? []));
  const isJudgedYoung = (row: number) => isYoung[row] === 1 && judged.has(people[row] ?? '');
  const judgedYoung = new Set(rows.filter(isJudgedYoung).map((row) => people[row]));
  const tooYoung = young! - judgedYoung.size;
  return { excluded_not_mature: tooYoung, excluded_too_few_trials: trained! - judged.size - tooYoung };
}

/** Of whom something is said, by programme and skill, one text each. */
export function saidOf(raw: Table): { readonly judged: readonly string[] } {
  const [programmes, skills] = [textsOf(raw, 'programme'), textsOf(raw, 'skill')];
  const rows = Array.from({ length: raw.length }, (_, row) => row);
  const judged = [...new Set(rows.map((row) => `${programmes[row]} ${skills[row]}`))].flatMap((key) => {
    const own = rows.filter((row) => `${programmes[row]} ${skills[row]}` === key);
    return casesOf(raw, own, 'before', 'after').flatMap((each) => (each.own ? `${key} ${each.own.rep}` : []));
  });
  return { judged };
}

function rowsOfControls(raw: Table, rows: readonly number[]): readonly string[] {
  const isTreated = numbersOf(raw, 'is_treated');
  const reps = textsOf(raw, 'rep');
  return rows.filter((row) => isTreated[row] !== 1).map((row) => reps[row] ?? '');
}

// Everyone was trained: nobody to compare with, so only what changed is told.
function beforeAfterOnly(treated: readonly Rates[]): Line {
  const found = treated.length >= fewestPeople ? meanInterval(treated.map(changeOf)) : null;
  return {
    value: found?.mean,
    n: treated.length,
    lower: found?.lower,
    upper: found?.upper,
    method: found && 'before-after',
    state: 'thin',
    reason: found ? null : 'too_few_treated',
    treated: treated.length,
    control: 0,
    treated_before: meanOf(treated.map(beforeOf)),
    treated_after: meanOf(treated.map(afterOf)),
    matched: false,
    note: 'no_control',
  };
}

function casesOf(raw: Table, rows: readonly number[], first: string, second: string): readonly Case[] {
  const [people, reps] = [textsOf(raw, 'treated_rep'), textsOf(raw, 'rep')];
  const isTreated = numbersOf(raw, 'is_treated');
  const [n1, k1, n2, k2] = [`${first}_trials`, `${first}_successes`, `${second}_trials`, `${second}_successes`].map(
    (name) => numbersOf(raw, name),
  );
  const rates = (row: number): Rates[] => {
    const [before, after] = [n1?.[row] ?? 0, n2?.[row] ?? 0];
    if (before < fewestTrials || after < fewestTrials) return [];
    return [{ rep: reps[row] ?? '', before: (k1?.[row] ?? 0) / before, after: (k2?.[row] ?? 0) / after }];
  };
  return [...new Set(rows.map((row) => people[row] ?? ''))].map((person) => {
    const own = rows.filter((row) => people[row] === person);
    return {
      own: own.filter((row) => isTreated[row] === 1).flatMap(rates)[0] ?? null,
      controls: own.filter((row) => isTreated[row] !== 1).flatMap(rates),
    };
  });
}

const beforeOf = ({ before }: Rates): number => before;
const afterOf = ({ after }: Rates): number => after;
const changeOf = ({ before, after }: Rates): number => after - before;

function meanOf(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

function namesOfControls(cases: readonly Case[]): readonly string[] {
  return [...new Set(cases.flatMap(({ controls }) => controls.map(({ rep }) => rep)))];
}

/** A figure of each control, once however often it served. */
function ofControls(cases: readonly Case[], of: (rates: Rates) => number): number[] {
  const names = namesOfControls(cases);
  const served = cases.map(({ controls }) => new Map(controls.map((one) => [one.rep, of(one)])));
  return stackedControls(served.map((figures) => names.map((name) => figures.get(name) ?? null)));
}

/** True when those trained stood lower to begin with by more than half a standard deviation. */
function startedLower(cases: readonly Case[]): boolean {
  const treated = cases.flatMap(({ own }) => own?.before ?? []);
  const control = ofControls(cases, beforeOf);
  if (treated.length === 0 || control.length === 0) return false;
  const spread = Math.sqrt(summarise([...treated, ...control]).variance);
  return summarise(control).mean - summarise(treated).mean > 0.5 * spread;
}

/** Somebody trained with the controls nearest to where they began. */
function nearestOnly({ own, controls }: Case): Case {
  const distance = ({ before }: Rates) => Math.abs(before - (own?.before ?? 0));
  return { own, controls: [...controls].sort((a, b) => distance(a) - distance(b)).slice(0, fewestPeople) };
}

function effectOf(cases: readonly Case[]) {
  const treated = cases.flatMap(({ own }) => (own ? [changeOf(own)] : []));
  return compareChanges(treated, ofControls(cases, changeOf), { fewest: fewestPeople });
}
