/* Who came back: cohorts by period against periods since.
 * Source: bounded, rolling and windowed retention as analytics tools define them; recurring cohorts after PostHog's tests (MIT).
 * Limits: a cell whose period is not complete is counted but never averaged; holds one small map a customer, so to some 100,000 of them. */

/** One row a customer and period with activity; a pair may repeat. Periods are whole numbers from 0. */
export interface ActivityRows {
  customer: ArrayLike<number>;
  period: ArrayLike<number>;
  /** Money in the row; absent counts as none. */
  amount?: ArrayLike<number>;
}

/** How a grid is read. */
export interface GridQuestion {
  /** Number of periods; rows at or past it are refused. */
  periods: number;
  /** A customer belongs to the period of its first activity, or to every period it was active in. */
  cohort: 'first' | 'recurring';
  /** Active in exactly period k; in k or any later one; in any of k - width + 1 .. k. */
  shape: 'bounded' | 'rolling' | 'windowed';
  /** Periods of the window, and of the rolling cells that can still rise; 1 unless told. */
  width?: number;
  /** Last period that is complete; the last of all unless told. */
  lastComplete?: number;
}

/** Cells by cohort c and periods since k: `active[c][k]`, k from 0 to periods - 1 - c. */
export interface RetentionGrid {
  size: number[];
  active: number[][];
  /** Money of the cohort in period c + k. */
  amount: number[][];
  /** False where period c + k is not complete. */
  complete: boolean[][];
  /** True for rolling cells that later activity may still raise. */
  canStillRise: boolean[][];
  /** Share active after k periods over complete cells, weighted by cohort size; null where there is none. */
  average: (number | null)[];
}

type Periods = Map<number, number>;

function byCustomer({ customer, period, amount }: ActivityRows, periods: number): Map<number, Periods> {
  const customers = new Map<number, Periods>();
  for (let i = 0; i < customer.length; i++) {
    const at = period[i]!;
    if (!(Number.isInteger(at) && at >= 0 && at < periods)) throw new RangeError(`no period ${at} among ${periods}`);
    let own = customers.get(customer[i]!);
    if (own === undefined) customers.set(customer[i]!, (own = new Map<number, number>()));
    own.set(at, (own.get(at) ?? 0) + (amount?.[i] ?? 0));
  }
  return customers;
}

/** Whether a customer active in the `sorted` periods counts as active `k` periods after cohort `c`. */
function isActive(own: Periods, last: number, at: number, { shape, width = 1 }: GridQuestion): boolean {
  if (shape === 'bounded') return own.has(at);
  if (shape === 'rolling') return last >= at;
  for (let p = at - width + 1; p <= at; p++) if (own.has(p)) return true;
  return false;
}

function averages(grid: Omit<RetentionGrid, 'average'>, periods: number): (number | null)[] {
  return Array.from({ length: periods }, (_, k) => {
    let active = 0;
    let size = 0;
    grid.active.forEach((cells, c) => {
      if (grid.complete[c]?.[k] !== true) return;
      active += cells[k]!;
      size += grid.size[c]!;
    });
    return size > 0 ? active / size : null;
  });
}

/** The grid of a set of rows. Throws on a period outside 0 .. periods - 1. */
export function retentionGrid(rows: ActivityRows, question: GridQuestion): RetentionGrid {
  const { periods, cohort, shape, width = 1, lastComplete = periods - 1 } = question;
  const cells = <Cell>(fill: (at: number) => Cell): Cell[][] =>
    Array.from({ length: periods }, (_, c) => Array.from({ length: periods - c }, (_cell, k) => fill(c + k)));
  const grid = {
    size: Array.from({ length: periods }, () => 0),
    active: cells(() => 0),
    amount: cells(() => 0),
    complete: cells((at) => at <= lastComplete),
    canStillRise: cells((at) => shape === 'rolling' && at > periods - 1 - width),
  };
  for (const own of byCustomer(rows, periods).values()) {
    const sorted = [...own.keys()].sort((a, b) => a - b);
    const last = sorted.at(-1) ?? 0;
    for (const c of cohort === 'first' ? sorted.slice(0, 1) : sorted) {
      grid.size[c]! += 1;
      for (let k = 0; c + k < periods; k++) {
        if (isActive(own, last, c + k, question)) grid.active[c]![k]! += 1;
        grid.amount[c]![k]! += own.get(c + k) ?? 0;
      }
    }
  }
  return { ...grid, average: averages(grid, periods) };
}
