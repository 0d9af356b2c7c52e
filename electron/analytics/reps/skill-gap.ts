import type { Random } from '../../stats/random';
import { gapValue } from '../../stats/gap-value';
import type { ChainFactor } from '../../stats/gap-value';
import { drawPosterior } from '../../stats/posterior';
import { assessRateSkill } from '../../stats/skill';
import type { RateSkill } from '../../stats/skill';
import type { StratumCounts } from '../../stats/standardise';
import type { Table } from '../../model/table';
import { numberColumn, numbersOf, textColumn, textsOf } from '../../model/table';
import { unassigned } from '../labels';

/** One line of the skill matrix: a rep's figure in a skill, crude, adjusted for mix and shrunk, with what may be said of it. */
interface Line {
  readonly rep: string;
  readonly skill: string;
  readonly successes: number;
  readonly trials: number;
  readonly crude: number | null;
  readonly adjusted: number | null;
  readonly posterior: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly reference: number | null;
  readonly below: number | null;
  readonly verdict: string;
  readonly more: number | null;
  readonly draw: ((random: Random) => number) | null;
}

const verdicts = {
  gap: 'gap',
  strength: 'strength',
  in_line: 'in_line',
  too_little_evidence: 'too_little',
  no_difference: 'no_difference',
} as const;

/** The skill matrix from trials by rep, skill and stratum; one row a rep and skill, by skill in the order of `skills`, then by name. Source: domain specification 7.2 to 7.5. */
export function skillLines(trials: Table, skills: readonly string[], kind: 'median' | 'p75'): Line[] {
  return skills.flatMap((skill) => linesOf(skill, trials, kind));
}

function linesOf(skill: string, table: Table, kind: 'median' | 'p75'): Line[] {
  const names = textsOf(table, 'rep');
  const rows = textsOf(table, 'skill').flatMap((name, row) =>
    name === skill && names[row] !== unassigned ? [row] : [],
  );
  const reps = [...new Set(rows.map((row) => names[row] ?? ''))].sort((a, b) => (a < b ? -1 : 1));
  const at = new Map(reps.map((rep, i) => [rep, i] as const));
  const counts = strata(table, rows, (row) => at.get(names[row] ?? '') ?? 0);
  const assessed = assessRateSkill(counts, reps.length, { reference: kind });
  return reps.map((rep, i) => lineOf(rep, skill, assessed, i));
}

function strata(table: Table, rows: readonly number[], unitOf: (row: number) => number): StratumCounts {
  const coded = (name: string) => {
    const texts = textsOf(table, name);
    const codes = new Map<string, number>();
    return rows.map((row) => {
      const text = texts[row] ?? '';
      const known = codes.get(text) ?? codes.size;
      codes.set(text, known);
      return known;
    });
  };
  const trials = numbersOf(table, 'trials');
  const successes = numbersOf(table, 'successes');
  return {
    unit: rows.map(unitOf),
    segment: coded('segment'),
    source: coded('source'),
    size: coded('size_band'),
    trials: rows.map((row) => trials[row] ?? 0),
    successes: rows.map((row) => successes[row] ?? 0),
  };
}

function lineOf(rep: string, skill: string, { rates, posteriors, findings }: RateSkill, i: number): Line {
  const rate = rates[i];
  const posterior = posteriors[i];
  const found = findings[i];
  return {
    rep,
    skill,
    successes: rate?.successes ?? 0,
    trials: rate?.trials ?? 0,
    crude: rate?.crude ?? null,
    adjusted: rate?.adjusted ?? null,
    posterior: found?.mean ?? null,
    lower: found?.lower ?? null,
    upper: found?.upper ?? null,
    reference: found?.reference ?? null,
    below: found?.probabilityBelow ?? null,
    verdict: found ? verdicts[found.finding] : 'too_little',
    more: found?.moreEvidence ?? null,
    draw: posterior ? (random) => drawPosterior(posterior, random) : null,
  };
}

/** A rep's yearly entries at the first rung of the chain and mean deal value, for the value of closing gaps. */
export interface ChainBase {
  readonly entries: number;
  readonly value: number;
}

