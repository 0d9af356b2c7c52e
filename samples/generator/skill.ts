/* True success rates and the record of every trial made under them. */
import { dayOf, LAST_DAY, MATURE_DAYS } from './calendar';
import type { Draw } from './random';
import { repOf, type Rep, type Skill } from './roster';
import { trainingShift } from './training';

/** Log odds of a probability. */
export const logit = (p: number): number => Math.log(p / (1 - p));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** True rate of somebody in a skill on an average customer on a day; training counts from the day after completion. */
export function rateOn(rep: Rep, skill: Skill, day: number): number {
  const base = rep.rates[skill];
  if (base === undefined) throw new Error(`${rep.id} has no rate for ${skill}`);
  return logistic(logit(base) + trainingShift(rep.id, skill, day));
}

/** Spans the truth file reports rates for; `to` is not included. */
export const truthPeriods = [
  { name: '2024', from: dayOf('2024-04-01'), to: dayOf('2025-01-01') },
  { name: '2025', from: dayOf('2025-01-01'), to: dayOf('2026-01-01') },
  { name: '2026', from: dayOf('2026-01-01'), to: dayOf('2026-10-01') },
  { name: 'last_four_quarters', from: dayOf('2025-10-01'), to: dayOf('2026-10-01') },
] as const;

interface Trial {
  readonly rep: string;
  readonly skill: Skill;
  readonly day: number;
  readonly effect: number;
  readonly p: number;
  readonly success: boolean;
}

/** What the truth file says of one person, skill and span. */
export interface SkillTruth {
  readonly rep_id: string;
  readonly skill: Skill;
  readonly period: string;
  /** Planted rate on an average customer, mean over the person's trials (training included). */
  readonly reference_rate: number;
  /** Planted rate over the person's own customers: what the crude rate estimates. */
  readonly own_mix_rate: number;
  /** Planted rate over the company's mix of customers: what the adjusted rate estimates. */
  readonly company_mix_rate: number;
  readonly trials: number;
  readonly successes: number;
}

/** Records trials and sums them up. */
export interface Ledger {
  /** Draws the outcome of one trial and records it; `effect` is the customer's effect on the logit. */
  attempt(draw: Draw, rep: Rep, skill: Skill, day: number, effect: number): boolean;
  /** Records a trial whose chance and outcome are known already. */
  record(rep: Rep, skill: Skill, day: number, effect: number, p: number, success: boolean): void;
  /** True chance of success. */
  chanceOf(rep: Rep, skill: Skill, day: number, effect: number): number;
  /** Trials of a skill per person in a span, `to` not included. */
  count(skill: Skill, from: number, to: number): ReadonlyMap<string, number>;
  /** Sums per person, skill and span over trials that had time to mature. */
  summary(): readonly SkillTruth[];
}

/** An empty record. */
export function skillLedger(): Ledger {
  const trials: Trial[] = [];
  const rates = new Map<string, number>();
  const logitOf = (rep: Rep, skill: Skill, day: number): number => {
    const key = `${rep.id} ${skill} ${trainingShift(rep.id, skill, day)}`;
    let value = rates.get(key);
    if (value === undefined) rates.set(key, (value = logit(rateOn(rep, skill, day))));
    return value;
  };
  const chanceOf: Ledger['chanceOf'] = (rep, skill, day, effect) => logistic(logitOf(rep, skill, day) + effect);
  const record: Ledger['record'] = (rep, skill, day, effect, p, success) => {
    trials.push({ rep: rep.id, skill, day, effect, p, success });
  };
  return {
    chanceOf,
    record,
    attempt: (draw, rep, skill, day, effect) => {
      const p = chanceOf(rep, skill, day, effect);
      const success = draw.chance(p);
      record(rep, skill, day, effect, p, success);
      return success;
    },
    count: (skill, from, to) => {
      const counts = new Map<string, number>();
      for (const trial of trials) {
        if (trial.skill === skill && trial.day >= from && trial.day < to)
          counts.set(trial.rep, (counts.get(trial.rep) ?? 0) + 1);
      }
      return counts;
    },
    summary: () => truthPeriods.flatMap((period) => summaryOf(trials, period.name, period.from, period.to)),
  };
}

function summaryOf(trials: readonly Trial[], period: string, from: number, to: number): readonly SkillTruth[] {
  const mature = trials.filter((t) => t.day >= from && t.day < to && t.day + MATURE_DAYS <= LAST_DAY + 1);
  const groups = new Map<string, Trial[]>();
  const effects = new Map<Skill, number[]>();
  for (const trial of mature) {
    const key = `${trial.rep} ${trial.skill}`;
    const group = groups.get(key);
    if (group) group.push(trial);
    else groups.set(key, [trial]);
    const list = effects.get(trial.skill);
    if (list) list.push(trial.effect);
    else effects.set(trial.skill, [trial.effect]);
  }
  const sorted = [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, group]) => {
    const [first] = group;
    if (!first) return [];
    const { rep, skill } = first;
    const reference = mean(group.map((t) => rateOn(repOf(t.rep), t.skill, t.day)));
    const company = thinned(effects.get(skill) ?? [0]).map((effect) => logistic(logit(reference) + effect));
    const truth: SkillTruth = {
      rep_id: rep,
      skill,
      period,
      reference_rate: rounded(reference),
      own_mix_rate: rounded(mean(group.map((t) => t.p))),
      company_mix_rate: rounded(mean(company)),
      trials: group.length,
      successes: group.filter((t) => t.success).length,
    };
    return [truth];
  });
}

function thinned(values: readonly number[]): readonly number[] {
  const step = Math.ceil(values.length / 400);
  return values.filter((_, i) => i % step === 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Four decimals, as rates are written in the truth file. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
