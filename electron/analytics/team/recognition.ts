import { gini } from '../../stats/gini';
import { wilson } from '../../stats/intervals';
import type { Powers } from '../../stats/mean-rise';
import { meanRiseProbability } from '../../stats/mean-rise';
import { posteriorInterval, posteriorMean, probabilityGreater } from '../../stats/posterior';
import type { Posterior } from '../../stats/posterior';
import type { Table } from '../../model/table';
import { pausing } from '../../model/pause';
import { numbersOf, textAt, textsOf } from '../../model/table';
import type { Group, Line } from '../groups';
import { envelopeUnits, groupsOf, tableOf } from '../groups';
import { leftOutOf, leftOutUnits } from '../left-out';
import type { FinishContext, Fitted, Options } from '../metric';
import type { SkillCell, SkillMeasure } from '../skill-board';
import { assessSkill, boardColumns, gatheredBySkill, skillBoard } from '../skill-board';

export const recognitionColumns = {
  rep: 'label',
  team: 'label',
  role: 'label',
  skill: 'label',
  list: 'label',
  measure: 'label',
  base: 'score',
  base_lower: 'score',
  base_upper: 'score',
  now: 'score',
  now_lower: 'score',
  now_upper: 'score',
  rise: 'score',
  p_up: 'ratio',
  base_trials: 'count',
  now_trials: 'count',
  grain: 'label',
  now_from: 'date',
  now_to: 'date',
  attainment: 'ratio',
  support: 'label',
  support_kind: 'label',
  support_on: 'date',
} as const;

const sure = 0.8;
const fewestInMonth = 15;
/** Days before the period within which a training or talk is named. */
const supportDays = 120;

type Grain = 'month' | 'quarter';

interface Change {
  readonly base: SkillCell;
  readonly now: SkillCell;
  readonly grain: Grain;
  readonly up: number;
}

/** Who was recognised, how evenly and who has waited longest, for the document. */
export function recognisedOf(gathered: Table): (options: Options) => Fitted {
  const [reps, ids, last, kinds, notes] = ['rep', 'rep_id', 'last_on', 'kind', 'note'].map((name) =>
    textsOf(gathered, name),
  );
  const [times, waited, entered] = ['times', 'waited', 'is_entered'].map((name) => numbersOf(gathered, name));
  const people = (reps ?? []).map((rep, i) => ({
    rep,
    rep_id: ids?.[i] ?? null,
    times: times?.[i] ?? 0,
    last_on: last?.[i] ?? null,
    days: Number.isNaN(waited?.[i] ?? NaN) ? null : (waited?.[i] ?? null),
    kind: kinds?.[i] ?? null,
    note: notes?.[i] ?? null,
    is_entered: entered?.[i] === 1,
  }));
  const recorded = people.some((one) => one.days !== null);
  const recognised = people.filter((one) => one.times > 0).length;
  const [longest] = [...people].sort((a, b) => (b.days ?? 0) - (a.days ?? 0));
  const coverage = {
    people: people.length,
    recognised,
    share: recorded ? recognised / people.length : null,
    gini: gini(people.map((one) => one.times)),
    longest_wait: recorded && longest ? { rep: longest.rep, days: longest.days } : null,
    by_person: people,
  };
  return () => ({ parameters: {}, extra: { coverage } });
}

/** One line a recognition to give, by name: who improved, with the target met or not, and who is steadily strong. Source: domain specification 7.9. */
export async function recognition(raw: Table, context: FinishContext): Promise<Table> {
  const lines: { by: Group['by']; line: Line }[] = [];
  for (const { by, rows } of groupsOf(raw)) {
    const facts = factsOf(raw, rows);
    const risen = (await changesOf(raw, facts.trials, context)).map((change) => ({
      ...improvedLine(change, facts),
      ...leftOutOf(raw, [change.now]),
    }));
    const steady = await steadyLines(raw, facts, context);
    lines.push(...[...risen, ...steady].sort(byName).map((line) => ({ by, line })));
  }
  return tableOf(lines, { ...envelopeUnits('score'), ...recognitionColumns, ...leftOutUnits });
}

const byName = (a: Line, b: Line): number =>
  String(a['list']).localeCompare(String(b['list'])) || String(a['rep']).localeCompare(String(b['rep']));

interface Facts {
  readonly trials: readonly number[];
  readonly spanOf: (row: number) => string | null;
  readonly spans: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
  /** Share of the target reached, by rep and span. */
  readonly attained: ReadonlyMap<string, number>;
  readonly supports: readonly { rep: string; skill: string; what: string; kind: string; on: number }[];
}

