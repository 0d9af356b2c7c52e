/* Targets, set from what the company as a whole can do; the same for everyone of a role, apart from one stretched case. */
import { LAST_DAY, addMonths, months, type Month } from './calendar';
import type { Results } from './results';
import { isPresent, roleOn, roster, type Rep } from './roster';
import { measuredCompletions } from './training';

/** The AE who was trained, improved, and still misses the month. */
export const improvedBelowTarget = 'R19';

export interface Target {
  readonly rep: Rep | null;
  readonly team: string | null;
  readonly metric: 'bookings' | 'count' | 'renewals' | 'leads' | 'activities';
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Three months in a row, starting with a calendar quarter. */
export const quarters: readonly (readonly Month[])[] = Array.from({ length: 10 }, (_, i) =>
  months.slice(3 * i, 3 * i + 3),
);

/** Monthly targets of people, quarterly ones of teams. */
export function setTargets(results: Results): readonly Target[] {
  const targets: Target[] = [];
  for (const quarter of quarters) {
    const teams = new Map<string, number>();
    for (const month of quarter) {
      const bookings = bookingsTarget(results, quarter);
      for (const rep of roster) {
        const target = targetOf(results, rep, month, bookings, quarter);
        if (!target) continue;
        targets.push(target);
        if (target.metric === 'bookings') teams.set(rep.team, (teams.get(rep.team) ?? 0) + target.value);
      }
    }
    const [first, , last] = quarter;
    if (!first || !last) continue;
    for (const [team, sum] of teams)
      targets.push({
        rep: null,
        team,
        metric: 'bookings',
        from: first.from,
        to: last.to,
        value: Math.round((sum * 0.97) / 1000) * 1000,
      });
  }
  return [...targets, ...nextQuarter(targets)];
}

/** The quarter after the data has targets already: those of its last month and quarter again. */
function nextQuarter(targets: readonly Target[]): readonly Target[] {
  const starts = [0, 1, 2, 3].map((k) => addMonths(LAST_DAY + 1, k));
  const [first = 0, , , end = 0] = starts;
  return targets
    .filter((target) => target.to === first)
    .flatMap((target) =>
      target.rep === null
        ? [{ ...target, from: first, to: end }]
        : starts.slice(0, 3).map((from, k) => ({ ...target, from, to: starts[k + 1] ?? end })),
    );
}

function targetOf(
  results: Results,
  rep: Rep,
  month: Month,
  bookings: number,
  quarter: readonly Month[],
): Target | null {
  const middle = month.from + 14;
  if (middle < rep.started || (rep.ended !== null && month.from > rep.ended)) return null;
  const base = { rep, team: null, from: month.from, to: month.to };
  const role = roleOn(rep, middle);
  if (role === 'sdr') return { ...base, metric: 'leads', value: isPresent(rep, middle) ? 25 : 15 };
  if (role === 'cs') return { ...base, metric: 'renewals', value: month.index < 9 ? 2 : month.index < 21 ? 4 : 6 };
  if (role === 'specialist') return { ...base, metric: 'count', value: 2 };
  if (role !== 'ae') return null;
  const ramp = middle - rep.started < 180 ? 0.5 : 1;
  return { ...base, metric: 'bookings', value: Math.max(bookings * ramp, stretch(results, rep, month, quarter)) };
}

/** Common monthly target of the quarter: about the middle of what established AEs booked, in round thousands. */
function bookingsTarget(results: Results, quarter: readonly Month[]): number {
  const sums = roster
    .filter((rep) => rep.role === 'ae' && rep.id !== 'R22')
    .map((rep) => quarter.reduce((sum, month) => sum + results.bookings(rep, month), 0) / 3)
    .sort((a, b) => a - b);
  const middle = ((sums[4] ?? 0) + (sums[5] ?? 0)) / 2;
  return Math.max(20_000, Math.round((middle * 1.02) / 1000) * 1000);
}

const trainedOn = measuredCompletions.find((one) => one.rep === improvedBelowTarget)?.day ?? 0;

/** From the training on, the target of the one stretched case lies above all it books in the quarter. */
function stretch(results: Results, rep: Rep, month: Month, quarter: readonly Month[]): number {
  if (rep.id !== improvedBelowTarget || month.from < trainedOn) return 0;
  const best = Math.max(...quarter.map((month) => results.bookings(rep, month)));
  return Math.ceil((best * 1.06) / 1000) * 1000;
}