/** The matrix as a table, with the yearly money of closing each flagged gap alone and together. Source: domain specification 7.6. */
export function skillTable(lines: readonly Line[], bases: ReadonlyMap<string, ChainBase>): Table {
  const worth = lines.map((): { alone: number | null; together: number | null } => ({ alone: null, together: null }));
  for (const rep of new Set(lines.map((line) => line.rep))) valueOf(rep, lines, bases, worth);
  const pick = <T>(read: (line: Line) => T): T[] => lines.map(read);
  return {
    length: lines.length,
    columns: [
      textColumn(
        'rep',
        'label',
        pick((line) => line.rep),
      ),
      textColumn(
        'skill',
        'label',
        pick((line) => line.skill),
      ),
      numberColumn(
        'value',
        'ratio',
        pick((line) => line.posterior),
      ),
      numberColumn(
        'numerator',
        'count',
        pick((line) => line.successes),
      ),
      numberColumn(
        'denominator',
        'count',
        pick((line) => line.trials),
      ),
      numberColumn(
        'n',
        'count',
        pick((line) => line.trials),
      ),
      numberColumn(
        'lower',
        'ratio',
        pick((line) => line.lower),
      ),
      numberColumn(
        'upper',
        'ratio',
        pick((line) => line.upper),
      ),
      numberColumn(
        'level',
        'ratio',
        pick(() => 0.95),
      ),
      textColumn(
        'method',
        'label',
        pick(() => 'beta-binomial'),
      ),
      textColumn(
        'state',
        'label',
        pick((line) => (line.verdict === 'too_little' ? 'thin' : 'ok')),
      ),
      textColumn(
        'reason',
        'label',
        pick((line) => (line.trials > 0 ? null : 'empty')),
      ),
      textColumn(
        'excluded',
        'label',
        pick(() => '{}'),
      ),
      numberColumn(
        'successes',
        'count',
        pick((line) => line.successes),
      ),
      numberColumn(
        'trials',
        'count',
        pick((line) => line.trials),
      ),
      numberColumn(
        'crude',
        'ratio',
        pick((line) => line.crude),
      ),
      numberColumn(
        'adjusted',
        'ratio',
        pick((line) => line.adjusted),
      ),
      numberColumn(
        'posterior',
        'ratio',
        pick((line) => line.posterior),
      ),
      numberColumn(
        'reference',
        'ratio',
        pick((line) => line.reference),
      ),
      numberColumn(
        'p_below',
        'ratio',
        pick((line) => line.below),
      ),
      textColumn(
        'verdict',
        'label',
        pick((line) => line.verdict),
      ),
      numberColumn(
        'more_trials',
        'count',
        pick((line) => line.more),
      ),
      numberColumn(
        'alone_money',
        'money',
        worth.map((found) => found.alone),
      ),
      numberColumn(
        'together_money',
        'money',
        worth.map((found) => found.together),
      ),
    ],
  };
}

function valueOf(
  rep: string,
  lines: readonly Line[],
  bases: ReadonlyMap<string, ChainBase>,
  worth: { alone: number | null; together: number | null }[],
): void {
  const own = lines.flatMap((line, i) => (line.rep === rep && line.posterior !== null ? [i] : []));
  const base = bases.get(rep);
  if (!base || own.length === 0 || !own.some((i) => lines[i]?.verdict === 'gap')) return;
  const factors = own.map((i): ChainFactor => {
    const line = lines[i];
    return {
      current: line?.posterior ?? 0,
      reference: line?.reference ?? null,
      flagged: line?.verdict === 'gap',
      ...(line?.draw ? { draw: line.draw } : {}),
    };
  });
  const value = gapValue(base.entries, [...factors, { current: base.value, reference: null, flagged: false }]);
  own.forEach((i, place) => {
    if (lines[i]?.verdict !== 'gap') return;
    worth[i] = { alone: value.alone[place] ?? null, together: value.shares[place] ?? null };
  });
}