function factsOf(raw: Table, rows: readonly number[]): Facts {
  const text = (name: string) => textAt(raw, name);
  const [partOf, spanOf, repOf] = [text('part'), text('span'), text('rep')];
  const [skillOf, whatOf, kindOf] = [text('skill'), text('support'), text('support_kind')];
  const [from, to] = [numbersOf(raw, 'from_on'), numbersOf(raw, 'to_on')];
  const [target, actual] = [numbersOf(raw, 'target'), numbersOf(raw, 'actual')];
  const of = (part: string) => rows.filter((row) => partOf(row) === part);
  const ratios = new Map<string, number[]>();
  for (const row of of('target')) {
    const key = `${repOf(row)} ${spanOf(row)}`;
    ratios.set(key, [...(ratios.get(key) ?? []), (actual[row] ?? 0) / (target[row] ?? 1)]);
  }
  return {
    trials: of('trial'),
    spanOf,
    spans: new Map(of('span').map((row) => [spanOf(row) ?? '', { from: from[row] ?? 0, to: to[row] ?? 0 }] as const)),
    attained: new Map([...ratios].map(([key, all]) => [key, all.reduce((sum, one) => sum + one, 0) / all.length])),
    supports: of('support').map((row) => ({
      rep: repOf(row) ?? '',
      skill: skillOf(row) ?? '',
      what: whatOf(row) ?? '',
      kind: kindOf(row) ?? '',
      on: from[row] ?? 0,
    })),
  };
}

// Asked by month, the month where it holds enough trials, else the quarter.
async function changesOf(raw: Table, trials: readonly number[], context: FinishContext): Promise<readonly Change[]> {
  const chosen = await pairsOf(raw, trials, 'quarter', context);
  if (context.options['grain'] === 'month')
    for (const [key, change] of await pairsOf(raw, trials, 'month', context))
      if (change.now.trials >= fewestInMonth) chosen.set(key, change);
  return [...chosen.values()].filter(({ base, now, up }) => up >= sure && isRise(base.measure, base, now));
}

async function pairsOf(
  raw: Table,
  trials: readonly number[],
  grain: Grain,
  { settings, turn }: FinishContext,
): Promise<Map<string, Change>> {
  const spanOf = textAt(raw, 'span');
  const columns = boardColumns(raw);
  const ofSpan = (span: string) =>
    gatheredBySkill(
      raw,
      trials.filter((row) => spanOf(row) === span),
    );
  const [before, after] = [ofSpan(`base_${grain}`), ofSpan(`now_${grain}`)];
  const pairs = new Map<string, Change>();
  for (const [key, { skill, gathered }] of before) {
    await turn();
    const later = (after.get(key)?.gathered ?? []).map(({ person, rows }) => ({
      person: { ...person, isPeer: false },
      rows,
    }));
    // Both times in one table: one prior, fitted on the time before.
    const together = assessSkill(skill, columns, [...gathered, ...later], { reference: 'median', settings });
    const { cells } = await pausing(together, turn);
    await turn();
    const bases = new Map(cells.slice(0, gathered.length).map((cell) => [cell.person.rep, cell] as const));
    for (const now of cells.slice(gathered.length)) {
      const base = bases.get(now.person.rep);
      if (!base?.posterior || !now.posterior || !now.person.isCurrent || base.trials === 0 || now.trials === 0)
        continue;
      const up =
        now.measure === 'money'
          ? meanRiseProbability(logPowers(raw, base.rows), logPowers(raw, now.rows), settings.evidence_median)
          : probabilityGreater(now.posterior, base.posterior);
      if (up === null) continue;
      pairs.set(`${key} ${now.person.rep}`, { base: { ...base, skill }, now: { ...now, skill }, grain, up });
    }
  }
  return pairs;
}

// The deals themselves are resampled, on the log scale; what shrinking took off their means is no part of how sure the rise is.
function logPowers(raw: Table, rows: readonly number[]): Powers {
  const sum = (name: string) => summed(raw, name, rows);
  return { n: sum('trials'), sum: sum('log_sum'), squares: sum('log_squares'), cubes: sum('log_cubes') };
}

function summed(raw: Table, name: string, rows: readonly number[]): number {
  const values = numbersOf(raw, name);
  return rows.reduce((total, row) => total + (values[row] || 0), 0);
}

const tell = { ratio: (x: number) => x, pace: (x: number) => x, money: Math.exp };

function figure(measure: SkillMeasure, posterior: Posterior | null): number {
  return posterior ? tell[measure](posteriorMean(posterior)) : NaN;
}

