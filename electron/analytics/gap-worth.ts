import { gapValue } from '../stats/gap-value';
import type { ChainFactor } from '../stats/gap-value';
import type { Interval } from '../stats/intervals';
import { drawPosterior, posteriorMean } from '../stats/posterior';
import type { Posterior } from '../stats/posterior';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';
import type { Turn } from '../model/pause';
import type { Person, SkillCell, SkillTable } from './skill-board';

/** Chains whose product is money a year: their skills in order, and what one success of the last is worth. */
const chains: readonly { readonly skills: readonly string[]; readonly worth: 'deal' | 'success' | 'trial' }[] = [
  { skills: ['discover', 'present', 'propose', 'close'], worth: 'deal' },
  { skills: ['reach', 'qualify', 'handoff'], worth: 'success' },
  { skills: ['complex_close'], worth: 'success' },
  { skills: ['renew'], worth: 'trial' },
  { skills: ['expand'], worth: 'success' },
];

/** What closing a person's gap in one skill would bring a year, alone and as its share of closing all of them. */
export interface GapWorth {
  readonly current: number;
  readonly alone: number;
  readonly aloneInterval: Interval;
  readonly share: number;
  readonly shareInterval: Interval;
}

/** The same for all of a person's gaps along their chains. */
export interface PersonWorth {
  readonly bySkill: ReadonlyMap<string, GapWorth>;
  /** Money of the chains now. */
  readonly current: number;
  readonly together: number;
  readonly lower: number;
  readonly upper: number;
}

/** Columns of the gathered rows that say what successes and trials brought. */
export interface MoneyColumns {
  readonly hit: Float64Array;
  readonly all: Float64Array;
  readonly successes: Float64Array;
  readonly trials: Float64Array;
}

/** What a table of gathered trials says of money, and over how many days. */
export function moneyColumns(raw: Table): [money: MoneyColumns, days: number] {
  const money = {
    hit: numbersOf(raw, 'hit_money'),
    all: numbersOf(raw, 'all_money'),
    successes: numbersOf(raw, 'successes'),
    trials: numbersOf(raw, 'trials'),
  };
  return [money, numbersOf(raw, 'period_days')[0] ?? 0];
}

/** One factor of a chain and the skill it is, without a name where it is none. */
interface Link {
  readonly skill: string;
  readonly factor: ChainFactor;
}

/** One person's chain of one role: how much enters it a year, and its factors up to money. */
export interface Chain {
  readonly person: Person;
  /** Which chain it is; the same list for everybody. */
  readonly skills: readonly string[];
  /** Entries a year, and how many they were in the period of so many years. */
  readonly entries: number;
  readonly started: number;
  readonly years: number;
  /** Skills in order, then what a success is worth: `value` where that is a skill too, else without a name. */
  readonly links: readonly Link[];
}

/** Everybody's chains with a price at their end; `days` is the length of the period. Source: domain specification 7.6. */
export function chainsOf(board: readonly SkillTable[], money: MoneyColumns, days: number): readonly Chain[] {
  if (days <= 0) return [];
  const years = yearsOf(days);
  return [...new Set(board.map((table) => table.role))].flatMap((role) => {
    const tables = new Map(board.filter((table) => table.role === role).map((table) => [table.skill, table] as const));
    return chains.flatMap(({ skills, worth }) => {
      const steps = skills.flatMap((skill) => tables.get(skill) ?? []);
      const [first] = steps;
      const last = steps.at(-1);
      if (!first || !last) return [];
      const worthFor = worthOf(worth, last, tables.get('value'), money);
      return first.cells.flatMap(({ person, entries: started }): Chain[] => {
        const end = worthFor(person.rep);
        const links = steps.map((table) => linkOf(table, person.rep));
        if (end === null) return [];
        return [{ person, skills, entries: started / years, started, years, links: [...links, end] }];
      });
    });
  });
}

