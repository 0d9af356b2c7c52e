import type { Sbg } from '../stats/sbg';
import { sbgSurvivalFrom } from '../stats/sbg';
import type { Table } from '../model/table';
import { numbersOf } from '../model/table';

/** Longest tenure in months that an expected life is tabulated for. */
const longestTenure = 600;

/** Expected discounted months of a contract, by the months it has run, as texts; `weights` are the discounts of the months ahead. Without leavers nothing can be fitted, and every month is expected to be paid. */
export function contractLives(model: Sbg | null, weights: readonly number[]): string[] {
  return Array.from({ length: longestTenure + 1 }, (_, tenure) =>
    String(weights.reduce((sum, weight, i) => sum + weight * (model ? sbgSurvivalFrom(model, tenure, i + 1) : 1), 0)),
  );
}

/** Customers left after 0, 1, 2, ... months, by the month they began in, as far as each cohort has been seen; contract lives stand from row `from`. */
export function contractCohorts(gathered: Table, from: number): number[][] {
  const cohort = numbersOf(gathered, 'cohort');
  const months = numbersOf(gathered, 'months');
  const ended = numbersOf(gathered, 'ended');
  const cohorts = new Map<number, { lived: number; ended: boolean }[]>();
  for (let row = from; row < gathered.length; row++) {
    const lives = cohorts.get(cohort[row]!) ?? [];
    lives.push({ lived: months[row]!, ended: ended[row] === 1 });
    cohorts.set(cohort[row]!, lives);
  }
  return [...cohorts.values()].map(survivors);
}

function survivors(lives: readonly { readonly lived: number; readonly ended: boolean }[]): number[] {
  const running = lives.filter((life) => !life.ended).map((life) => life.lived);
  const seen = running.length > 0 ? Math.min(...running) : Math.max(...lives.map((life) => life.lived));
  return Array.from({ length: seen + 1 }, (_, t) => lives.filter((life) => !life.ended || life.lived > t).length);
}