/** What is believed of a figure, in its own unit: its mean, from where to where. Without limits where people are taken to be alike, for then they tell of all, not of the person. */
function believed(name: 'base' | 'now', { measure, posterior, successes, trials }: SkillCell): Line {
  const found = posterior && posteriorInterval(posterior);
  const own = measure === 'ratio' ? wilson(successes, trials) : null;
  const limits = found && own && found.upper - found.lower < (own.upper - own.lower) / 4 ? null : found;
  return {
    [name]: figure(measure, posterior),
    [`${name}_lower`]: limits && tell[measure](limits.lower),
    [`${name}_upper`]: limits && tell[measure](limits.upper),
  };
}

/** Two points of a rate, five percent of money or pace. */
function isRise(measure: SkillMeasure, base: SkillCell, now: SkillCell): boolean {
  const [from, to] = [figure(measure, base.posterior), figure(measure, now.posterior)];
  return measure === 'ratio' ? to - from >= 0.02 - 1e-12 : to / from - 1 >= 0.05;
}

function improvedLine({ base, now, grain, up }: Change, facts: Facts): Line {
  const attained = facts.attained.get(`${now.person.rep} now_${grain}`) ?? null;
  const list = attained === null ? 'improved' : attained >= 1 - 1e-12 ? 'met_target' : 'improved_below_target';
  const { measure } = base;
  return {
    ...personLine(now, list, grain, facts),
    value: figure(measure, now.posterior) - figure(measure, base.posterior),
    rise: figure(measure, now.posterior) - figure(measure, base.posterior),
    ...believed('base', base),
    ...believed('now', now),
    p_up: up,
    base_trials: base.trials,
    attainment: attained,
  };
}

function personLine(cell: SkillCell, list: string, grain: Grain, facts: Facts): Line {
  const span = facts.spans.get(`now_${grain}`);
  const support = facts.supports
    .filter(
      ({ rep, skill, on }) =>
        rep === cell.person.rep && skill === cell.skill && span && on >= span.from - supportDays && on < span.to,
    )
    .sort((a, b) => Number(b.kind === 'training') - Number(a.kind === 'training') || b.on - a.on)[0];
  return {
    rep: cell.person.rep,
    team: cell.person.team,
    role: cell.person.role,
    skill: cell.skill,
    list,
    measure: cell.measure,
    n: cell.trials,
    state: 'ok',
    now_trials: cell.trials,
    grain,
    now_from: span?.from,
    now_to: span?.to,
    support: support?.what,
    support_kind: support?.kind,
    support_on: support?.on,
  };
}

const quarters = ['now_quarter', 'quarter_1', 'quarter_2', 'quarter_3'] as const;

// A strength over the four quarters together that lay above the peers in each of them.
async function steadyLines(raw: Table, facts: Facts, { settings, turn }: FinishContext): Promise<readonly Line[]> {
  const rows = facts.trials.filter((row) => (quarters as readonly (string | null)[]).includes(facts.spanOf(row)));
  const board = await skillBoard(raw, rows, { reference: 'median', settings }, turn);
  return board.flatMap((table) =>
    table.cells
      .filter((cell) => cell.person.isCurrent && cell.finding?.finding === 'strength')
      .filter((cell) => quarters.every((span) => above(raw, cell, facts, span)))
      .map((cell): Line => {
        const told = tell[cell.measure];
        const last = crudeIn(raw, cell, facts, 'now_quarter');
        return {
          ...personLine(cell, 'steady_strong', 'quarter', facts),
          ...leftOutOf(raw, [cell]),
          value: told(cell.finding!.mean) - told(cell.finding!.reference ?? cell.finding!.mean),
          ...believed('base', cell),
          now: last === null ? null : told(last),
          p_up: cell.finding!.probabilityBelow === null ? null : 1 - cell.finding!.probabilityBelow,
          base_trials: cell.trials,
          attainment: facts.attained.get(`${cell.person.rep} now_quarter`),
        };
      }),
  );
}

function above(raw: Table, cell: SkillCell, facts: Facts, span: string): boolean {
  const crude = crudeIn(raw, cell, facts, span);
  return crude !== null && cell.finding?.reference !== null && crude >= (cell.finding?.reference ?? Infinity);
}

/** A person's own figure in one quarter, on the scale of the posterior; null without a trial. */
function crudeIn(raw: Table, cell: SkillCell, facts: Facts, span: string): number | null {
  const rows = cell.rows.filter((row) => facts.spanOf(row) === span);
  const sum = (name: string) => summed(raw, name, rows);
  const trials = sum('trials');
  if (trials === 0) return null;
  return (cell.measure === 'money' ? sum('log_sum') : sum('successes')) / trials;
}