// Four quarters are one year, whether they hold 364, 365 or 366 days.
function yearsOf(days: number): number {
  const years = days / 365.25;
  const whole = Math.round(years);
  return whole > 0 && Math.abs(days - whole * 365.25) <= 1.25 * whole ? whole : years;
}

/** Value of closing gaps of everybody with a chain, by role and rep. Source: domain specification 7.6. */
export async function gapWorths(
  board: readonly SkillTable[],
  raw: Table,
  turn: Turn,
): Promise<ReadonlyMap<string, PersonWorth>> {
  const found = new Map<string, PersonWorth>();
  for (const { person, entries, links } of chainsOf(board, ...moneyColumns(raw))) {
    if (links.some(({ factor }) => factor.flagged)) await turn();
    const key = personKey(person.role, person.rep);
    found.set(key, merged(found.get(key), closing(entries, links)));
  }
  return found;
}

/** Key of a person in a role. */
export function personKey(role: string, rep: string): string {
  return `${role} ${rep}`;
}

function linkOf(table: SkillTable, rep: string): Link {
  const cell = table.cells.find(({ person }) => person.rep === rep);
  return { skill: table.skill, factor: factorOf(table, cell, (x) => x) };
}

// Somebody without a trial in a step is taken to be what is known of nobody: the common level.
function factorOf(table: SkillTable, cell: SkillCell | undefined, read: (x: number) => number): ChainFactor {
  const belief: Posterior | null = cell?.posterior ?? table.prior;
  if (!belief) return { current: cell?.crude ?? 0, reference: null, flagged: false };
  const flagged = cell?.finding?.finding === 'gap';
  const reference = cell?.finding?.reference ?? null;
  return {
    current: read(posteriorMean(belief)),
    reference: reference === null ? null : read(reference),
    flagged,
    draw: (random) => read(drawPosterior(belief, random)),
  };
}

// A sale is worth the person's own mean deal, believed from its log; elsewhere what a success, or a trial, brought everyone of the role.
function worthOf(
  kind: 'deal' | 'success' | 'trial',
  last: SkillTable,
  value: SkillTable | undefined,
  money: MoneyColumns,
): (rep: string) => Link | null {
  if (kind === 'deal' && value?.prior) {
    const mean = (log: number) => Math.exp(log + value.within / 2);
    return (rep) => ({
      skill: 'value',
      factor: factorOf(
        value,
        value.cells.find(({ person }) => person.rep === rep),
        mean,
      ),
    });
  }
  const rows = last.cells.flatMap((cell) => cell.rows);
  const add = (values: Float64Array) => rows.reduce((total, row) => total + (values[row] || 0), 0);
  const [brought, from] =
    kind === 'trial' ? [add(money.all), add(money.trials)] : [add(money.hit), add(money.successes)];
  if (!(brought > 0 && from > 0)) return () => null;
  return () => ({ skill: '', factor: { current: brought / from, reference: null, flagged: false } });
}

function closing(entries: number, links: readonly Link[]): PersonWorth {
  const factors = links.map(({ factor }) => factor);
  const flagged = factors.some((factor) => factor.flagged);
  const value = gapValue(entries, factors, { draws: flagged ? 2000 : 0 });
  const bySkill = new Map(
    links.flatMap(({ skill, factor }, i): (readonly [string, GapWorth])[] => {
      if (!factor.flagged) return [];
      return [
        [
          skill,
          {
            current: value.current,
            alone: value.alone[i]!,
            aloneInterval: value.aloneInterval[i]!,
            share: value.shares[i]!,
            shareInterval: value.shareInterval[i]!,
          },
        ],
      ];
    }),
  );
  const { lower, upper } = value.togetherInterval;
  return { bySkill, current: value.current, together: value.together, lower, upper };
}

function merged(before: PersonWorth | undefined, next: PersonWorth): PersonWorth {
  if (!before) return next;
  return {
    bySkill: new Map([...before.bySkill, ...next.bySkill]),
    current: before.current + next.current,
    together: before.together + next.together,
    lower: before.lower + next.lower,
    upper: before.upper + next.upper,
  };
}
