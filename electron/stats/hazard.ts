/* The share that leaves in each period among those who reached it.
 * Source: life-table hazard, Cutler and Ederer (1958), without their half-period correction: a unit still going on when its observation
 * stops inside a period says nothing about that period and is left out of it. */
import { wilson } from './intervals';
import { observed, type Lifetimes } from './risk-set';

/** Hazard of one period; `hazard` and limits are null when nobody was at risk. */
export interface PeriodHazard {
  period: number;
  atRisk: number;
  ended: number;
  hazard: number | null;
  lower: number | null;
  upper: number | null;
}

/** Hazard of period k = 0, 1, ..., which covers ages [k·width, (k+1)·width). Wilson limits. */
export function hazardByPeriod(lives: Lifetimes, width: number, periods: number, level = 0.95): PeriodHazard[] {
  const ended = new Float64Array(periods);
  const atRisk = new Float64Array(periods);
  for (const i of observed(lives)) {
    const last = Math.floor(lives.time[i]! / width);
    const ends = lives.event[i]! > 0;
    const first = Math.ceil((lives.entry?.[i] ?? 0) / width);
    for (let k = first; k < Math.min(periods, ends ? last + 1 : last); k++) atRisk[k]! += 1;
    if (ends && last < periods && last >= first) ended[last]! += 1;
  }
  return Array.from(atRisk, (n, period) => {
    const d = ended[period]!;
    const limits = wilson(d, n, level);
    return {
      period,
      atRisk: n,
      ended: d,
      hazard: n > 0 ? d / n : null,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
    };
  });
}
